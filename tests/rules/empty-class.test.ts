import { complete, testRule } from '@/tests/helpers/test-rule';
import { schoolClass } from '@/tests/helpers/users';
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
  { name: 'au moins un élève', facts: classes(schoolClass('CP', 1)), passes: true },
  {
    name: 'comptes non lus : le nombre est inconnu, pas nul',
    facts: classes(schoolClass('CP')),
    passes: true,
  },
]);
