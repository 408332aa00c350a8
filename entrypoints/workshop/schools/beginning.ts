import { transitionOn } from '@/utils/checklists/calendar';
import { isoDate } from '@/utils/core/context';
import type { Card } from '@/utils/core/fiche';
import { onChange } from '@/utils/store/changes';
import { cardsOf, transitionsKnown } from '@/utils/store/fiches';

/** How the board begins: the changes of year that there are cards of, the one shown, and its cards as they come. */
export interface Beginning {
  known: readonly number[];
  shown: number;
  cards: AsyncIterable<readonly Card[]>;
}

/** The change of year that the board shows when nobody chose one. */
export function currentTransition(): number {
  return transitionOn(isoDate(new Date()));
}

async function begin(asked: number): Promise<Beginning> {
  const pages = cardsOf(asked);
  // Together: there nearly always are cards of the year that is asked for.
  const [known, first] = await Promise.all([transitionsKnown(), pages.next()]);
  const [latest] = known;
  if (!first.done) return { known, shown: asked, cards: following(first.value, pages) };
  return { known, shown: latest ?? asked, cards: latest === undefined ? pages : cardsOf(latest) };
}

async function* following(first: readonly Card[], others: AsyncIterable<readonly Card[]>) {
  yield first;
  yield* others;
}

let ahead: { asked: number; reading: Promise<Beginning>; stop(): void } | undefined;

/** Reads how the board begins while the code that draws it is fetched. */
export function beginAhead(): void {
  const asked = currentTransition();
  const reading = begin(asked);
  // Whoever draws the board tells it.
  reading.catch(() => undefined);
  drop();
  // Nobody follows what is written yet: what was read before it is worth nothing.
  ahead = { asked, reading, stop: onChange(drop) };
}

function drop(): void {
  ahead?.stop();
  ahead = undefined;
}

/** How the board begins: what was read ahead, once, else from the store. @throws {StorageProblem} */
export function beginning(asked: number): Promise<Beginning> {
  const reading = ahead?.asked === asked ? ahead.reading : undefined;
  drop();
  return reading ?? begin(asked);
}
