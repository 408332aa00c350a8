import { defineRule } from '@/utils/core/rule';
import { BOX, others, PREDELETE } from './roster-words';

export const droppedUser = defineRule({
  id: 'dropped-user',
  impact: 'critical',
  title: 'Comptes qui seraient supprimés sans qu’on l’attende',
  why: 'Un compte absent du fichier est supprimé avec tout son contenu quand la mise à jour de tous les utilisateurs est demandée.',
  remedy:
    'Remettre dans le fichier les lignes de l’export qui manquent à tort. Pour ne rien supprimer, décocher « Mettre à jour tous les utilisateurs » (itslearning) ou « Pré-supprimer les comptes des utilisateurs absents des fichiers » (Edifice).',
  source: { guide: '000', section: '1.4.D Comment retirer des comptes' },
  needs: ['departures'],
  uses: ['deletionGauge'],
  *check({ departures, deletionGauge }, { updateAll, ent }) {
    const holds = ['import-file'] as const;
    for (const { at, says, alarms, state } of deletionGauge?.items ?? []) {
      if (state !== 'red') continue;
      const box =
        updateAll === false
          ? ` La case ${ent === 'edifice' ? PREDELETE : BOX} est décochée : rien ne sera supprimé.`
          : '';
      const review = updateAll === false && { review: true };
      const subject = at.in === 'file' ? at.file : '';
      yield { at, subject, says: `${says} ${alarms.join(' ')}${box}`, holds, ...review };
    }
    for (const { at, person, profile, platform, className, expected, looksEdited } of departures.items) {
      // An edited key is told as such: the remedy is another one.
      if (expected || looksEdited) continue;
      const asked = platform === 'itslearning' && (profile === 'teacher' || profile === 'staff');
      const where = className ? ` (classe «\u00A0${className}\u00A0»)` : '';
      yield {
        at,
        subject: person,
        says: `Absent du nouveau fichier${where}. ${fate(platform === 'edifice', updateAll)}${asked ? BY_REQUEST : ''}`,
        review: true,
      };
    }
    yield* others(departures);
  },
});

/** Staff are not removed by an import (source 000 §1.4.E). */
const BY_REQUEST =
  ' Si cette personne est partie, demandez sa suppression à l’assistance : l’atelier prépare la demande.';

function fate(isEdifice: boolean, updateAll: boolean | undefined): string {
  if (isEdifice && updateAll === undefined)
    return 'Son compte sera mis en suppression si elle est demandée pour les comptes absents.';
  const box = isEdifice ? PREDELETE : BOX;
  if (updateAll === true)
    return `La case ${box} est cochée : son compte sera ${isEdifice ? 'pré-supprimé' : 'supprimé'}.`;
  if (updateAll === false) return `La case ${box} est décochée : son compte restera.`;
  return `Case ${BOX} cochée : son compte est supprimé. Décochée : il reste.`;
}
