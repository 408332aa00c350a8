import { defineRule } from '@/utils/core/rule';
import { frenchDate } from './dates';
import { personName } from './timetable-person';

export const pastYearPupil = defineRule({
  id: 'past-year-pupil',
  impact: 'minor',
  title: 'Élève de l’année précédente encore dans la base',
  why: 'Il restera parmi les élèves non réconciliés à chaque import, où l’on ne voit plus ceux qui posent problème.',
  remedy:
    'Dans EDT ou PRONOTE, ouvrez la liste des élèves, affichez ceux qui n’ont pas de classe ou qui sont sortis, et supprimez ceux de l’an passé avant l’export. SIECLE les contient encore en début d’année.',
  source: { guide: '001', section: 'Préconisations de conception d’emploi du temps (§ 2)' },
  needs: ['timetablePupils'],
  uses: ['timetableFiles'],
  *check({ timetablePupils, timetableFiles }, { schoolYear }) {
    const start = timetableFiles?.items[0]?.year?.from ?? `${schoolYear.startsIn}-08-01`;
    for (const pupil of timetablePupils.items) {
      const { at, classes, classesUnknown, leftOn } = pupil;
      const subject = personName(pupil);
      if (leftOn && leftOn < start) {
        yield {
          at,
          subject,
          says: `Sorti de sa classe le ${frenchDate(leftOn)}, avant le début de l’année.`,
        };
      } else if (classes.length === 0 && !leftOn && !classesUnknown) {
        yield {
          at,
          subject,
          says: 'Sans classe : élève de l’an passé, ou nouvel élève qui n’a pas encore de classe.',
          review: true,
        };
      }
    }
  },
});
