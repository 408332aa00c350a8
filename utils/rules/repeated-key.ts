import { defineRule } from '@/utils/core/rule';
import { others, placeOf } from './roster-words';

export const repeatedKey = defineRule({
  id: 'repeated-key',
  impact: 'critical',
  title: 'Même clé sur plusieurs lignes',
  why: 'L’ENT n’en fera qu’un seul compte : une personne en recevra les données d’une autre.',
  remedy:
    'Rendre à chaque personne la clé et le nom d’utilisateur de l’export ; laisser la clé vide pour une personne nouvelle.',
  source: { guide: '000', section: '1.4.B Exporter les utilisateurs de l’année écoulée' },
  needs: ['repeatedKeys'],
  *check({ repeatedKeys }) {
    for (const { at, field, people, others: places } of repeatedKeys.items) {
      const what = field === 'key' ? 'Cette clé' : 'Ce nom d’utilisateur';
      const count = places.length + 1;
      const first = places.slice(0, 5).map((place) => (place.in === 'file' ? `${place.line}` : place.key));
      const more = places.length > first.length ? '…' : '';
      yield {
        at,
        subject: people.slice(0, 5).join(', '),
        says: `${placeOf(at)} : ${what.toLowerCase()} figure sur ${count} lignes (aussi ${first.join(', ')}${more})${people.length === 1 ? ', au même nom' : ''}.`,
        also: places.slice(0, 20),
        holds: ['import-file'],
      };
    }
    yield* others(repeatedKeys);
  },
});
