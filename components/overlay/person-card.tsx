import { VerdictIcon } from '@/components/verdict-icon';
import { PROFILE_LABELS, VERDICT_LABELS } from '@/utils/core/person';
import type { OverlayActions, PersonCardView } from './view';

interface PersonCardProps {
  card: PersonCardView;
  fresh: boolean;
  actions: Pick<OverlayActions, 'startLive' | 'say' | 'pass'>;
}

/** What to do about the person whose screen is open: the verdict, every reason, and what would change it. */
export function PersonCard({ card, fresh, actions }: PersonCardProps) {
  const { name, profile, verdict, reasons, notes, doubt, said, link, unread } = card;
  return (
    <section
      class={`person ${verdict ?? 'unknown'}`}
      style={fresh ? '' : 'visibility:hidden'}
      aria-label={`Verdict sur ${name}`}
    >
      <h3>
        <span class="subject">{name}</span> {profile && <span class="muted">{PROFILE_LABELS[profile]}</span>}
      </h3>
      {verdict && (
        <p class="verdict">
          <VerdictIcon verdict={verdict} size={22} /> {VERDICT_LABELS[verdict]}
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
      {said && said !== 'treated' && <p class="kept">{SAID_WORDS[said]}</p>}
      {link && (
        <p class="decide">
          <button type="button" onClick={() => actions.say(link, said === 'kept' ? null : 'kept')}>
            {said === 'kept' ? 'Revenir sur « À garder »' : 'À garder'}
          </button>
          {said !== 'kept' && (
            <button
              type="button"
              class="quiet"
              onClick={() => (said === 'seen' ? actions.say(link, null) : actions.pass(link))}
            >
              {said === 'seen' ? 'Ne plus passer' : 'Passer'}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

const SAID_WORDS = {
  kept: 'Vous avez décidé de garder ce compte cette année scolaire.',
  seen: 'Passée sans décision, à reprendre depuis le haut du panneau.',
} as const;
