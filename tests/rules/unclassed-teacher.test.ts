import { testRule } from '@/tests/helpers/test-rule';
import {
  away,
  ELSEWHERE,
  HOME,
  here,
  NOWHERE,
  personnel,
  school,
  teacher,
  users,
} from '@/tests/helpers/users';
import type { User } from '@/utils/core/facts';
import { unclassedTeacher } from '@/utils/rules/unclassed-teacher';

const primary = (...items: User[]) => ({ ...users(...items), structure: school([1]) });

testRule(unclassedTeacher, [
  {
    name: 'une fonction ici et aucune classe',
    facts: primary(
      teacher('A B', { ...HOME, functions: [here()] }),
      teacher('C D', { ...ELSEWHERE, functions: [here(), away()], classesElsewhere: ['CM1'] }),
    ),
    flags: [{ subject: 'A B', says: /aucune classe/ }, { subject: 'C D' }],
  },
  {
    name: 'une classe ici',
    facts: primary(teacher('A B', { ...HOME, functions: [here()], classes: ['CP'] })),
    passes: true,
  },
  {
    name: 'à détacher : aucune classe n’est attendue',
    facts: primary(teacher('A B', { ...ELSEWHERE, functions: [away()] })),
    passes: true,
  },
  {
    name: 'rattaché ici sans fonction : un remplaçant peut n’avoir aucune classe',
    facts: primary(teacher('A B', { ...HOME, functions: [away()] })),
    reviews: [{ subject: 'A B', says: /remplaçant/ }],
  },
  {
    name: 'direction déchargée',
    facts: primary(teacher('A B', { ...HOME, functions: [here('DIR', 'DIRECTION')] })),
    reviews: [{ subject: 'A B', says: /direction/ }],
  },
  {
    name: 'rien ne dit où il exerce',
    facts: primary(teacher('A B', NOWHERE), teacher('C D')),
    reviews: [{ subject: 'A B', says: /Rien ne dit/ }, { subject: 'C D' }],
  },
  {
    name: 'compte manuel',
    facts: primary(teacher('A B', { source: 'MANUAL' })),
    reviews: [{ subject: 'A B', says: /annuaire académique ne connaît pas/ }],
  },
  {
    name: 'avant la bascule de ONDE, les classes ne sont pas là : attendre, sans rien prouver',
    context: { today: '2027-09-05' },
    facts: primary(teacher('A B', { ...HOME, functions: [here()] })),
    reviews: [{ subject: 'A B', says: /attendez-les/ }],
  },
  {
    name: 'fin septembre, il n’y a plus à attendre',
    context: { today: '2027-09-21' },
    facts: primary(teacher('A B', { ...HOME, functions: [here()] })),
    flags: [{ subject: 'A B' }],
  },
  {
    name: 'second degré : les classes viennent de l’emploi du temps',
    facts: { ...users(teacher('A B', { ...HOME, functions: [here()] })), structure: school([2]) },
    passes: true,
  },
  {
    name: 'école et collège à la fois',
    facts: { ...users(teacher('A B', { ...HOME, functions: [here()] })), structure: school([1, 2]) },
    flags: [{ subject: 'A B' }],
  },
  {
    name: 'niveau inconnu : à vérifier',
    facts: users(teacher('A B', { ...HOME, functions: [here()] })),
    reviews: [{ subject: 'A B', says: /premier degré/ }],
  },
  {
    name: 'classes illisibles, en partance, ou personnel',
    facts: primary(
      (({ classes: _, ...rest }) => rest)(teacher('A B', { ...HOME, functions: [here()] })),
      teacher('C D', { ...HOME, functions: [here()], absentSince: '2026-10-01' }),
      personnel('E F', { ...HOME, functions: [here()] }),
    ),
    passes: true,
  },
]);
