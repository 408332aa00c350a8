import { schoolYearLabel } from '@/utils/core/context';
import { defineRule } from '@/utils/core/rule';
import { isGarGroup, schoolYearIn } from './group-name';
import { yearIsEnding } from './season';

export const pastYearGroup = defineRule({
  id: 'past-year-group',
  impact: 'serious',
  title: 'Groupe manuel d’une année passée',
  why: 'Un groupe manuel survit au changement d’année : ses anciens membres restent dans tous les partages qui le visent.',
  remedy:
    'Console d’administration › « Groupes » › ouvrir le groupe › « Supprimer ». S’il doit resservir : retirer les anciens membres, puis « Renommer » avec l’année en cours.',
  source: { guide: '004', section: 'Supprimer des groupes manuels qui n’ont plus lieu d’être (p. 17)' },
  needs: ['manualGroups'],
  *check({ manualGroups }, { schoolYear, today, milestones }) {
    for (const group of manualGroups.items) {
      const named = schoolYearIn(group.name);
      if (!named || isGarGroup(group.name)) continue;
      // Made this year, « Noël 2026 » is of this year.
      if (!named.certain && (group.createdOn ?? '') >= `${schoolYear.startsIn}-08-01`) continue;
      const flag = { at: group.at, subject: group.name };
      if (named.endsIn <= schoolYear.startsIn) {
        yield {
          ...flag,
          says: named.certain
            ? `Le nom porte « ${named.written} », l’année en cours est ${schoolYearLabel(schoolYear)} : à purger.`
            : `« ${named.written} » est peut-être une année passée : à purger si le groupe ne sert plus.`,
          review: !named.certain,
        };
      } else if (
        named.certain &&
        yearIsEnding(today, milestones) &&
        named.endsIn === schoolYear.startsIn + 1
      ) {
        yield {
          ...flag,
          says: `« ${named.written} » s’achève : à purger ou à renommer à la rentrée.`,
          review: true,
        };
      }
    }
  },
});
