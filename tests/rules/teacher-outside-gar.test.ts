import { complete, onPage, testRule } from '@/tests/helpers/test-rule';
import { away, ELSEWHERE, HOME, here, personnel, school, teacher, users } from '@/tests/helpers/users';
import type { Member, User } from '@/utils/core/facts';
import { teacherOutsideGar } from '@/utils/rules/teacher-outside-gar';

const GAR = 'RESP-AFFECT-GAR';
const group = (name: string, ...members: Member[]) => ({
  at: onPage(name, 'edifice/manual-groups'),
  group: name,
  members,
});
const member = (id: string): Member => ({ id, name: 'AUTRE Nom', profile: 'Teacher' });
const working = { ...HOME, functions: [here()] };

function facts(people: readonly User[], ...groups: ReturnType<typeof group>[]) {
  return { ...users(...people), memberships: complete(...groups), structure: school([1]) };
}

testRule(teacherOutsideGar, [
  {
    name: 'un enseignant de l’école hors du groupe',
    facts: facts([teacher('A B', working), teacher('C D', working)], group(GAR, member('A B'))),
    flags: [{ subject: 'C D' }],
  },
  {
    name: 'groupe écrit comme dans le guide, tous dedans',
    facts: facts([teacher('A B', working)], group('Resp Affect Gar', member('A B'))),
    passes: true,
  },
  {
    name: 'le groupe GAR d’une autre école ne compte pas : seuls les membres d’ici sont lus',
    facts: facts([teacher('A B', { ...working, groups: [GAR] })], group(GAR)),
    flags: [{ subject: 'A B' }],
  },
  {
    name: 'membres lus à l’écran, sans identifiant : par leur nom',
    facts: facts([teacher('LE GOFF Zoé', working)], group(GAR, { name: 'LE GOFF  Zoe', profile: 'Teacher' })),
    passes: true,
  },
  {
    name: 'un homonyme dans le groupe n’est pas lui',
    facts: facts(
      [teacher('A B', { ...working, id: 'u1' })],
      group(GAR, { id: 'u2', name: 'A B', profile: 'Teacher' }),
    ),
    flags: [{ subject: 'A B' }],
  },
  {
    name: 'rattaché ailleurs avec une classe ou une fonction ici : il enseigne ici',
    facts: facts(
      [
        teacher('A B', { ...ELSEWHERE, classes: ['CP'] }),
        teacher('C D', { ...ELSEWHERE, functions: [here()] }),
      ],
      group(GAR),
    ),
    flags: [{ subject: 'A B' }, { subject: 'C D' }],
  },
  {
    name: 'parti, inconnu, en partance, ou pas enseignant',
    facts: facts(
      [
        teacher('A B', { ...ELSEWHERE, functions: [away()] }),
        teacher('C D'),
        teacher('E F', { ...working, absentSince: '2026-10-01' }),
        personnel('G H', working),
      ],
      group(GAR),
    ),
    passes: true,
  },
  {
    name: 'groupe absent ou illisible : on le dit une fois',
    facts: facts([teacher('A B', working), teacher('C D', working)], group('APE')),
    reviews: [{ subject: 'Resp-Affect-GAR', says: /n’ont pas pu être lus/ }],
  },
  {
    name: 'été et compte manuel : à vérifier',
    context: { today: '2027-07-10' },
    facts: facts([teacher('A B', working)], group(GAR)),
    reviews: [{ subject: 'A B' }],
  },
  {
    name: 'un compte manuel qui enseigne ici : à vérifier',
    facts: facts([teacher('A B', { source: 'MANUAL', classes: ['CP'] })], group(GAR)),
    reviews: [{ subject: 'A B' }],
  },
  {
    name: 'second degré, ou GAR inactif',
    facts: { ...facts([teacher('A B', working)], group(GAR)), structure: school([2]) },
    passes: true,
  },
  {
    name: 'GAR inactif',
    facts: { ...facts([teacher('A B', working)], group(GAR)), structure: school([1], false) },
    passes: true,
  },
]);
