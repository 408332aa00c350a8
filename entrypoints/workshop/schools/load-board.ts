import type { Card } from '@/utils/core/fiche';

/**
 * Gathers the cards of one change of year, telling all that is there after each page of them, until `current` says that
 * nobody waits for them any more.
 * @throws {StorageProblem}
 */
export async function loadBoard(
  cards: AsyncIterable<readonly Card[]>,
  tell: (cards: readonly Card[]) => void,
  current: () => boolean,
): Promise<void> {
  const all: Card[] = [];
  for await (const page of cards) {
    if (!current()) return;
    all.push(...page);
    tell([...all]);
  }
  if (current()) tell(all);
}
