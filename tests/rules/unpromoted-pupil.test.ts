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
  {
    name: 'en août, un fichier où personne n’a changé de classe est à vérifier',
    context: { today: '2026-08-27' },
    facts: {
      classPromotions: complete(
        { ...line, yearChanges: false },
        { ...line, className: '5e A', yearChanges: false },
      ),
    },
    reviews: [{ subject: 'Toutes les classes', says: /^Aucun des 52 élèves/ }],
  },
  {
    name: 'en août, un ajout de quelques élèves',
    context: { today: '2026-08-27' },
    facts: { classPromotions: complete({ ...line, kept: 6, untouched: 6, yearChanges: false }) },
    passes: true,
  },
  {
    name: 'en août, quelques élèves déplacés',
    context: { today: '2026-08-27' },
    facts: { classPromotions: complete({ ...line, untouched: 25, yearChanges: false }) },
    passes: true,
  },
  {
    name: 'en novembre, personne ne change de classe',
    facts: { classPromotions: complete({ ...line, yearChanges: false }) },
    passes: true,
  },
]);
