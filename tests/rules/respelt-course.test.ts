import { wizardRow } from '@/tests/helpers/import-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { respeltCourse } from '@/utils/rules/respelt-course';

const course = (name: string, state: 'on' | 'off' = 'on') => wizardRow('courses', name, state);

testRule(respeltCourse, [
  {
    name: 'une espace, un accent ou l’ordre des groupes',
    facts: {
      wizardRows: complete(
        course('TECHNO - 4 B'),
        course('TECHNO - 4B'),
        course('LCA LATIN - 3BDLATIN/4DLATIN'),
        course('LCA LATIN - 4DLATIN/3BDLATIN'),
      ),
    },
    reviews: [
      { subject: 'TECHNO - 4 B', says: /«.TECHNO - 4B.»/ },
      { subject: 'LCA LATIN - 3BDLATIN/4DLATIN', says: /4DLATIN\/3BDLATIN/ },
    ],
  },
  {
    name: 'une autre classe, un autre groupe, un double déjà désactivé',
    facts: {
      wizardRows: complete(
        course('TECHNO - 4 B'),
        course('TECHNO - 4 C'),
        course('TECHNO - 4B', 'off'),
        course('LCA LATIN - 3BDLATIN'),
        course('LCA LATIN - 3BDLATIN/4DLATIN'),
        wizardRow('groups', 'TECHNO - 4B', 'on'),
      ),
    },
    passes: true,
  },
]);
