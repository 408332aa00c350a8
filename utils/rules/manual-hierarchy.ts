import { defineRule } from '@/utils/core/rule';
import { schoolYearIn } from './group-name';
import { automaticName, pathKey, schoolPaths } from './hierarchy-name';

export const manualHierarchy = defineRule({
  id: 'manual-hierarchy',
  impact: 'serious',
  title: 'Hiérarchie manuelle à mettre à jour',
  why: 'Le changement d’année n’y touche pas : les personnes de l’an passé y restent, les nouvelles n’y sont pas.',
  remedy:
    'Administration › « Hiérarchie » › ouvrir la hiérarchie › rattacher et retirer les comptes à la main. Elle ne sert plus : la supprimer.',
  source: { guide: '000', section: 'Hiérarchies créées manuellement (§ 1.3)' },
  needs: ['hierarchy'],
  *check({ hierarchy }, { schoolYear }) {
    const schools = schoolPaths(hierarchy.items);
    for (const { at, name, path } of hierarchy.items) {
      const isSchool = schools.has(pathKey([...path, name]));
      if (isSchool || !schools.has(pathKey(path)) || automaticName(name)) continue;
      const named = schoolYearIn(name);
      const isPast = named?.certain && named.endsIn <= schoolYear.startsIn;
      yield {
        at,
        subject: name,
        says: isPast
          ? `Créée à la main, elle porte « ${named.written} » : ses personnes sont sans doute celles d’une année passée.`
          : 'Créée à la main : vérifiez qui y est rattaché, l’écran ne le dit pas.',
        review: true,
      };
    }
  },
});
