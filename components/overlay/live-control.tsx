import type { LiveState, OverlayActions } from './view';

interface LiveControlProps {
  live: LiveState;
  actions: Pick<OverlayActions, 'startLive' | 'cancelLive'>;
}

/** The reading of the whole school: its button, its progress, what it could not read. */
export function LiveControl({ live, actions }: LiveControlProps) {
  if (live.kind === 'unavailable') return null;
  if (live.kind === 'running') {
    return (
      <div class="live">
        <label>
          <span>
            {live.doing} : {live.done} sur {live.total}
          </span>
          <progress value={live.done} max={Math.max(1, live.total)} />
        </label>
        <button type="button" onClick={actions.cancelLive}>
          Annuler
        </button>
      </div>
    );
  }
  return (
    <div class="live">
      {live.kind === 'failed' && (
        <p class="alert" role="alert">
          {live.message}
        </p>
      )}
      {live.kind === 'done' && <p class="done">Établissement contrôlé à {time(live.at)}.</p>}
      {live.kind === 'done' && live.gaps.length > 0 && (
        <div class="alert" role="alert">
          <p>{live.gaps[0]}</p>
          {live.gaps.length > 1 && (
            <p>Et {live.gaps.length - 1} autre(s) lecture(s) refusée(s) : rien n’en est conclu.</p>
          )}
        </div>
      )}
      <button type="button" class={live.kind === 'done' ? '' : 'primary'} onClick={actions.startLive}>
        {live.kind === 'done' ? 'Contrôler à nouveau' : 'Contrôler tout l’établissement'}
      </button>
      {live.kind === 'idle' && (
        <p class="hint">
          Lit les listes que la console charge elle-même. Rien n’est modifié, rien ne sort du navigateur.
        </p>
      )}
    </div>
  );
}

/** « 14 h 02 ». */
function time(date: Date): string {
  return `${date.getHours()}\u00a0h\u00a0${String(date.getMinutes()).padStart(2, '0')}`;
}
