import { courseGap } from '@/tests/helpers/import-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { missingCourse } from '@/utils/rules/missing-course';

testRule(missingCourse, [
  {
    name: 'absent, renommé, d’un autre nombre de participants',
    facts: {
      courseGaps: complete(
        courseGap('missing', 'LCA LATIN - 4 D'),
        courseGap('renamed', 'TECHNOLOGIE - 4B', 'TECHNO - 4 B'),
        courseGap('miscounted', 'FRANCAIS - 4 A', '28 attendus, 1 affiché'),
      ),
    },
    flags: [{ subject: 'LCA LATIN - 4 D', says: /la liste ne l’a pas/ }],
    reviews: [
      { subject: 'TECHNOLOGIE - 4B', says: /«.TECHNO - 4 B.»/ },
      { subject: 'FRANCAIS - 4 A', says: /28 attendus/ },
    ],
  },
  {
    name: 'un cours de plus ne manque pas',
    facts: { courseGaps: complete(courseGap('unexpected', 'CHORALE - 6 A')) },
    passes: true,
  },
]);
