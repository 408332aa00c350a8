import { complete, testRule } from '@/tests/helpers/test-rule';
import { lesson } from '@/tests/helpers/timetable-facts';
import { audiencelessLesson } from '@/utils/rules/audienceless-lesson';

testRule(audiencelessLesson, [
  {
    name: 'réunion ou cours complexe : à une personne de le dire',
    facts: { lessons: complete(lesson('ARTS PLASTIQUES', '', { slot: 'mardi, 09:00' })) },
    reviews: [{ subject: 'ARTS PLASTIQUES', says: /mardi, 09:00/ }],
  },
  {
    name: 'séance sans rien',
    facts: { lessons: complete(lesson('', '')) },
    reviews: [{ subject: 'Cours sans matière' }],
  },
  {
    name: 'une partie de classe est un public, même si l’ENT l’ignore',
    facts: { lessons: complete(lesson('EPS', '<3C> <EPS> F'), lesson('EPS', '3C')) },
    passes: true,
  },
]);
