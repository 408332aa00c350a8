import { block, plan } from '@/tests/helpers/skolengo-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { accessWindow } from '@/utils/rules/access-window';

const yearPlans = plan({ yearEnd: '2027-07-02', termStart: '2027-09-01' });
const facts = (from?: string, to?: string) => ({ accessBlocks: complete(block(from, to)), yearPlans });
const subject = 'Parents et élèves';

testRule(accessWindow, [
  ...[
    ['2200-08-17', '2200-09-01'],
    ['1990-08-17', '2027-09-01'],
  ].map(([from, to]) => ({
    name: `du ${from} au ${to}, qui n’est pas de cet été : à corriger, sans rien en conclure`,
    facts: facts(from, to),
    reviews: [{ subject: 'Parents et élèves', says: /ne sont pas de l’été 2027/ }],
  })),
  {
    name: 'commence avant la fin des cours',
    facts: facts('2027-06-28', '2027-08-31'),
    flags: [{ subject, says: /avant la fin des cours du 02\/07\/2027/ }],
  },
  {
    name: 'dure longtemps après la rentrée',
    facts: facts('2027-08-17', '2027-09-20'),
    flags: [{ subject, says: /après la rentrée du 01\/09\/2027/ }],
  },
  {
    name: 'la fin précède le début',
    facts: facts('2027-08-31', '2027-08-17'),
    flags: [{ subject, says: /précède/ }],
  },
  {
    name: 'dépasse un peu la rentrée : peut être voulu',
    facts: facts('2027-08-17', '2027-09-06'),
    reviews: [{ subject, says: /voulu/ }],
  },
  {
    name: 'l’été passé, dès octobre',
    facts: facts('2026-08-17', '2026-09-01'),
    reviews: [{ subject, says: /été passé/ }],
  },
  {
    name: 'l’été qui s’achève, en septembre, n’est pas passé',
    facts: {
      accessBlocks: complete(block('2026-08-17', '2026-09-01')),
      yearPlans: plan({ yearEnd: '2026-07-03', termStart: '2026-09-01' }),
    },
    context: { today: '2026-09-04' },
    passes: true,
  },
  {
    name: 'calendrier inconnu : indéterminé',
    facts: { accessBlocks: complete(block('2027-08-17', '2027-09-01')) },
    reviews: [
      {
        subject,
        says: /^Indéterminé\s: le calendrier n’est pas connu pour l’été 2027 .*année «\s?Rentrée 2027\s?»/,
      },
    ],
  },
  {
    name: 'rentrée inconnue, mais blocage commencé avant la fin des cours : le défaut est certain',
    facts: {
      accessBlocks: complete(block('2027-06-28', '2027-08-31')),
      yearPlans: plan({ yearEnd: '2027-07-02' }),
    },
    flags: [{ subject, says: /avant la fin des cours du 02\/07\/2027/ }],
  },
  {
    name: 'rentrée inconnue, blocage après la fin des cours : indéterminé',
    facts: {
      accessBlocks: complete(block('2027-08-17', '2027-08-31')),
      yearPlans: plan({ yearEnd: '2027-07-02' }),
    },
    reviews: [{ subject, says: /la rentrée n’est pas connue pour l’été 2027/ }],
  },
  {
    name: 'dates non lues : indéterminé',
    facts: facts('2027-08-17'),
    reviews: [{ subject, says: /n’ont pas été lues/ }],
  },
  { name: 'du 17 août à la rentrée', facts: facts('2027-08-17', '2027-09-01'), passes: true },
]);
