import { testRule } from '@/tests/helpers/test-rule';
import { teacher, users } from '@/tests/helpers/users';
import { duplicateAccount } from '@/utils/rules/duplicate-account';

const HOLDS = ['detach-user', 'delete-user', 'predelete-user'] as const;

testRule(duplicateAccount, [
  {
    name: 'doublon bloquant : détachement et suppression retenus',
    facts: users(teacher('A B', { duplicates: [{ id: 'u2', score: 4 }] })),
    flags: [{ subject: 'A B', says: /un autre compte.*Bloquant/, verdict: 'check', holds: HOLDS }],
  },
  {
    name: 'doublon mineur : peut-être une autre personne, rien n’est retenu',
    facts: users(teacher('A B', { duplicates: [{ id: 'u2', score: 3 }] })),
    reviews: [{ subject: 'A B', says: /Mineur/, verdict: 'check', holds: [] }],
  },
  {
    name: 'trois comptes, dont un bloquant',
    facts: users(
      teacher('A B', {
        duplicates: [
          { id: 'u2', score: 2 },
          { id: 'u3', score: 5 },
        ],
      }),
    ),
    flags: [{ subject: 'A B', says: /2 autres comptes/ }],
  },
  {
    name: 'deux homonymes que la plateforme ne rapproche pas',
    facts: users(teacher('A B', { id: 'u1' }), teacher('A B', { id: 'u2' })),
    passes: true,
  },
  {
    name: 'déjà pré-supprimé',
    facts: users(teacher('A B', { duplicates: [{ id: 'u2', score: 5 }], preDeletedOn: '2026-11-01' })),
    passes: true,
  },
]);
