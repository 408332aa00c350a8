import { expect, test } from 'vitest';
import { loadBoard } from '@/entrypoints/workshop/schools/load-board';
import { addToCard, type Card } from '@/utils/core/fiche';
import { fiche } from '../../helpers/fiches';

const PAGES = ['a', 'b', 'c'].map((id) => [addToCard(undefined, fiche({ id }))]);

/** What happens, in order, while a board is read; `stop`: who reads it goes away after so many pages. */
async function events(stop = 9): Promise<string[]> {
  const told: string[] = [];
  async function* cards(): AsyncGenerator<readonly Card[]> {
    for (const page of PAGES) {
      told.push('read');
      yield page;
    }
  }
  await loadBoard(cards(), {
    tell: (all) => void told.push(all.map(({ id }) => id).join('')),
    current: () => told.filter((one) => one === 'read').length <= stop,
    painted: async () => void told.push('painted'),
  });
  return told;
}

test('the first cards are on the screen before the others are read, and each page is told', async () => {
  expect(await events()).toEqual(['read', 'a', 'painted', 'read', 'ab', 'read', 'abc', 'abc']);
});

test('nothing more is told once nobody waits', async () => {
  expect(await events(1)).toEqual(['read', 'a', 'painted', 'read']);
});
