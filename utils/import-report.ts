import type { RosterRole } from './core/roster-facts';
import { compareWithFound, type PredictedImport, type Totals } from './files/expected';
import { counted } from './files/problem';

/** A report of the platform that lists what an import is about to do, as far as its pages were leafed through. */
export interface SeenReport {
  /** Lines that it announces. */
  total: number;
  /** Lines that were read. */
  read: number;
  perProfile: readonly (Totals & { profile: RosterRole })[];
}

const NONE = { created: 0, updated: 0, deleted: 0 };

/** Compares a report with what the control of the same files announced: French sentences, the gap first. */
export function reportGaps(predicted: PredictedImport, { total, read, perProfile }: SeenReport): string[] {
  const lines = counted(total, 'ligne');
  const expected = predicted.created + predicted.updated + predicted.deleted;
  const sum =
    total === expected
      ? `Rapport intermédiaire\u00A0: ${lines}, autant que ce que le contrôle annonce.`
      : `Rapport intermédiaire\u00A0: ${lines}, alors que le contrôle en annonce ${expected.toLocaleString('fr-FR')}. Vérifiez les lignes « Créé » et « Supprimé » avant « Suivant ».`;
  if (read < total)
    return [
      sum,
      `${counted(read, 'ligne lue', 'lignes lues')} sur ${total.toLocaleString('fr-FR')}\u00A0: feuilletez le rapport jusqu’au bout pour le comparer opération par opération.`,
    ];
  const silent = predicted.perProfile.filter(
    ({ profile }) => !perProfile.some((found) => found.profile === profile),
  );
  const found = [...perProfile, ...silent.map(({ profile }) => ({ profile, ...NONE }))];
  const gaps = compareWithFound(predicted, { perProfile: found });
  return [
    sum,
    ...(gaps.length > 0
      ? gaps.map(({ says }) => says)
      : ['Opérations conformes au contrôle, profil par profil.']),
  ];
}
