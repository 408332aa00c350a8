import { summerOn } from '@/utils/core/context';
import { notInRange, rangeOf } from '@/utils/core/day-range';
import { defineRule } from '@/utils/core/rule';
import { modeOf } from '@/utils/core/skolengo-facts';
import { frenchDate } from './dates';

/** « Nous recommandons de ne pas conserver ce mode de fonctionnement au-delà du 15 juillet » (source 003). */
const LATEST = '07-15';

export const earlyTimetableEnd = defineRule({
  id: 'early-timetable-end',
  impact: 'serious',
  title: 'Emploi du temps dont la fin sort les élèves de leurs classes',
  why: 'En mode 2, les dates de l’emploi du temps sont importées : le lendemain de la fin, les élèves ne sont plus dans leurs classes, ni dans les cahiers de textes, ni dans les listes de contacts.',
  remedy:
    'Dans EDT ou UnDeuxTemps : repousser la date de fin d’année, créer une période de vacances du 4 au 15 juillet, puis importer à la main dans l’ENT. Pas au-delà du 15 juillet.',
  source: { guide: '003', section: 'L’emploi du temps, option 2' },
  needs: ['timetableImports'],
  uses: ['yearPlans'],
  *check({ timetableImports, yearPlans }, { today }) {
    const plan = yearPlans?.items[0];
    for (const form of timetableImports.items) {
      const { at, modeWritten, to = plan?.timetableEnd, software } = form;
      const mode = modeOf(form, plan);
      const flag = { at, subject: software ?? 'Import d’emploi du temps' };
      const doubt = (says: string) => ({ ...flag, says: `Indéterminé : ${says}`, review: true });
      if (mode === 1 || mode === 3) continue;
      if (mode === undefined && modeWritten !== undefined)
        yield doubt(`le mode affiché, « ${modeWritten} », n’est ni le 1, ni le 2, ni le 3.`);
      else if (mode === undefined) yield doubt('le mode d’import (1, 2 ou 3) n’est pas connu.');
      else if (!to) yield doubt('la date de fin d’année de l’emploi du temps n’est pas connue.');
      else if (notInRange(to, rangeOf(summerOn(today), 'timetable-end')))
        yield doubt(
          `la fin d’année lue, le ${frenchDate(to)}, n’est pas de l’été ${summerOn(today)}. À corriger.`,
        );
      else if (to.slice(5) > LATEST)
        yield {
          ...flag,
          says: `Fin le ${frenchDate(to)} : le guide déconseille d’aller au-delà du 15 juillet.`,
        };
      else if (!plan?.yearEnd) yield doubt('la fin de l’année scolaire n’est pas connue.');
      else if (to < plan.yearEnd)
        yield {
          ...flag,
          says: `Les élèves sortiront de leurs classes après le ${frenchDate(to)}, avant la fin des cours du ${frenchDate(plan.yearEnd)}.`,
        };
      else if (to.slice(5) < LATEST)
        yield {
          ...flag,
          says: `Les élèves sortiront de leurs classes après le ${frenchDate(to)} : à repousser pour joindre encore les familles.`,
          review: true,
        };
    }
  },
});
