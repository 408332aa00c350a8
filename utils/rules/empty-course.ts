import type { Course } from '@/utils/core/itslearning-facts';
import { defineRule } from '@/utils/core/rule';
import { isOfPastYear, untold, whereabouts } from './course';

export const emptyCourse = defineRule({
  id: 'empty-course',
  impact: 'serious',
  title: 'Cours sans participants',
  why: 'Le cours existe, et personne ne le voit : sa classe ou son groupe n’a pas été rattaché, ou ses comptes n’ont pas été reconnus.',
  remedy:
    'Dans EDT ou PRONOTE, vérifier que le cours porte une classe ou un groupe, et que ses personnes ont été reconnues à l’import ; puis importer de nouveau. Un cours de trop : le cocher › « Archiver ».',
  source: { guide: '001', section: 'Vérification de l’import dans l’ENT (§ 4.3)' },
  needs: ['courses'],
  *check({ courses }, { schoolYear }) {
    const unread: Course[] = [];
    for (const course of courses.items) {
      const { participants, imported, state } = course;
      if (state === 'archived' || imported === false || isOfPastYear(course, schoolYear)) continue;
      const flag = { at: course.at, subject: course.title };
      const where = whereabouts(course, courses.items);
      if (participants === undefined) unread.push(course);
      else if (participants === 0)
        yield { ...flag, says: `Aucun participant${where}.`, review: state === undefined };
      else if (participants === 1)
        yield { ...flag, says: `Un seul participant, l’enseignant sans doute${where}.`, review: true };
    }
    yield* untold(unread, 'le nombre de participants n’a pas été lu');
  },
});
