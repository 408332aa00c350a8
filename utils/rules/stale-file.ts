import { isYearEnding, schoolYearLabel } from '@/utils/core/context';
import { defineRule } from '@/utils/core/rule';
import { frenchDate, isEarlier } from './dates';

/** Month and day before which a file was made for last year, or before the platforms reopen their modules. */
const FIRST_DAY = '08-15';

export const staleFile = defineRule({
  id: 'stale-file',
  impact: 'serious',
  title: 'Fichier d’une autre année, ou plus ancien que le dernier importé',
  why: 'L’import remettrait en place un emploi du temps dépassé, et effacerait les événements créés depuis.',
  remedy:
    'Refaites l’export : « Imports/Exports » › « Socles ENT » › « Export manuel de l’emploi du temps », dans la base de l’année en cours.',
  source: { guide: '001', section: 'Génération du fichier encrypté (§ 3.1), Lancement de l’import (§ 3.11)' },
  needs: ['timetableFiles'],
  uses: ['seenTimetables'],
  *check({ timetableFiles, seenTimetables }, { schoolYear, today }) {
    const lastSeen =
      seenTimetables?.items
        .map(({ madeOn = '' }) => madeOn)
        // A clock that ran ahead tells nothing of what comes after.
        .filter((madeOn) => madeOn.slice(0, 10) <= today)
        .sort()
        .at(-1) ?? '';
    const expected = [schoolYear.startsIn, ...(isYearEnding(today) ? [schoolYear.startsIn + 1] : [])];
    const oldest = `${schoolYear.startsIn}-${FIRST_DAY}`;
    for (const { at, madeOn, year } of timetableFiles.items) {
      const flag = { at, subject: madeOn ? `Fichier du ${frenchDate(madeOn)}` : 'Fichier sans date' };
      const described = year && Number(year.from.slice(0, 4));
      const day = madeOn?.slice(0, 10);
      if (described !== undefined && !expected.includes(described)) {
        const label = schoolYearLabel({ startsIn: described });
        const present = schoolYearLabel(schoolYear);
        const says = `Il décrit l’année ${label}, l’année en cours est ${present}.`;
        yield { ...flag, says, holds: ['import-file'] };
      } else if (day && day > today) {
        const says = 'Il est daté d’un jour à venir : l’horloge de l’ordinateur est à vérifier.';
        yield { ...flag, says, review: true };
      } else if (day && day < oldest) {
        const says = `Il a été produit avant le ${frenchDate(oldest)}, sans doute avant le changement d’année.`;
        yield { ...flag, says };
      } else if (madeOn && lastSeen && isEarlier(madeOn, lastSeen)) {
        const says = `Il est plus ancien que le dernier fichier vu, du ${frenchDate(lastSeen)}.`;
        yield { ...flag, says };
      } else if (!madeOn && !year) {
        const says = 'Il ne dit ni sa date ni son année : vérifiez quand il a été produit.';
        yield { ...flag, says, review: true };
      }
    }
  },
});
