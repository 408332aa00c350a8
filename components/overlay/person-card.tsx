import { VerdictIcon } from '@/components/verdict-icon';
import { PROFILE_LABELS, STANDING_LABELS, standingOf, VERDICT_LABELS } from '@/utils/core/person';
import type { OverlayActions, PersonCardView } from './view';

interface PersonCardProps {
  card: PersonCardView;
  fresh: boolean;
  actions: Pick<OverlayActions, 'startLive'>;
}

/** What to do about the person whose screen is open: the verdict, every reason, and what would change it. */
export function PersonCard({ card, fresh, actions }: PersonCardProps) {
  const { name, profile, verdict, reasons, notes, doubt, said, saidAt, unread } = card;
  // A decision is held to before anything is read.
  const standing = verdict ? standingOf(verdict, said) : said === 'kept' ? said : undefined;
  return (
    <section
      class={`person ${standing ?? 'unknown'}`}
      style={fresh ? '' : 'visibility:hidden'}
      aria-label={`Verdict sur ${name}`}
    >
      <h3>
        <span class="subject">{name}</span> {profile && <span class="muted">{PROFILE_LABELS[profile]}</span>}
      </h3>
      {standing && (
        <p class="verdict">
          <VerdictIcon verdict={standing} size={22} /> {STANDING_LABELS[standing]}
        </p>
      )}
      {standing === 'kept' && (
        <p class="muted">
          Décidé{saidAt && ` le ${dayInWords(saidAt)}`} pour cette année scolaire.
          {verdict && ` Sans cette décision, le verdict serait : ${VERDICT_LABELS[verdict]}.`}
        </p>
      )}
      {doubt && <p>{doubt}</p>}
      {unread && (
        <button type="button" class="primary" onClick={actions.startLive}>
          Contrôler tout l’établissement
        </button>
      )}
      <ul class="reasons">
        {reasons.map(({ rule, says, unless }) => (
          <li key={rule + says}>
            {says}
            {unless && <span class="unless">Ce qui changerait le verdict : {unless}</span>}
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {said === 'seen' && <p>Passée sans décision, à reprendre depuis le haut du panneau.</p>}
    </section>
  );
}

/** « 23 novembre 2026 ». */
export function dayInWords(iso: string): string {
  return new Date(iso).toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' });
}
