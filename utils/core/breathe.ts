/** Lets the page have its turn when it has waited long enough. Long work awaits it between slices. */
export type Breathe = () => Promise<void>;

/** Work that nobody waits beside: it goes on at once. */
export const holdBreath: Breathe = async () => undefined;

/** Items worked on between two breaths: a millisecond or two of the longest work that is done on each. */
const SLICE = 250;

/** Does the same with each item, in order, and breathes in between. */
export async function inSlices<T>(
  items: readonly T[],
  work: (item: T) => void,
  breathe: Breathe,
): Promise<void> {
  for (let start = 0; start < items.length; start += SLICE) {
    if (start > 0) await breathe();
    for (const item of items.slice(start, start + SLICE)) work(item);
  }
}
