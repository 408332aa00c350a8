import type { Card } from '@/utils/core/fiche';

/** Who reads the board. */
interface Reader {
  /** Takes all the cards that are there, after each page of them. */
  tell(cards: readonly Card[]): void;
  /** False once nobody waits for them any more. */
  current(): boolean;
  /** Until what was told is on the screen. */
  painted(): Promise<void>;
}

/**
 * Gathers the cards of one change of year.
 * @throws {StorageProblem}
 */
export async function loadBoard(
  cards: AsyncIterable<readonly Card[]>,
  { tell, current, painted }: Reader,
): Promise<void> {
  const all: Card[] = [];
  for await (const page of cards) {
    if (!current()) return;
    const first = all.length === 0;
    all.push(...page);
    tell([...all]);
    // Unpacked before the first paint, the next ones would delay it.
    if (first) await painted();
  }
  if (current()) tell(all);
}

/** A page that is hidden paints nothing: after so many ms it goes on all the same. */
const LONGEST_FRAME = 100;

/** Resolves when the frame that is being prepared has been painted. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    const waited = setTimeout(resolve, LONGEST_FRAME);
    requestAnimationFrame(() => {
      clearTimeout(waited);
      setTimeout(resolve);
    });
  });
}
