import { inFile } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import type { ShuffledColumn } from '@/utils/core/shuffled-facts';
import { shuffledColumn } from '@/utils/rules/shuffled-column';

const names: ShuffledColumn = {
  at: inFile(1, 'Nom eleve'),
  file: 'Student.csv',
  column: 'Nom eleve',
  kind: 'elsewhere',
  count: 449,
  of: 451,
};
const holds = ['import-file'] as const;

testRule(shuffledColumn, [
  {
    name: 'une colonne, les clés, les classes',
    facts: {
      shuffledColumns: complete(
        names,
        { ...names, at: inFile(1, 'Clé'), file: 'Teacher.csv', column: 'Clé', kind: 'key' },
        {
          ...names,
          at: inFile(9, 'Classe'),
          file: 'Parent.csv',
          column: 'Classe',
          kind: 'levels',
          example: '6e A → 3e B',
        },
      ),
    },
    flags: [
      {
        subject: 'Student.csv',
        says: /«\sNom eleve\s»\s: sur 449 lignes sur 451, la valeur n’est plus/,
        holds,
      },
      {
        subject: 'Teacher.csv',
        says: /la clé est celle d’une personne, et tout le reste est d’une autre/,
        holds,
      },
      { subject: 'Parent.csv', says: /sautent ou redescendent des niveaux \(6e A → 3e B\)/, holds },
    ],
  },
  { name: 'aucune colonne mélangée', facts: { shuffledColumns: complete() }, passes: true },
]);
