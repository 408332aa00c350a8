import { complete, testRule } from '@/tests/helpers/test-rule';
import { lesson, timetableGroup } from '@/tests/helpers/timetable-facts';
import { memberlessGroup } from '@/utils/rules/memberless-group';

const lessons = complete(lesson('LCA LATIN', '[4LATIN]'));

testRule(memberlessGroup, [
  {
    name: 'groupe relié à rien, et utilisé',
    facts: { lessons, timetableGroups: complete(timetableGroup('4LATIN', [], { linked: false })) },
    flags: [{ subject: '4LATIN', says: /relié à aucune/ }],
  },
  {
    name: 'groupe relié à des parties sans élève',
    facts: { lessons, timetableGroups: complete(timetableGroup('4LATIN', [])) },
    flags: [{ subject: '4LATIN', says: /Aucun élève/ }],
  },
  {
    name: 'groupe vide qu’aucune séance n’utilise : reste d’une autre année',
    facts: { lessons, timetableGroups: complete(timetableGroup('4GREC', [])) },
    reviews: [{ subject: '4GREC', says: /Aucune séance/ }],
  },
  {
    name: 'partie de classe qui n’est d’aucune classe',
    facts: {
      lessons,
      timetableGroups: complete(timetableGroup('4LATIN', [['4 A', 3, 25]], { strayParts: 1 })),
    },
    reviews: [{ subject: '4LATIN', says: /aucune classe du fichier/ }],
  },
  {
    name: 'groupe peuplé, ou dont le fichier ne dit pas les élèves',
    facts: {
      timetableGroups: complete(timetableGroup('4LATIN', [['4 A', 3, 25]]), {
        at: { in: 'file', file: 'liste', line: 1 },
        name: '4GREC',
        linked: true,
        strayParts: 0,
      }),
    },
    passes: true,
  },
]);
