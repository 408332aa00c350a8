import { inFile } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { repeatedKey } from '@/utils/rules/repeated-key';

const repeated = {
  at: inFile(10, 'Clé de synchro élève'),
  field: 'key' as const,
  value: 'zoélambert',
  people: ['LAMBERT Zoé', 'DA SILVA Noah'],
  others: [inFile(12, 'Clé de synchro élève')],
  platform: 'itslearning' as const,
};

testRule(repeatedKey, [
  {
    name: 'deux personnes, une clé, que la phrase ne cite pas',
    facts: { repeatedKeys: complete(repeated) },
    flags: [
      {
        subject: 'LAMBERT Zoé, DA SILVA Noah',
        says: /^(?!.*lambert)Ligne 10.*cette clé figure sur 2 lignes \(aussi 12\)\.$/i,
        holds: ['import-file'],
      },
    ],
  },
  {
    name: 'la même personne deux fois',
    facts: { repeatedKeys: complete({ ...repeated, people: ['LAMBERT Zoé'] }) },
    flags: [{ subject: 'LAMBERT Zoé', says: /au même nom\.$/ }],
  },
  {
    name: 'un nom d’utilisateur sur de nombreuses lignes',
    facts: {
      repeatedKeys: complete({
        ...repeated,
        field: 'username' as const,
        others: Array.from({ length: 40 }, (_, at) => inFile(12 + at)),
      }),
    },
    flags: [
      { subject: 'LAMBERT Zoé, DA SILVA Noah', says: /ce nom d’utilisateur figure sur 41 lignes.*16…/ },
    ],
  },
  { name: 'chacun sa clé', facts: { repeatedKeys: complete() }, passes: true },
]);
