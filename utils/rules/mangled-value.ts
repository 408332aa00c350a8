import { defineRule } from '@/utils/core/rule';
import { placeOf } from './roster-words';

export const mangledValue = defineRule({
  id: 'mangled-value',
  impact: 'serious',
  title: 'Valeurs abîmées par le tableur',
  why: 'Un tableur réécrit ce qu’il prend pour un nombre ou une date : l’ENT recevrait une autre valeur, parfois une autre clé.',
  remedy:
    'Reprendre les valeurs de l’export. Dans le tableur, importer le fichier en déclarant ces colonnes comme « Texte » au lieu de l’ouvrir d’un double clic.',
  source: { guide: '000', section: '1.4.A Points de vigilance' },
  needs: ['mangledValues'],
  *check({ mangledValues }) {
    for (const { at, column, what, count, examples, inKey } of mangledValues.items) {
      const values = count === 1 ? '1 valeur' : `${count.toLocaleString('fr-FR')} valeurs`;
      const first = count === 1 ? '' : ' (la première)';
      const key = inKey
        ? ' Cette colonne fait partie de ce qui identifie la personne : un doublon est à craindre.'
        : '';
      yield {
        at,
        subject: column,
        says: `${placeOf(at)}${first} : ${what}, ${values}.${key}`,
        also: examples.slice(1).map((example) => example.at),
      };
    }
  },
});
