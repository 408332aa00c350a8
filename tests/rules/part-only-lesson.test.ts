import { complete, testRule } from '@/tests/helpers/test-rule';
import { lesson } from '@/tests/helpers/timetable-facts';
import { partOnlyLesson } from '@/utils/rules/part-only-lesson';

testRule(partOnlyLesson, [
  {
    name: 'deux séances de la même partie de classe : une seule ligne',
    facts: {
      lessons: complete(
        lesson('LCA LATIN', '<3D> <LATIN> LAT'),
        lesson('LCA LATIN', '<3D> <LATIN> LAT', { slot: 'jeudi, 10:00' }),
      ),
    },
    flags: [{ subject: 'LCA LATIN - 3D', says: /2\u00A0séances pour «\u00A0LAT\u00A0» de 3D/ }],
  },
  {
    name: 'parties de deux classes',
    facts: { lessons: complete(lesson('EPS', '<3C> <EPS> F, <3D> <EPS> F')) },
    flags: [{ subject: 'EPS - 3C et 3D' }],
  },
  {
    name: 'partie sans nom ni classe, comme dans un fichier abîmé',
    facts: { lessons: complete(lesson('EPS', '', { audience: 'part', parts: [{}] })) },
    flags: [{ subject: 'EPS - ?', says: /classe inconnue/ }],
  },
  {
    name: 'parties détaillées d’un groupe, ou ajoutées à une classe',
    facts: {
      lessons: complete(
        lesson('LCA LATIN', '[4LATIN]<4 B> <SIECLE> LAT, [4LATIN]<4 C> <SIECLE> LAT'),
        lesson('FRANCAIS', '4 A, <ULIS> <4> 4'),
      ),
    },
    passes: true,
  },
]);
