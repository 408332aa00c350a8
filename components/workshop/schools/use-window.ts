import { options, type RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Height of a row, px: the same for all, so that where each stands is known before it is drawn. Also in the style sheet. */
export const ROW_HEIGHT = 58;
/** Width of a column of the table by rule, px, and of the one that names the schools. Also in the style sheet. */
export const COLUMN_WIDTH = 56;
export const NAMES_WIDTH = 260;
/** Rows or columns that are drawn on both sides of what is in sight. */
const AROUND = 4;
/** The window moves by so many at a time: a redraw for each row that scrolls by would be too many. */
const STEP = 4;
/** Rows or columns drawn before anything is laid out. */
const FIRST = 16;

/** Which of a long list to draw; `to` is the first one that is not. */
interface Drawn {
  from: number;
  to: number;
}

/** Rows to draw: those in sight and some around them, all of them on paper. `body` is what holds them. */
export function useRows(count: number): Drawn & { body: RefObject<HTMLTableSectionElement | null> } {
  const body = useRef<HTMLTableSectionElement>(null);
  const drawn = useDrawn(count, () => {
    const top = -(body.current?.getBoundingClientRect().top ?? 0);
    return [top / ROW_HEIGHT, (top + innerHeight) / ROW_HEIGHT];
  });
  return { ...drawn, body };
}

/** The same of the columns; `box` is what they scroll in. */
export function useColumns(count: number): Drawn & { box: RefObject<HTMLDivElement | null> } {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useDrawn(count, () => {
    const { scrollLeft = 0, clientWidth = 0 } = box.current ?? {};
    return [scrollLeft / COLUMN_WIDTH, (scrollLeft + clientWidth - NAMES_WIDTH) / COLUMN_WIDTH];
  });
  return { ...drawn, box };
}

/** A table of 500 × 60 cells drawn whole holds the page for seconds. */
function useDrawn(count: number, inSight: () => [from: number, to: number]): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ from: 0, to: FIRST });
  const onPaper = useOnPaper();
  useLayoutEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const [from, to] = inSight();
      setDrawn((now) => moved(now, from, to));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    // Caught on its way down: the box of the columns scrolls by itself.
    addEventListener('scroll', soon, { passive: true, capture: true });
    addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', soon, { capture: true });
      removeEventListener('resize', soon);
    };
  }, [count]);
  if (onPaper) return { from: 0, to: count };
  // A list that has become shorter is drawn to its end, whatever was in sight.
  const from = Math.max(0, Math.min(drawn.from, count - FIRST));
  return { from, to: Math.min(count, Math.max(drawn.to, from + FIRST)) };
}

function moved(now: Drawn, first: number, last: number): Drawn {
  const from = Math.max(0, Math.floor((first - AROUND) / STEP) * STEP);
  const to = Math.max(FIRST, Math.ceil((last + AROUND) / STEP) * STEP);
  return from === now.from && to === now.to ? now : { from, to };
}

function useOnPaper(): boolean {
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => {
    // The browser takes its picture of the page as soon as the listener returns: all must be there by then.
    const before = () => atOnce(() => setOnPaper(true));
    const after = () => setOnPaper(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return onPaper;
}

/** Draws what an update changes before it returns. */
function atOnce(update: () => void): void {
  const { debounceRendering } = options;
  options.debounceRendering = (draw) => draw();
  update();
  if (debounceRendering) options.debounceRendering = debounceRendering;
  else delete options.debounceRendering;
}
