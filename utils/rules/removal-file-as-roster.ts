import { defineRule } from '@/utils/core/rule';
import { BOX } from './roster-words';

export const removalFileAsRoster = defineRule({
  id: 'removal-file-as-roster',
  impact: 'critical',
  title: 'Liste de personnes à supprimer',
  why: 'La liste des personnels à supprimer s’envoie au support. Importée avec la case cochée, elle garderait ces personnes et supprimerait toutes les autres.',
  remedy:
    'Ne pas importer ce fichier : l’envoyer à support.fr@itslearning.com avec l’objet « Code UAI-Nom de l’établissement-Suppression Utilisateurs ».',
  source: { guide: '000', section: '1.4.E Comment retirer des personnels' },
  needs: ['removalFiles'],
  *check({ removalFiles }, { updateAll }) {
    for (const { at, file, byName, listed, known } of removalFiles.items) {
      const others = Math.max(0, known - listed).toLocaleString('fr-FR');
      const how = byName
        ? 'Le nom du fichier est celui d’une demande de suppression.'
        : `Le fichier ne reprend, sans aucun changement, que ${listed} des ${known} comptes de l’export.`;
      const box =
        updateAll === false
          ? `La case ${BOX} est décochée : rien ne serait supprimé, mais la demande n’arriverait pas au support.`
          : `Avec la case ${BOX} cochée, les ${others} autres comptes seraient supprimés.`;
      yield {
        at,
        subject: file,
        says: `${how} ${box}`,
        holds: ['import-file'],
        ...(!byName && { review: true }),
      };
    }
  },
});
