import { Board } from './board';
import { PlaceNotice } from './place-notice';
import { Reminders } from './reminders';
import type { PopupActs, PopupView, Said } from './view';

/** The whole popup. `said` is what was just saved, for those who don't see the screen change. */
export function Popup(props: {
  view: PopupView | undefined;
  acts: PopupActs;
  said: Said;
  /** True while names are masked, for those who share their screen. */
  demonstration?: boolean;
}) {
  const { view, acts, said, demonstration = false } = props;
  return (
    <div class={`vigie popup${demonstration ? ' demonstration' : ''}`}>
      {demonstration && <p class="demonstrating">Mode démonstration : les notes et les noms sont masqués.</p>}
      <main aria-busy={view === undefined}>
        {view?.problem && (
          <div class="notice critical" role="alert">
            <p>
              <strong>{view.problem.says}</strong>
            </p>
            <p>{view.problem.advice}</p>
            <button type="button" onClick={acts.retry}>
              Réessayer
            </button>
          </div>
        )}
        {view === undefined ? (
          <h1 class="brand">Vigie ENT</h1>
        ) : (
          <>
            {!view.board && <h1 class="brand">Vigie ENT</h1>}
            <PlaceNotice place={view.place} acts={acts} />
            {view.reminders && <Reminders reminders={view.reminders} acts={acts} />}
            {view.board && <Board board={view.board} schools={view.schools} acts={acts} />}
          </>
        )}
      </main>
      <footer>
        <button type="button" class="quiet" onClick={acts.openWorkshop}>
          Ouvrir l’atelier
        </button>
        <p class="said" role="status">
          {/* A new element each time: a live region says nothing of a text that stays the same. */}
          <span key={said.turn}>{said.text}</span>
        </p>
      </footer>
    </div>
  );
}
