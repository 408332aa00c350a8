import { inFile, person } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { possibleNamesake } from '@/utils/rules/possible-namesake';

const postalCode = {
  at: inFile(40, 'Code postal'),
  field: 'postalCode' as const,
  was: '47440',
  is: '47650',
  difference: [],
};

const namesake = {
  ...person(40),
  profile: 'parent' as const,
  by: 'pairing' as const,
  verdict: 'check' as const,
  reasons: ['Code postal\u00A0: un autre.'],
  before: inFile(12),
  changes: [postalCode],
  pair: '0.10>0.8',
};

testRule(possibleNamesake, [
  {
    name: 'un parent du même nom, dans une autre commune',
    facts: { possibleNamesakes: complete(namesake) },
    reviews: [
      {
        subject: 'LAMBERT Zoé (Code postal\u00A0: «\u00A047440\u00A0» → «\u00A047650\u00A0»)',
        says: /^Ligne 40, colonne «\u00A0Code postal\u00A0».*Rien d’autre n’est connu/,
      },
    ],
  },
  { name: 'personne qui se ressemble', facts: { possibleNamesakes: complete() }, passes: true },
]);
