import { defineRule } from '@/utils/core/rule';
import { others, placeOf, subjectOf, whatChanged } from './roster-words';

export const possibleNamesake = defineRule({
  id: 'possible-namesake',
  impact: 'minor',
  title: 'Homonymes possibles, ou clé modifiée',
  why: 'Une personne part et une autre arrive sous presque la même clé. Parmi tant de noms, c’est souvent un hasard ; si c’est la même personne, son compte serait recréé vide ou en double.',
  remedy:
    'Comparer les enfants ou la classe des deux lignes. Même personne : le dire, et le fichier corrigé lui rend sa clé. Sinon : rien à faire.',
  source: { guide: '000', section: '1.4.A Points de vigilance' },
  needs: ['possibleNamesakes'],
  *check({ possibleNamesakes }) {
    for (const { at, person, reasons, changes } of possibleNamesakes.items) {
      const said = changes.map((change) => `${placeOf(change.at)}\u00A0: ${whatChanged(change)}.`);
      yield {
        at,
        subject: subjectOf(person, changes),
        says: `${said.join(' ')} ${reasons.join(' ')} Rien d’autre n’est connu de ces deux personnes.`,
        review: true,
      };
    }
    yield* others(possibleNamesakes);
  },
});
