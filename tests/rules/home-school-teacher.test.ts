import { expect, test } from 'vitest';
import { testRule } from '@/tests/helpers/test-rule';
import {
  away,
  ELSEWHERE,
  HOME,
  here,
  NOWHERE,
  personnel,
  pupil,
  teacher,
  users,
} from '@/tests/helpers/users';
import { audit } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import { homeSchoolTeacher } from '@/utils/rules/home-school-teacher';

testRule(homeSchoolTeacher, [
  {
    name: 'remplaçant : ni fonction ni classe ici, et pourtant à ne pas détacher',
    facts: users(teacher('A B', { ...HOME, functions: [away()] })),
    reviews: [
      { subject: 'A B', says: /remplaçant, TZR, PES/, verdict: 'never-detach', holds: ['detach-user'] },
    ],
  },
  {
    name: 'PES : une fonction, pas encore de classe',
    facts: users(teacher('A B', { ...HOME, functions: [here()] })),
    reviews: [{ subject: 'A B', says: /même sans classe/, holds: ['detach-user'] }],
  },
  {
    name: 'une classe et une fonction : protégé sans être listé',
    facts: users(teacher('A B', { ...HOME, functions: [here()], classes: ['CP'] })),
    cards: [{ subject: 'A B', verdict: 'never-detach', holds: ['detach-user'] }],
    passes: true,
  },
  {
    name: 'une classe sans fonction : protégé sans être listé',
    facts: users(teacher('A B', { ...HOME, classes: ['CP'] })),
    cards: [{ subject: 'A B', holds: ['detach-user'] }],
    passes: true,
  },
  {
    name: 'direction et documentation n’ont pas de classe : rien à lister',
    facts: users(
      teacher('A B', { ...HOME, functions: [here('DIR', 'DIRECTION')] }),
      teacher('C D', { ...HOME, functions: [here('DOC', 'DOCUMENTATION')] }),
    ),
    cards: [{ subject: 'A B' }, { subject: 'C D' }],
    passes: true,
  },
  {
    name: 'un personnel avec une fonction ici : protégé sans être listé',
    facts: users(personnel('A B', { ...HOME, functions: [here('AEH', 'ACCOMPAGNEMENT')] })),
    cards: [{ subject: 'A B', holds: ['detach-user'] }],
    passes: true,
  },
  {
    name: 'un personnel sans fonction ici, rattaché ici',
    facts: users(personnel('A B', HOME)),
    reviews: [{ subject: 'A B', holds: ['detach-user'] }],
  },
  {
    name: 'le directeur administrateur local perdrait aussi ce droit',
    facts: users(personnel('A B', { ...HOME, functions: [here('DIR', 'DIRECTION')], localAdmin: true })),
    cards: [{ subject: 'A B', says: /administrateur local/ }],
    passes: true,
  },
  {
    name: 'en août, personne n’a encore de classe : seul qui n’a pas de fonction est listé',
    context: { today: '2027-08-25' },
    facts: users(teacher('A B', { ...HOME, functions: [here()] }), teacher('C D', HOME)),
    reviews: [{ subject: 'C D' }],
    cards: [{ subject: 'A B', holds: ['detach-user'] }],
  },
  {
    name: 'rattachement ailleurs, aucun ou illisible',
    facts: users(teacher('A B', ELSEWHERE), teacher('C D', NOWHERE), teacher('E F')),
    passes: true,
  },
  {
    name: 'déjà en partance, ou élève',
    facts: users(teacher('A B', { ...HOME, absentSince: '2026-10-01' }), pupil('C D', HOME)),
    passes: true,
  },
]);

test('le motif des remplaçants et des stagiaires n’est dit qu’à qui il concerne', () => {
  const whyOf = (some: Parameters<typeof teacher>[1]) =>
    audit(
      [homeSchoolTeacher],
      users(teacher('A B', { ...HOME, ...some })),
      contextOn(new Date(), { ent: 'edifice' }),
    )[0]?.flags[0]?.why;
  expect(whyOf({ functions: [away()] })).toBeUndefined();
  expect(whyOf({ functions: [here()], classes: ['CP'] })).toMatch(/en perd l’accès/);
});
