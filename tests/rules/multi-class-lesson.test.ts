import { complete, testRule } from '@/tests/helpers/test-rule';
import { lesson } from '@/tests/helpers/timetable-facts';
import { multiClassLesson } from '@/utils/rules/multi-class-lesson';

testRule(multiClassLesson, [
  {
    name: 'deux classes sans groupe : deux cours, dits par leur nom',
    facts: { lessons: complete(lesson('EPS', '4 A, 4 B'), lesson('EPS', '4 B, 4 A')) },
    reviews: [{ subject: 'EPS - 4 A et 4 B', says: /2\u00A0séances.*2 cours.*EPS - 4 A.*EPS - 4 B/ }],
  },
  {
    name: 'deux classes sans matière : aucun cours',
    facts: { lessons: complete(lesson('', '4 A, 4 B')) },
    reviews: [{ subject: 'Cours sans matière - 4 A et 4 B', says: /sans matière/ }],
  },
  {
    name: 'deux classes, matière non lue : rien n’en est conclu',
    facts: { lessons: complete(lesson('', '4 A, 4 B', { subjectUnknown: true })) },
    reviews: [
      {
        subject: 'Matière non connue - 4 A et 4 B',
        says: /1\u00A0séance en commun, nom du cours non connu\.$/,
      },
    ],
  },
  {
    name: 'un groupe des deux classes, une classe seule, une classe avec une partie d’une autre',
    facts: {
      lessons: complete(
        lesson('EPS', '[4AB]<4 A> <EPS> 1, [4AB]<4 B> <EPS> 1'),
        lesson('EPS', '4 A'),
        lesson('EPS', '4 A, <ULIS> <4> 4'),
      ),
    },
    passes: true,
  },
]);
