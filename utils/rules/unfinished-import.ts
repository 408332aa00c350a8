import { schoolYearLabel } from '@/utils/core/context';
import { defineRule } from '@/utils/core/rule';
import { fold } from '@/utils/matching/fold';
import { isOfYear } from './import-date';

export const unfinishedImport = defineRule({
  id: 'unfinished-import',
  impact: 'serious',
  title: 'Pas d’import d’emploi du temps terminé cette année',
  why: 'Tant qu’un import de cette année n’est pas à « Fait », ni les cours ni les agendas ne sont ceux d’EDT.',
  remedy:
    'Import EDT › « Historique » : attendez l’état « Fait », en rouvrant l’écran ; le premier dure souvent plus de dix minutes. Interrompu : refaites un « Import Manuel », et sinon contactez l’assistance.',
  source: { guide: '001', section: 'Lancement et historique des imports (§ 3.11 et 3.12)' },
  needs: ['latestImports'],
  *check({ latestImports }, { schoolYear }) {
    for (const { at, date, status } of latestImports.items) {
      const said = fold(status ?? '');
      const flag = { at, subject: date };
      if (BROKEN.test(said)) yield { ...flag, says: `Le dernier import est « ${status} ».` };
      else if (!DONE.test(said))
        yield {
          ...flag,
          says: `Le dernier import n’est pas encore « Fait »${status ? ` : il est « ${status} »` : ''}. Rouvrez « Historique » dans quelques minutes.`,
          review: true,
        };
      else if (!isOfYear(date, schoolYear))
        yield {
          ...flag,
          says: `Le dernier import est « ${status} », mais il n’est pas de l’année ${schoolYearLabel(schoolYear)}.`,
          review: true,
        };
    }
  },
});

/** The words of the guides; the states of an import that waits are not public (domain itslearning §9). */
const DONE = /^(?:fait|termine|done|completed)\b/;
const BROKEN = /^(?:interrompu|erreur|echec|echoue|annule|interrupted|failed|error|cancelled)\b/;
