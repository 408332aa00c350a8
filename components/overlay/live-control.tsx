import { useRef } from 'preact/hooks';
import { type LiveState, lastDone, type OverlayActions } from './view';

interface LiveControlProps {
  live: LiveState;
  actions: Pick<OverlayActions, 'startLive' | 'readOn' | 'cancelLive'>;
}

/**
 * The reading of the whole school: where it stands, and one button. The button stays the same element from state to
 * state, so that the keyboard's focus isn't lost when the reading starts or ends.
 */
export function LiveControl({ live, actions }: LiveControlProps) {
  if (live.kind === 'unavailable') return null;
  const control = useRef<HTMLButtonElement>(null);
  const running = live.kind === 'running';
  const done = lastDone(live);
  return (
    <div class="live">
      <div class="live-state">
        <LiveWords live={live} />
        {done && done !== live && (
          <p>
            Ce qui est affiché vient du contrôle précédent, {done.gaps.length > 0 && 'partiel, '}à{' '}
            {time(done.at)}.
          </p>
        )}
        {done?.treated && <p class="done">{treated(done.treated)}</p>}
        {/* Said once at the start and once at the end: a number that changes a hundred times would be a torrent. */}
        <p class="visually-hidden" role="status">
          {said(live)}
        </p>
      </div>
      {!running && done?.left && (
        <button
          type="button"
          class="primary"
          onClick={() => {
            // This button leaves while the rest is read; the other one, which can stop it, stays.
            control.current?.focus();
            actions.readOn();
          }}
        >
          Lire la suite : {count(done.left)}
        </button>
      )}
      <button
        type="button"
        ref={control}
        class={live.kind === 'idle' || live.kind === 'failed' ? 'primary' : ''}
        onClick={running ? actions.cancelLive : actions.startLive}
      >
        {running ? 'Annuler' : done ? 'Contrôler à nouveau' : 'Contrôler tout l’établissement'}
      </button>
      {live.kind === 'idle' && (
        <p class="hint">Lit les listes de la console. Rien n’est modifié, rien ne sort du navigateur.</p>
      )}
    </div>
  );
}

function LiveWords({ live }: { live: LiveState }) {
  switch (live.kind) {
    case 'running':
      return (
        <label>
          <span>
            {live.doing}
            {'\u00a0: '}
            étape {live.done} sur {live.total}
          </span>
          <progress value={live.done} max={Math.max(1, live.total)} />
        </label>
      );
    case 'failed':
      return (
        <p class="alert" role="alert">
          {live.message}
        </p>
      );
    case 'done':
      return live.gaps.length === 0 ? (
        <p class="done">Établissement contrôlé à {time(live.at)}.</p>
      ) : (
        <div class="alert" role="alert">
          <p>
            <strong>Contrôle partiel à {time(live.at)}.</strong> {live.gaps[0]}
          </p>
          {live.gaps.length > 1 && (
            <details>
              <summary>
                {live.gaps.length === 2
                  ? 'Une autre lecture manque'
                  : `${live.gaps.length - 1} autres lectures manquent`}
              </summary>
              {live.gaps.slice(1).map((gap) => (
                <p key={gap}>{gap}</p>
              ))}
            </details>
          )}
        </div>
      );
    default:
      return null;
  }
}

function count(people: number): string {
  return people > 1 ? `${people.toLocaleString('fr-FR')}\u00a0personnes` : '1\u00a0personne';
}

/** What was done since is taken at the screen's word; a new reading says what the platform made of it. */
function treated(count: number): string {
  return count === 1
    ? 'Depuis, 1 compte traité : à confirmer par un nouveau contrôle.'
    : `Depuis, ${count} comptes traités : à confirmer par un nouveau contrôle.`;
}

function said(live: LiveState): string {
  if (live.kind === 'running') return 'Lecture de l’établissement en cours.';
  if (live.kind !== 'done') return '';
  return live.gaps.length === 0 ? 'Lecture de l’établissement terminée.' : 'Lecture terminée, incomplète.';
}

/** « 14 h 02 »; a page may stay open overnight: then « 14 h 02 le 23 novembre ». */
export function time(date: Date): string {
  const hour = `${date.getHours()}\u00a0h\u00a0${String(date.getMinutes()).padStart(2, '0')}`;
  if (date.toDateString() === new Date().toDateString()) return hour;
  return `${hour} le ${date.toLocaleDateString('fr-FR', { day: 'numeric', month: 'long' })}`;
}
