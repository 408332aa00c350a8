import { inFile } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { removalFileAsRoster } from '@/utils/rules/removal-file-as-roster';

const removal = {
  at: inFile(1),
  file: '0750052M-Collège-29aout2021-Enseignants.csv',
  byName: true,
  byContent: true,
  listed: 4,
  known: 51,
};

testRule(removalFileAsRoster, [
  {
    name: 'le nom que le guide donne à la demande',
    facts: { removalFiles: complete(removal) },
    flags: [{ subject: removal.file, says: /47 autres comptes seraient supprimés/, holds: ['import-file'] }],
  },
  {
    name: 'case décochée',
    facts: { removalFiles: complete(removal) },
    context: { updateAll: false },
    flags: [{ subject: removal.file, says: /rien ne serait supprimé/ }],
  },
  {
    name: 'un extrait de l’export sous un autre nom est à vérifier',
    facts: { removalFiles: complete({ ...removal, file: 'Teacher.csv', byName: false }) },
    reviews: [{ subject: 'Teacher.csv', says: /que 4 des 51 comptes/ }],
  },
  { name: 'un fichier ordinaire', facts: { removalFiles: complete() }, passes: true },
]);
