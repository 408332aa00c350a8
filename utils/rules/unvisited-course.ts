import type { Course } from '@/utils/core/itslearning-facts';
import { defineRule } from '@/utils/core/rule';
import { isOfPastYear, untold, whereabouts } from './course';
import { daysBetween, frenchDate } from './dates';

/** Days that a class may take to open a new course for the first time. */
const PATIENCE = 14;

export const unvisitedCourse = defineRule({
  id: 'unvisited-course',
  impact: 'minor',
  title: 'Cours importé que personne n’a jamais ouvert',
  why: 'Le cours a peut-être été créé deux fois, ou ses participants ne le voient pas.',
  remedy:
    'Administration › « Cours » › « Inscription » pour contrôler la liste des participants, puis « Désinscription » après le contrôle. S’il est de trop : le cocher › « Archiver ».',
  source: { guide: '001', section: 'Vérification de l’import dans l’ENT (§ 4.3)' },
  needs: ['courses'],
  *check({ courses }, { schoolYear, today }) {
    const unread: Course[] = [];
    for (const course of courses.items) {
      const { createdOn, lastVisit, imported, state } = course;
      if (state === 'archived' || imported === false || typeof lastVisit === 'string') continue;
      if (isOfPastYear(course, schoolYear)) continue;
      const age = createdOn === undefined ? undefined : daysBetween(createdOn, today);
      if (age !== undefined && age < PATIENCE) continue;
      if (createdOn === undefined || lastVisit === undefined || imported === undefined) {
        unread.push(course);
        continue;
      }
      yield {
        at: course.at,
        subject: course.title,
        says: `Créé le ${frenchDate(createdOn)}${whereabouts(course, courses.items)}, et sans visite depuis ${age} jours.`,
        review: true,
      };
    }
    yield* untold(unread, 'la dernière visite, la date de création ou l’origine n’a pas été lue');
  },
});
