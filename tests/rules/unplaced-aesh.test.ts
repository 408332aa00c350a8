import { complete, onPage, testRule } from '@/tests/helpers/test-rule';
import { away, ELSEWHERE, HOME, here, NOWHERE, personnel, teacher, users } from '@/tests/helpers/users';
import type { Membership } from '@/utils/core/facts';
import { unplacedAesh } from '@/utils/rules/unplaced-aesh';

const AEH = ['AEH', 'ACCOMPAGNEMENT / ACCOMPAGNEMENT ELEVES SITUATION HANDICAP'] as const;
const PIAL = { structures: ['s1', 's2', 's3'].map((id) => ({ id, name: id })) };
const inGroup = (group: string, id: string): Membership => ({
  at: onPage(group, 'edifice/manual-groups'),
  group,
  members: [{ name: 'PERSONNE', id }],
});

testRule(unplacedAesh, [
  {
    name: 'chargé dans tout le PIAL, une fonction ici : l’école seule sait',
    facts: users(personnel('A B', { ...PIAL, ...ELSEWHERE, functions: [here(...AEH), away(...AEH)] })),
    reviews: [{ subject: 'A B', says: /3 établissements.*une fonction.*seul sait/, verdict: 'check' }],
  },
  {
    name: 'ni fonction, ni classe, ni groupe ici, rattaché ailleurs',
    facts: users(personnel('A B', { ...PIAL, ...ELSEWHERE, functions: [away(...AEH)] })),
    flags: [{ subject: 'A B', says: /ni groupe.*Ecole Jules Ferry/, verdict: 'detach' }],
  },
  {
    name: 'de même, membre d’un groupe manuel de l’école : à vérifier, le groupe est nommé',
    facts: {
      ...users(personnel('A B', { ...PIAL, ...ELSEWHERE, functions: [away(...AEH)] })),
      memberships: complete(inGroup('ULIS 2026-2027', 'A B'), inGroup('Chorale', 'C D')),
    },
    reviews: [{ subject: 'A B', says: /Ici\u00a0: le groupe «\u00a0ULIS 2026-2027\u00a0»\u202f;/ }],
  },
  {
    name: 'rattachement inconnu, ou aucun : à vérifier',
    facts: users(
      personnel('A B', { ...PIAL, functions: [away(...AEH)] }),
      personnel('C D', { ...PIAL, ...NOWHERE, functions: [away(...AEH)] }),
    ),
    reviews: [{ subject: 'A B', says: /inconnu/ }, { subject: 'C D' }],
  },
  ...['AESH', 'AVS COLLECTIF', 'Accompagnement des élèves', 'SITUATION DE HANDICAP'].map((label) => ({
    name: `reconnu à son libellé : ${label}`,
    facts: users(personnel('A B', { ...PIAL, ...ELSEWHERE, functions: [away('XXXX', label)] })),
    flags: [{ subject: 'A B' }],
  })),
  {
    name: 'école de rattachement ici : à ne pas détacher',
    facts: users(personnel('A B', { ...PIAL, ...HOME, functions: [away(...AEH)] })),
    passes: true,
  },
  {
    name: 'une classe ici : elle y exerce',
    facts: users(personnel('A B', { ...PIAL, ...ELSEWHERE, functions: [away(...AEH)], classes: ['CP'] })),
    passes: true,
  },
  {
    name: 'dans cette seule école, avec une fonction',
    facts: users(personnel('A B', { ...ELSEWHERE, functions: [here(...AEH)] })),
    passes: true,
  },
  {
    name: 'une fonction ici, et d’autres dans des écoles que la plateforme ne montre pas',
    facts: users(personnel('A B', { ...ELSEWHERE, functions: [here(...AEH), away(...AEH)] })),
    reviews: [{ subject: 'A B', says: /2 établissements/, verdict: 'check' }],
  },
  {
    name: 'membre de groupes qui n’ont pas pu être lus, ou classes illisibles : à vérifier',
    facts: users(
      personnel('A B', { ...PIAL, ...ELSEWHERE, functions: [away(...AEH)], groups: ['ULIS'] }),
      (({ classes: _, ...rest }) => rest)(
        personnel('C D', { ...PIAL, ...ELSEWHERE, functions: [away(...AEH)] }),
      ),
    ),
    reviews: [
      { subject: 'A B', says: /pas tous pu être lus/, verdict: 'check' },
      { subject: 'C D', says: /pas tous pu être lus/, verdict: 'check' },
    ],
  },
  {
    name: 'autres personnels, et enseignants',
    facts: users(
      personnel('A B', { ...PIAL, ...ELSEWHERE, functions: [away('EDU', 'EDUCATION')] }),
      personnel('C D', { ...PIAL, ...ELSEWHERE, functions: [away('CAVS', 'CAVSERIE')] }),
      teacher('E F', { ...PIAL, ...ELSEWHERE, functions: [away(...AEH)] }),
    ),
    passes: true,
  },
  {
    name: 'avant l’alimentation des personnels : attendre',
    context: { today: '2027-08-20' },
    facts: users(personnel('A B', { ...PIAL, ...ELSEWHERE, functions: [away(...AEH)] })),
    reviews: [{ subject: 'A B', says: /Attendez l’alimentation des personnels/, verdict: 'check' }],
  },
  {
    name: 'un administrateur local',
    facts: users(personnel('A B', { ...PIAL, ...ELSEWHERE, functions: [away(...AEH)], localAdmin: true })),
    reviews: [{ subject: 'A B', says: /retire aussi ce droit/, holds: ['detach-user'] }],
  },
  {
    name: 'en cours de départ',
    facts: users(
      personnel('A B', { ...PIAL, ...ELSEWHERE, functions: [away(...AEH)], absentSince: '2026-10-01' }),
    ),
    passes: true,
  },
]);
