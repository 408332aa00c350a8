import { useEffect, useRef } from 'preact/hooks';
import { time } from './live-control';

/** A reading put aside to be compared with the next one of the same school. */
export interface KeptReadingView {
  /** When it was made; missing while none is put aside. */
  at?: Date;
  keep(): void;
  forget(): void;
  /** Draws what changed since in a place of the panel, or takes it away; missing until there is a second reading. */
  draw?(container: Element, shown: boolean): void;
}

/** Puts a reading aside, and shows what is different in the next one of the same school. */
export function KeptReading({ kept }: { kept: KeptReadingView }) {
  const { at, keep, forget, draw } = kept;
  if (!at)
    return (
      <button type="button" class="quiet" onClick={keep}>
        Garder cette lecture pour comparer
      </button>
    );
  return (
    <>
      <p class="hint">
        {draw
          ? `Comparée à la lecture de ${time(at)}, gardée sur cette page.`
          : `Lecture de ${time(at)} gardée sur cette page : « Contrôler à nouveau » montrera ce qui a changé.`}{' '}
        <button type="button" class="quiet" onClick={forget}>
          Oublier
        </button>
        {draw && (
          <button type="button" class="quiet" onClick={keep}>
            Garder plutôt la nouvelle
          </button>
        )}
      </p>
      {draw && <Changes draw={draw} />}
    </>
  );
}

function Changes({ draw }: { draw: NonNullable<KeptReadingView['draw']> }) {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef(draw);
  last.current = draw;
  useEffect(() => {
    if (place.current) draw(place.current, true);
  });
  useEffect(() => {
    const drawn = place.current;
    return () => drawn && last.current(drawn, false);
  }, []);
  return <div ref={place} />;
}
