import type { CourseSearch } from '@/utils/core/itslearning-facts';
import { defineRule } from '@/utils/core/rule';

export const coursesOutOfSight = defineRule({
  id: 'courses-out-of-sight',
  impact: 'critical',
  title: '« Supprimer » ou « Archiver » agirait sur des cours qui ne sont pas à l’écran',
  why: 'Avec « Effectuer sur tous les résultats », le bouton agit aussi sur les autres pages, et sur ce que les filtres trouvent vraiment, quoi que montre l’écran.',
  remedy:
    'Décocher « Effectuer sur tous les résultats » et cocher les cours un à un ; ou bien cliquer sur « Rechercher », parcourir toutes les pages, puis seulement agir. Des cours supprimés par erreur : Administration › « Corbeille ».',
  source: { guide: '001', section: 'Vérification de l’import dans l’ENT (§ 4.3)' },
  needs: ['courseSearch'],
  *check({ courseSearch }) {
    for (const search of courseSearch.items) {
      const { at, everyResult, unmet, pending } = search;
      const reasons = [...outOfSight(search), ...unmet];
      const doubts = pending.map((label) => `le filtre « ${label} » a changé depuis la recherche`);
      if (everyResult === false || reasons.length + doubts.length === 0) continue;
      const unsure = everyResult === undefined ? 'Vigie ne voit pas si elle est cochée ; ' : '';
      yield {
        at,
        subject: 'Effectuer sur tous les résultats',
        says: sentence(`${unsure}${[...reasons, ...doubts].join(' ; ')}.`),
        review: everyResult === undefined || reasons.length === 0,
        holds: ['delete-courses', 'archive-courses'],
      };
    }
  },
});

function* outOfSight({ shown, total, announced }: CourseSearch): Iterable<string> {
  const all = announced ?? total;
  if (all === undefined) yield 'le nombre de cours concernés n’est pas affiché';
  else if (all > shown) yield `${all} cours seraient touchés, ${shown} sont à l’écran`;
  if (announced !== undefined && total !== undefined && announced !== total)
    yield `le bouton annonce ${announced} cours, la liste ${total}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
