import { schoolYearOn } from '@/utils/core/context';
import { defineRule } from '@/utils/core/rule';
import type { TimetableSoftware } from '@/utils/core/timetable-facts';

export const changedPronoteEdition = defineRule({
  id: 'changed-pronote-edition',
  impact: 'critical',
  title: 'Version de PRONOTE changée depuis le dernier import',
  why: 'Les identifiants de toutes les personnes peuvent être régénérés : chaque compte en aurait deux, et les participants aux cours deviennent incohérents.',
  remedy:
    'N’importez pas ce fichier. Refaites l’export depuis la même version (locale, réseau ou hébergée) que la dernière fois. Si le changement est définitif, prévenez l’assistance de l’ENT avant tout import.',
  source: {
    guide: '001',
    section: 'Versions compatibles, avertissement (§ 1.3), Compatibilité de version Pronote (§ 5.1)',
  },
  needs: ['timetableFiles', 'seenTimetables'],
  *check({ timetableFiles, seenTimetables }, { schoolYear }) {
    const [last] = [...seenTimetables.items].sort((a, b) => ((a.madeOn ?? '') < (b.madeOn ?? '') ? 1 : -1));
    const { compared = 0, changed = 0 } = last?.identifiers ?? {};
    const isRenewed = compared >= ENOUGH && changed > compared / 2;
    for (const { at, form, software } of timetableFiles.items) {
      if (isRenewed) {
        const says = `${changed} identifiants sur ${compared} comparés ne sont plus ceux du dernier fichier.`;
        yield { at, subject: software?.text ?? 'Identifiants des personnes', says, holds: ['import-file'] };
        continue;
      }
      // UDT has no edition, and knows nobody by an identifier of PRONOTE.
      if (form === 'udt' || last?.software?.product === 'UDT') continue;
      if (!software || !last?.software || software.text === last.software.text) continue;
      const [was, is] = [last.software, software];
      const sameYear =
        !last.madeOn || schoolYearOn(last.madeOn.slice(0, 10)).startsIn === schoolYear.startsIn;
      const isEdition = differs(was.edition, is.edition) || differs(was.product, is.product);
      const isRelease = differs(was.release, is.release) && sameYear;
      // Two lines that differ by nothing we can name: minor updates are recommended, others are not to be excluded.
      const isUnnamed = !isEdition && differs(withoutNumbers(was), withoutNumbers(is));
      if (!isEdition && !isRelease && !isUnnamed) continue;
      const says = `Le dernier fichier venait de « ${was.text} »${sameYear ? '' : ', l’an passé'}.`;
      const review = !sameYear || !(isEdition || isRelease);
      yield { at, subject: is.text, says, review, holds: ['import-file'] };
    }
  },
});

/** Fewer people met again than this prove nothing: one of them may have been entered anew. */
const ENOUGH = 5;

/** Silence of one side is no change. */
function differs(was: string | undefined, is: string | undefined): boolean {
  return was !== undefined && is !== undefined && was !== is;
}

function withoutNumbers({ text }: TimetableSoftware): string {
  return text
    .replace(/[\d.\s-]+/g, ' ')
    .trim()
    .toLowerCase();
}
