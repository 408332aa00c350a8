import { inFile } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { damagedFile } from '@/utils/rules/damaged-file';

const fault = { file: 'Parent.csv', message: 'Ce qui ne va pas.', advice: 'Ce qu’il faut faire.' };

testRule(damagedFile, [
  {
    name: 'des lettres perdues retiennent l’import, à leur ligne et dans leur colonne',
    facts: { fileFaults: complete({ ...fault, at: inFile(12, 'Nom'), code: 'lost-encoding' }) },
    flags: [
      {
        subject: 'Parent.csv',
        says: /^Ligne 12, colonne «\u00A0Nom\u00A0»\u00A0: Ce qui ne va pas\. Ce qu’il faut faire\.$/,
        holds: ['import-file'],
      },
    ],
  },
  {
    name: 'une ligne plus courte que l’en-tête est à vérifier',
    facts: { fileFaults: complete({ ...fault, at: inFile(7), code: 'short-row' }) },
    reviews: [{ subject: 'Parent.csv', says: /^Ligne 7/ }],
  },
  { name: 'un fichier bien écrit', facts: { fileFaults: complete() }, passes: true },
]);
