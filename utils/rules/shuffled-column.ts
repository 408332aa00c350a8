import { defineRule } from '@/utils/core/rule';
import type { ShuffledColumn } from '@/utils/core/shuffled-facts';

export const shuffledColumn = defineRule({
  id: 'shuffled-column',
  impact: 'critical',
  title: 'Colonne triée sans les autres',
  why: 'Chaque ligne mêle deux personnes : des comptes passeraient à quelqu’un d’autre, ou seraient recréés, et des élèves iraient dans la classe d’un autre.',
  remedy:
    'Ne rien réparer ligne à ligne. Annuler le tri dans le tableur, ou reprendre l’export et y refaire les changements ; pour trier, sélectionner toutes les colonnes.',
  source: { guide: '000', section: '1.4.B Exporter les utilisateurs de l’année écoulée' },
  needs: ['shuffledColumns'],
  *check({ shuffledColumns }) {
    for (const one of shuffledColumns.items) {
      yield { at: one.at, subject: one.file, says: said(one), holds: ['import-file'] };
    }
  },
});

function said({ column, kind, count, of, example }: ShuffledColumn): string {
  const rows = `${count.toLocaleString('fr-FR')} lignes sur ${of.toLocaleString('fr-FR')}`;
  if (kind === 'key')
    return `Colonne «\u00A0${column}\u00A0»\u00A0: sur ${rows}, la clé est celle d’une personne, et tout le reste est d’une autre.`;
  if (kind === 'levels')
    return `Colonne «\u00A0${column}\u00A0»\u00A0: sur ${rows} où elle change, des élèves sautent ou redescendent des niveaux (${example ?? ''}).`;
  return `Colonne «\u00A0${column}\u00A0»\u00A0: sur ${rows}, la valeur n’est plus celle de la personne, et se retrouve sur la ligne d’une autre.`;
}
