import type { OverlayActions, PersonCardView } from './view';

interface DecideBarProps {
  card: PersonCardView;
  fresh: boolean;
  actions: Pick<OverlayActions, 'say' | 'pass'>;
}

/** What to decide of the person whose screen is open: it stands above what scrolls, one press of Tab from
 * « Suivant à traiter », whatever is unfolded below. */
export function DecideBar({ card: { name, link, said }, fresh, actions }: DecideBarProps) {
  if (!link) return null;
  return (
    <section class="decide" style={fresh ? '' : 'visibility:hidden'} aria-label={`Décision sur ${name}`}>
      <div>
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
      </div>
    </section>
  );
}
