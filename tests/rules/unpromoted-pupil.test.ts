import { inFile } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { unpromotedPupil } from '@/utils/rules/unpromoted-pupil';

const line = {
  at: inFile(12, 'Classe Apprenant'),
  className: '6e B',
  levels: ['6e'],
  kept: 26,
  untouched: 26,
  yearChanges: true,
};

testRule(unpromotedPupil, [
  {
    name: 'toute une classe restée dans sa classe',
    facts: { classPromotions: complete(line) },
    flags: [{ subject: '6e B', says: /^Les 26 élèves/ }],
  },
  {
    name: 'une classe de plusieurs niveaux, ou sans niveau, est à vérifier',
    facts: {
      classPromotions: complete(
        { ...line, className: 'CE1-CE2', levels: ['CE1-CE2'] },
        { ...line, className: 'ULIS', levels: [] },
        { ...line, className: 'Mme Petit', levels: ['CE1', 'CE2'] },
      ),
    },
    reviews: [{ subject: 'CE1-CE2' }, { subject: 'ULIS' }, { subject: 'Mme Petit' }],
  },
  {
    name: 'quelques redoublants, deux élèves, personne, ou aucune classe qui change',
    facts: {
      classPromotions: complete(
        { ...line, untouched: 3 },
        { ...line, kept: 2, untouched: 2 },
        { ...line, kept: 0, untouched: 0 },
        { ...line, yearChanges: false },
      ),
    },
    passes: true,
  },
]);
