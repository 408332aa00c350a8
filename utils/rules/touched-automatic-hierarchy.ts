import type { HierarchyNode } from '@/utils/core/itslearning-facts';
import { defineRule } from '@/utils/core/rule';
import { fold } from '@/utils/matching/fold';
import { automaticName, pathKey, schoolPaths } from './hierarchy-name';

export const touchedAutomaticHierarchy = defineRule({
  id: 'touched-automatic-hierarchy',
  impact: 'serious',
  title: 'Hiérarchie automatique modifiée à la main',
  why: 'L’intégration ne retrouve plus une hiérarchie renommée, copiée ou déplacée : elle en crée une autre, et les personnes se partagent entre les deux.',
  remedy:
    'Administration › « Hiérarchie » › lui rendre son nom et sa place. Deux hiérarchies de même nom : écrivez au support d’itslearning avant d’en supprimer une.',
  source: { guide: '000', section: 'Hiérarchies créées automatiquement (§ 1.2)' },
  needs: ['hierarchy'],
  *check({ hierarchy }) {
    const nodes = hierarchy.items;
    const schools = schoolPaths(nodes);
    const seen = new Set<string>();
    for (const node of nodes) {
      const { at, name, path } = node;
      const says = whatHappened(node, schools, seen);
      if (says) yield { at, subject: name, says, review: true };
      else if (automaticName(name) || path.some((above) => automaticName(above)))
        yield {
          at,
          subject: name,
          says: 'Cette hiérarchie est tenue par l’intégration : une modification à la main serait défaite, ou la couperait de l’import.',
          holds: ['change-hierarchy', 'move-hierarchy'],
          cardOnly: true,
        };
    }
  },
});

function whatHappened(
  { name, path }: HierarchyNode,
  schools: ReadonlySet<string>,
  seen: Set<string>,
): string | undefined {
  const automatic = automaticName(name);
  if (!automatic) return undefined;
  const place = `${pathKey(path)}\u0000${fold(name)}`;
  const twice = seen.has(place);
  seen.add(place);
  if (automatic.altered) return 'Son nom n’est plus celui que donne l’intégration.';
  if (twice) return 'Une autre hiérarchie porte ce nom au même endroit.';
  if (automatic.known && path.length > 0 && !schools.has(pathKey(path)))
    return `Elle se trouve dans « ${path.at(-1)} », hors de sa place.`;
  return undefined;
}
