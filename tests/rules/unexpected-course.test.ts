import { courseGap } from '@/tests/helpers/import-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { unexpectedCourse } from '@/utils/rules/unexpected-course';

testRule(unexpectedCourse, [
  {
    name: 'un cours de plus',
    facts: { courseGaps: complete(courseGap('unexpected', 'CHORALE - 6 A')) },
    reviews: [{ subject: 'CHORALE - 6 A', says: /Aucune séance/ }],
  },
  {
    name: 'renommé ou absent est l’affaire d’une autre règle',
    facts: {
      courseGaps: complete(courseGap('renamed', 'TECHNO - 4 B', 'X'), courseGap('missing', 'SVT - 4 B')),
    },
    passes: true,
  },
]);
