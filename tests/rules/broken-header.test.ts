import { inFile } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { brokenHeader } from '@/utils/rules/broken-header';

const problem = {
  at: inFile(1, 'Cle'),
  file: 'Parent.csv',
  side: 'fresh' as const,
  kind: 'renamed' as const,
  column: 'Clé de synchro élève',
  message: 'La colonne a disparu.',
  advice: 'Rendez-lui son nom.',
  refused: true,
};

testRule(brokenHeader, [
  {
    name: 'une colonne de la clé renommée : refus, et non absence de différence',
    facts: { headerProblems: complete(problem) },
    flags: [
      {
        subject: 'Parent.csv',
        says: /disparu\..*ce n’est pas une absence de différence/,
        holds: ['import-file'],
      },
    ],
  },
  {
    name: 'une colonne sans conséquence pour la comparaison est à vérifier',
    facts: { headerProblems: complete({ ...problem, refused: false, kind: 'invisible' as const }) },
    reviews: [{ subject: 'Parent.csv' }],
  },
  {
    name: 'ce qui manque à l’export lui-même est la façon de l’ENT',
    facts: { headerProblems: complete({ ...problem, refused: false, side: 'reference' as const }) },
    passes: true,
  },
]);
