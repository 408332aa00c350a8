import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** The tour of the schools of who administers several. */
export interface TourView {
  open: boolean;
  /** Schools that an interrupted tour has yet to read. */
  left: number;
  /** Starts, or goes on. */
  start(): void;
  /** Forgets the one that was interrupted. */
  drop(): void;
  /** Draws it in a place of the panel, or takes it away: it is a script of its own. */
  draw(container: Element | undefined): void;
}

/** The way to the tour, and where it draws itself: it is a script of its own, that comes when it is asked for. */
export function TourPlace({ tour }: { tour: TourView }) {
  const place = useRef<HTMLDivElement>(null);
  const way = useRef<HTMLButtonElement>(null);
  const { open, left, start, drop, draw } = tour;
  const offer = open ? 'tour' : left > 0 ? 'resume' : 'start';
  const former = useRef(offer);
  useLayoutEffect(() => {
    // Closed or dropped by the person: the keyboard stays where the tour was. One that is recalled takes it from nobody.
    if (former.current !== offer && former.current !== 'start') way.current?.focus();
    former.current = offer;
  }, [offer]);
  useEffect(() => {
    if (open && place.current) draw(place.current);
  });
  useEffect(() => () => draw(undefined), []);
  if (open) return <div ref={place} />;
  if (left === 0)
    return (
      <div class="live">
        <button ref={way} type="button" onClick={start}>
          Contrôler mes écoles…
        </button>
      </div>
    );
  return (
    <div class="live">
      <p>
        {left === 1
          ? 'Tournée interrompue : il reste 1 établissement.'
          : `Tournée interrompue : il reste ${left} établissements.`}
      </p>
      <div class="line">
        <button ref={way} type="button" class="primary" onClick={start}>
          Reprendre la tournée
        </button>
        <button type="button" class="quiet" onClick={drop}>
          Abandonner
        </button>
      </div>
    </div>
  );
}
