import { complete, testRule } from '@/tests/helpers/test-rule';
import { away, here, teacher } from '@/tests/helpers/users';
import { returningDetachment } from '@/utils/rules/returning-detachment';

const removed = (...items: ReturnType<typeof teacher>[]) => ({ removedUsers: complete(...items) });

testRule(returningDetachment, [
  {
    name: 'détaché à qui l’annuaire donne encore une fonction ici : il reviendra',
    facts: removed(teacher('A B', { functions: [here(), away()] })),
    reviews: [{ subject: 'A B', says: /il reviendra/, verdict: 'nothing' }],
  },
  {
    name: 'détaché que l’annuaire ne nomme plus ici : il ne reviendra pas',
    facts: removed(teacher('A B', { functions: [away()] })),
    passes: true,
  },
  {
    name: 'fonctions illisibles : il peut revenir',
    facts: removed((({ functions: _, ...rest }) => rest)(teacher('A B'))),
    reviews: [{ subject: 'A B', says: /peut revenir/ }],
  },
  {
    name: 'déjà revenu',
    facts: { ...removed(teacher('A B')), users: complete(teacher('A B')) },
    reviews: [{ subject: 'A B', says: /de nouveau/, verdict: 'check' }],
  },
  {
    name: 'un homonyme présent n’est pas lui',
    facts: {
      ...removed(teacher('A B', { id: 'u1', functions: [away()] })),
      users: complete(teacher('A B', { id: 'u2' })),
    },
    passes: true,
  },
  {
    name: 'détaché et en cours de suppression',
    facts: removed(teacher('A B', { functions: [here()], preDeletedOn: '2026-10-01' })),
    passes: true,
  },
]);
