import { complete, onPage, testRule } from '@/tests/helpers/test-rule';
import type { ImportWizard } from '@/utils/core/screen-facts';
import { untimelyTransition } from '@/utils/rules/untimely-transition';

const subject = 'Changement d’année scolaire';
const holds = ['import-with-transition'] as const;
const wizard = (some: Partial<ImportWizard>) => ({
  importWizard: complete({
    at: onPage('', 'edifice/import-wizard'),
    predelete: false,
    transition: true,
    automatic: false,
    ...some,
  }),
});

testRule(untimelyTransition, [
  { name: 'case décochée', facts: wizard({ transition: false, predelete: true }), passes: true },
  {
    name: 'en novembre : les classes de l’année seraient effacées',
    facts: wizard({}),
    flags: [{ subject, holds, says: /classes de cette année/ }],
  },
  {
    name: 'en juin, trop tôt',
    facts: wizard({}),
    context: { today: '2027-06-20' },
    flags: [{ subject, holds }],
  },
  {
    name: 'en août, c’est le moment : dit, sans retenir',
    facts: wizard({}),
    context: { today: '2026-08-25' },
    reviews: [{ subject, holds: [], says: /une seule fois/ }],
  },
  {
    name: 'en septembre : peut-être déjà fait',
    facts: wizard({}),
    context: { today: '2026-09-08' },
    reviews: [{ subject, holds, says: /déjà été fait/ }],
  },
  {
    name: 'établissement alimenté par l’annuaire : retenu même en août',
    facts: wizard({ automatic: true }),
    context: { today: '2026-08-25' },
    reviews: [{ subject, holds, says: /académie/ }],
  },
]);
