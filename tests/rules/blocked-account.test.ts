import { testRule } from '@/tests/helpers/test-rule';
import { account, ELSEWHERE, HOME, here, pupil, teacher, users } from '@/tests/helpers/users';
import { blockedAccount } from '@/utils/rules/blocked-account';

testRule(blockedAccount, [
  {
    name: 'bloqué, et pourtant ici : par sa fonction, sa classe ou son rattachement',
    facts: users(
      teacher('A B', { blocked: true, functions: [here()] }),
      pupil('C D', { blocked: true, classes: ['6eA'] }),
      teacher('E F', { ...HOME, blocked: true }),
    ),
    reviews: [
      { subject: 'A B', says: /fonction ici/, verdict: 'check' },
      { subject: 'C D', says: /classe d’ici/, verdict: 'check' },
      { subject: 'E F', says: /établissement de rattachement/, verdict: 'check' },
    ],
  },
  {
    name: 'bloqué sans rien qui le tienne ici : dit sur sa fiche seulement, sans rien conseiller',
    facts: users(teacher('A B', { ...ELSEWHERE, blocked: true }), account('Guest', 'C D', { blocked: true })),
    cards: [{ subject: 'A B', says: /ne peut déjà plus se connecter/ }, { subject: 'C D' }],
    passes: true,
  },
  {
    name: 'ni bloqué, ni lisible, ni encore là',
    facts: users(
      teacher('A B', { functions: [here()] }),
      (({ blocked: _, ...rest }) => rest)(teacher('C D', { functions: [here()] })),
      teacher('E F', { blocked: true, functions: [here()], absentSince: '2026-10-01' }),
      pupil('G H', { blocked: true, classes: ['6eA'], preDeletedOn: '2026-10-01' }),
    ),
    passes: true,
  },
]);
