import { complete, testRule } from '@/tests/helpers/test-rule';
import { timetableGroup } from '@/tests/helpers/timetable-facts';
import { pupilAndClassGroup } from '@/utils/rules/pupil-and-class-group';

testRule(pupilAndClassGroup, [
  {
    name: 'classe entière et un élève ULIS',
    facts: {
      timetableGroups: complete(
        timetableGroup('4AULIS', [
          ['4 A', 25, 25],
          ['ULIS', 1, 12],
        ]),
      ),
    },
    flags: [{ subject: '4AULIS', says: /Toute la classe 4 A, plus 1\u00A0élève de ULIS/ }],
  },
  {
    name: 'plusieurs groupes autour de la même classe, même sans classe ULIS',
    facts: {
      timetableGroups: complete(
        timetableGroup('4A_1', [
          ['4 A', 25, 25],
          ['4 B', 1, 24],
        ]),
        timetableGroup('4A_2', [
          ['4 A', 25, 25],
          ['', 2, 3],
        ]),
      ),
    },
    flags: [
      { subject: '4A_1', says: /2 groupes/ },
      { subject: '4A_2', says: /2\u00A0élèves de sans classe/ },
    ],
  },
  {
    name: 'un seul groupe, avec un élève d’une classe ordinaire : à vérifier',
    facts: {
      timetableGroups: complete(
        timetableGroup('4ALATIN', [
          ['4 A', 25, 25],
          ['4 B', 2, 24],
        ]),
      ),
    },
    reviews: [{ subject: '4ALATIN' }],
  },
  {
    name: 'deux classes entières, une classe presque entière, une petite classe, une classe seule',
    facts: {
      timetableGroups: complete(
        timetableGroup('4AB', [
          ['4 A', 25, 25],
          ['4 B', 24, 24],
        ]),
        timetableGroup('4LAT', [
          ['4 A', 24, 25],
          ['4 B', 2, 24],
        ]),
        timetableGroup('ULIS+', [
          ['ULIS', 7, 7],
          ['4 B', 1, 24],
        ]),
        timetableGroup('4A', [['4 A', 25, 25]]),
        timetableGroup('vide', []),
      ),
    },
    passes: true,
  },
]);
