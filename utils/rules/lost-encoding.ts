import { defineRule } from '@/utils/core/rule';
import { placeOf } from './roster-words';

export const lostEncoding = defineRule({
  id: 'lost-encoding',
  impact: 'serious',
  title: 'Lettres accentuées perdues',
  why: 'Le fichier a été ouvert ou enregistré avec le mauvais encodage : les noms deviendraient illisibles, et les clés différentes.',
  remedy:
    'Repartir de l’extraction d’origine, et enregistrer le fichier dans le même encodage (« CSV UTF-8 » si l’export l’était).',
  source: { guide: '000', section: '1.4.A Points de vigilance' },
  needs: ['lostEncoding'],
  *check({ lostEncoding: lost }) {
    for (const { at, column, count, examples, inKey } of lost.items) {
      const values = count === 1 ? '1 valeur touchée' : `${count.toLocaleString('fr-FR')} valeurs touchées`;
      const first = count === 1 ? '' : ' (la première)';
      const key = inKey ? ' Ces personnes seraient prises pour d’autres.' : '';
      yield {
        at,
        subject: column,
        says: `${placeOf(at)}${first} : ${values}.${key}`,
        also: examples.slice(1).map((example) => example.at),
        ...(inKey && { holds: ['import-file'] as const }),
      };
    }
  },
});
