import { inFile } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { wrongProfileFile } from '@/utils/rules/wrong-profile-file';

const mismatch = {
  at: inFile(1),
  file: 'Student.csv',
  kind: 'name' as const,
  message: 'Le nom annonce des élèves, les colonnes sont celles des enseignants.',
  advice: 'Vérifiez le fichier.',
};

testRule(wrongProfileFile, [
  {
    name: 'un nom qui annonce un autre profil',
    facts: { profileMismatches: complete(mismatch) },
    flags: [{ subject: 'Student.csv', says: /colonnes.*Vérifiez/, holds: ['import-file'] }],
  },
  {
    name: 'les lignes d’un autre fichier',
    facts: { profileMismatches: complete({ ...mismatch, kind: 'rows' }) },
    flags: [{ subject: 'Student.csv' }],
  },
  {
    name: 'un profil que l’export n’a pas est à vérifier',
    facts: { profileMismatches: complete({ ...mismatch, kind: 'no-reference' }) },
    reviews: [{ subject: 'Student.csv' }],
  },
  { name: 'les bons fichiers', facts: { profileMismatches: complete() }, passes: true },
]);
