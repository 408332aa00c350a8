import { complete, onPage, testRule } from '@/tests/helpers/test-rule';
import { pupil, users } from '@/tests/helpers/users';
import type { ImportWizard } from '@/utils/core/screen-facts';
import { predeletingImport } from '@/utils/rules/predeleting-import';

const subject = 'Pré-supprimer les comptes absents';
const holds = ['import-with-predeletion'] as const;
const wizard = (some: Partial<ImportWizard> = {}) => ({
  importWizard: complete({
    at: onPage('', 'edifice/import-wizard'),
    predelete: true,
    transition: false,
    automatic: false,
    ...some,
  }),
});
const csv = { source: 'CSV' };

testRule(predeletingImport, [
  { name: 'case décochée', facts: wizard({ predelete: false, transition: true }), passes: true },
  {
    name: 'sans lecture de l’établissement : le nombre est inconnu, et le dit',
    facts: wizard(),
    reviews: [{ subject, holds, says: /n’a pas été lu/ }],
  },
  {
    name: 'les comptes CSV sont comptés, ni les autres ni les pré-supprimés',
    facts: {
      ...wizard(),
      ...users(
        pupil('A B', csv),
        pupil('C D', csv),
        pupil('E F', { ...csv, preDeletedOn: '2026-10-01' }),
        pupil('G H'),
      ),
    },
    reviews: [{ subject, holds, says: /^2 comptes/ }],
  },
  {
    name: 'établissement alimenté par l’annuaire, sans compte CSV',
    facts: { ...wizard({ automatic: true }), ...users(pupil('A B')) },
    reviews: [{ subject, holds, says: /ne sert à rien.*annuaire/ }],
  },
]);
