import { defineRule } from '@/utils/core/rule';
import { isOfPastYear, NO_ORIGIN, untold, whereabouts, withoutOrigin } from './course';
import { frenchDate } from './dates';
import { awaitsYearSwitch, reopening } from './season';

export const unarchivedCourse = defineRule({
  id: 'unarchived-course',
  impact: 'serious',
  title: 'Cours importé d’une année passée, toujours actif',
  why: 'Les élèves et enseignants de l’an passé gardent l’accès à ce cours, et le prochain import peut le doubler.',
  remedy:
    'Administration › « Cours » › cocher le cours › « Archiver ». L’archivage automatique a lieu en août ; s’il a manqué, signalez-le au support d’itslearning.',
  source: { guide: '000', section: 'Archivage automatique des espaces de travail (§ 1.5)' },
  needs: ['courses'],
  uses: ['courseSearch'],
  *check({ courses, courseSearch }, { schoolYear, today, milestones }) {
    const [search] = courseSearch?.items ?? [];
    yield* untold(withoutOrigin(courses.items, schoolYear), NO_ORIGIN);
    const past = courses.items.filter(
      (course) => course.imported === true && isOfPastYear(course, schoolYear) !== false,
    );
    const [first] = past.filter(({ state }) => state === undefined);
    if (first)
      yield {
        at: search?.at ?? first.at,
        subject: search ? 'Filtre de la liste' : first.title,
        says: search
          ? 'La liste mêle peut-être cours actifs et archivés : choisissez « Cours actifs », puis « Rechercher ».'
          : 'Indéterminé : rien ici ne dit si ces cours sont actifs ou archivés.',
        review: true,
      };
    for (const course of past) {
      if (course.state !== 'active') continue;
      const { at, title, createdOn } = course;
      const where = whereabouts(course, courses.items);
      const flag = { at, subject: title };
      if (createdOn === undefined)
        yield { ...flag, says: `Sa date de création n’a pas pu être lue${where}.`, review: true };
      else if (awaitsYearSwitch(today, milestones))
        yield {
          ...flag,
          says: `Créé par intégration le ${frenchDate(createdOn)}${where} : l’archivage automatique court jusqu’au ${reopening(milestones)}.`,
          review: true,
        };
      else
        yield {
          ...flag,
          says: `Créé par intégration le ${frenchDate(createdOn)}${where} : il devrait être archivé.`,
        };
    }
  },
});
