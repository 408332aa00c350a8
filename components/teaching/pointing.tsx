import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PointingView } from './view';

interface PointingProps {
  view: PointingView;
  /** `byKeys`: nothing of ours is under a pointer, and may move out of the way. */
  light(at: number, byKeys: boolean): void;
  choose(at: number): void;
  nextFrame(): void;
  capture(): void;
  close(): void;
}

const NONE =
  'Vigie ne trouve ici ni liste dont les colonnes ont un titre, ni champ qui porte un libellé. Ouvrez l’écran qui les montre, ou envoyez une capture anonymisée de celui-ci au projet.';

/** The lists and forms of a page, to be pointed at there or chosen here. */
export function Pointing({ view, light, choose, nextFrame, capture, close }: PointingProps) {
  const { things, lit, otherFrames } = view;
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const find = (what: string) => card.current?.querySelector<HTMLElement>(what);
    (find('.things button') ?? find('h2'))?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || things.length === 0) return;
    event.preventDefault();
    const buttons = [...(card.current?.querySelectorAll<HTMLElement>('.things button') ?? [])];
    const at = buttons.indexOf(
      (event.target as HTMLElement).closest('button') ?? (event.target as HTMLElement),
    );
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <section
      class={`sheet pointing ${view.up ? 'up' : ''}`}
      ref={card}
      role="dialog"
      aria-labelledby="teach-title"
      onKeyDown={onKeyDown}
    >
      <div class="head">
        <h2 id="teach-title" tabIndex={-1}>
          Apprendre cette page
        </h2>
        <Close close={close} />
      </div>
      <div class="body">
        {things.length === 0 ? (
          <p>{NONE}</p>
        ) : (
          <>
            <p>
              Pointez sur la page la liste ou le formulaire à lire, ou choisissez-le ici. La page ne réagit
              pas tant que vous pointez. Échap pour quitter.
            </p>
            <ul class="things">
              {things.map(({ says, about }, at) => (
                <li key={at}>
                  <button
                    type="button"
                    class={at === lit ? 'lit' : ''}
                    onFocus={(event) => light(at, event.currentTarget.matches(':focus-visible'))}
                    onMouseEnter={() => light(at, false)}
                    onClick={() => choose(at)}
                  >
                    <span>{says}</span>
                    <span class="muted">{about}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="foot">
        {otherFrames && (
          <button type="button" onClick={nextFrame}>
            Chercher dans un autre cadre
          </button>
        )}
        {things.length === 0 && (
          <button type="button" onClick={capture}>
            Capture anonymisée
          </button>
        )}
        <button type="button" class="quiet" onClick={close}>
          Quitter
        </button>
      </div>
    </section>
  );
}

/** The cross that all these windows have. */
export function Close({ close }: { close(): void }) {
  return (
    <button type="button" class="close" onClick={close} aria-label="Fermer">
      <span aria-hidden="true">×</span>
    </button>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
