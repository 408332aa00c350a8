import { complete, testRule } from '@/tests/helpers/test-rule';
import { school, schoolClass } from '@/tests/helpers/users';
import { emptyClass } from '@/utils/rules/empty-class';

const classes = (...items: ReturnType<typeof schoolClass>[]) => ({ classes: complete(...items) });

testRule(emptyClass, [
  {
    name: 'une « première classe » vide',
    facts: classes(schoolClass('TPS-PS', 0)),
    reviews: [{ subject: 'TPS-PS', says: /premières classes/ }],
  },
  {
    name: 'une autre classe vide, où un enseignant est pourtant rattaché',
    facts: classes(schoolClass('CM2 B', 0, 1)),
    reviews: [{ subject: 'CM2 B', says: /autre année.*enseignant/ }],
  },
  {
    name: 'avant la bascule de ONDE : attendre',
    context: { today: '2027-09-03' },
    facts: classes(schoolClass('CM2 B', 0)),
    reviews: [{ subject: 'CM2 B', says: /attendez/ }],
  },
  {
    name: 'dans un collège, il n’y a ni ONDE ni « premières classes »',
    context: { today: '2027-09-03' },
    facts: { ...classes(schoolClass('6e A', 0)), structure: school([2]) },
    reviews: [{ subject: '6e A', says: /alimentation de la rentrée.*attendez/ }],
  },
  {
    name: 'dans un collège, la saison des écoles est déjà passée : plus rien à attendre',
    context: { today: '2027-09-16' },
    facts: { ...classes(schoolClass('6e A', 0)), structure: school([2]) },
    reviews: [{ subject: '6e A', says: /autre année/ }],
  },
  {
    name: 'le même jour, dans une école, on attend encore',
    context: { today: '2027-09-16' },
    facts: { ...classes(schoolClass('CM2', 0)), structure: school([1]) },
    reviews: [{ subject: 'CM2', says: /Pas encore basculée/ }],
  },
  {
    name: 'le degré n’a pas pu être lu, mais le nom dit « Collège »',
    context: { today: '2027-09-03', school: { id: 's2', name: 'Collège Rosa Bonheur' } },
    facts: classes(schoolClass('6e A', 0)),
    reviews: [{ subject: '6e A', says: /alimentation de la rentrée.*attendez/ }],
  },
  { name: 'au moins un élève', facts: classes(schoolClass('CP', 1)), passes: true },
  {
    name: 'comptes non lus : le nombre est inconnu, pas nul',
    facts: classes(schoolClass('CP')),
    passes: true,
  },
]);
