import { defineRule } from '@/utils/core/rule';
import { firstDay, isOfPastYear, NO_ORIGIN, untold, whereabouts, withoutOrigin } from './course';
import { frenchDate } from './dates';
import { schoolYearIn } from './group-name';

export const unrenamedManualCourse = defineRule({
  id: 'unrenamed-manual-course',
  impact: 'minor',
  title: 'Cours manuel de l’an passé, ni archivé ni renommé',
  why: 'itslearning n’archive pas les cours créés à la main : leurs anciens participants y restent jusqu’à ce que l’enseignant agisse.',
  remedy:
    'Demander à l’enseignant de l’archiver ou de le renommer depuis le cours lui-même ; à défaut, Administration › « Cours » › cocher le cours › « Archiver ».',
  source: { guide: '000', section: 'Action sur les espaces de travail créés manuellement (§ 1)' },
  needs: ['courses'],
  *check({ courses }, { schoolYear }) {
    yield* untold(withoutOrigin(courses.items, schoolYear), NO_ORIGIN);
    for (const course of courses.items) {
      if (course.imported !== false || course.state === 'archived') continue;
      if (isOfPastYear(course, schoolYear) === false) continue;
      const named = schoolYearIn(course.title);
      const where = whereabouts(course, courses.items);
      const flag = { at: course.at, subject: course.title };
      if (named && named.endsIn > schoolYear.startsIn) continue;
      if (named?.certain && course.state === 'active') {
        yield { ...flag, says: `Son nom porte encore « ${named.written} »${where}.` };
        continue;
      }
      // Changed since August: its teacher has taken it up again.
      if (course.updatedOn && course.updatedOn >= firstDay(schoolYear)) continue;
      const since = course.updatedOn ?? course.createdOn;
      yield {
        ...flag,
        says: since
          ? `Sans mise à jour depuis le ${frenchDate(since)}${where} : à archiver ou à renommer s’il ressert.`
          : `Ses dates n’ont pas pu être lues${where} : vérifiez s’il ressert.`,
        review: true,
      };
    }
  },
});
