import { schoolYearLabel } from '@/utils/core/context';
import { defineRule } from '@/utils/core/rule';
import { automaticName, isPast } from './hierarchy-name';
import { awaitsYearSwitch, reopening } from './season';

export const pastYearHierarchy = defineRule({
  id: 'past-year-hierarchy',
  impact: 'serious',
  title: 'Hiérarchie automatique d’une année passée, toujours affichée',
  why: 'Droits et partages posés sur elle s’appliquent encore aux personnes de l’an passé.',
  remedy:
    'itslearning la désaffiche en août, elle ne se retire pas à la main : écrivez au support d’itslearning en donnant l’établissement et le nom de la hiérarchie.',
  source: { guide: '000', section: 'Hiérarchies créées automatiquement (§ 1.2)' },
  needs: ['hierarchy'],
  *check({ hierarchy }, { schoolYear, today, milestones }) {
    for (const { at, name } of hierarchy.items) {
      const automatic = automaticName(name);
      if (!automatic?.year || !isPast(automatic, schoolYear)) continue;
      const awaited = awaitsYearSwitch(today, milestones);
      yield {
        at,
        subject: name,
        says: awaited
          ? `Porte « ${automatic.year.written} » : les désaffichages courent jusqu’au ${reopening(milestones)}.`
          : `Porte « ${automatic.year.written} », l’année en cours est ${schoolYearLabel(schoolYear)}.`,
        review: awaited,
      };
    }
  },
});
