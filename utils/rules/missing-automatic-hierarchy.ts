import { schoolYearLabel } from '@/utils/core/context';
import { defineRule } from '@/utils/core/rule';
import { automaticName, isPast, pathKey, schoolPaths } from './hierarchy-name';
import { awaitsYearSwitch, reopening } from './season';

export const missingAutomaticHierarchy = defineRule({
  id: 'missing-automatic-hierarchy',
  impact: 'serious',
  title: 'Hiérarchie automatique absente',
  why: 'Sans elle, élèves, responsables ou cours de l’année ne sont rattachés à rien, et les droits posés dessus ne jouent pas.',
  remedy:
    'Elle se crée à la reprise des imports : Administration › « Import Utilisateur CSV » pour les personnes, « Import EDT » pour les espaces de travail. Si l’import est fait, écrivez au support d’itslearning.',
  source: { guide: '000', section: 'Hiérarchies créées automatiquement (§ 1.2)' },
  needs: ['hierarchy'],
  *check({ hierarchy }, { schoolYear, today, milestones }) {
    const nodes = hierarchy.items;
    const schools = schoolPaths(nodes);
    const expected = [
      ['apprenants', 'Apprenants [synchronisé]'],
      ['responsables', 'Responsables [synchronisé]'],
      ['espaces de travail', `Espaces de travail ${schoolYearLabel(schoolYear)}`],
    ] as const;
    const [first] = nodes;
    if (first && schools.size === 0)
      yield {
        at: first.at,
        subject: first.name,
        says: 'Aucune hiérarchie automatique n’est affichée : dépliez l’établissement ; s’il l’est, vérifiez que l’import a été fait.',
        review: true,
      };
    for (const school of schools) {
      const children = nodes.filter(({ path }) => pathKey(path) === school);
      const stems = children.flatMap(({ name }) => {
        const automatic = automaticName(name);
        if (!automatic || isPast(automatic, schoolYear)) return [];
        // The courses' hierarchy had that name first.
        return automatic.stem === 'cours' ? 'espaces de travail' : automatic.stem;
      });
      const holder = nodes.find(({ name, path }) => pathKey([...path, name]) === school) ?? children[0];
      for (const [stem, name] of expected) {
        if (!holder || stems.includes(stem)) continue;
        yield {
          at: holder.at,
          subject: name,
          says: `Attendue dans « ${holder.name} », elle n’y est pas affichée${awaitsYearSwitch(today, milestones) ? ` ; les imports reprennent à partir du ${reopening(milestones)}` : ''}.`,
          review: true,
        };
      }
    }
  },
});
