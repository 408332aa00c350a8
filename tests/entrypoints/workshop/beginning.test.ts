import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { beginAhead, beginning, currentTransition } from '@/entrypoints/workshop/schools/beginning';
import { closeStore } from '@/utils/store/db';
import * as store from '@/utils/store/fiches';
import { fiche } from '../../helpers/fiches';
import { freshBrowser } from '../../store/helpers';

beforeEach(freshBrowser);
afterAll(closeStore);

async function namesOf(asked: number): Promise<{ known: readonly number[]; shown: number; ids: string[] }> {
  const { known, shown, cards } = await beginning(asked);
  const ids: string[] = [];
  for await (const page of cards) ids.push(...page.map(({ id }) => id));
  return { known, shown, ids: ids.sort() };
}

describe('how the board begins', () => {
  test('every card of the year asked, once, however many pages they come in', async () => {
    const many = Array.from({ length: 120 }, (_, index) => fiche({ id: `s${index}` }));
    await store.mergeFiches([...many, fiche({ transition: 2025, day: '2025-08-27' })]);
    const { known, shown, ids } = await namesOf(2026);
    expect({ known, shown }).toEqual({ known: [2026, 2025], shown: 2026 });
    expect(ids).toEqual(many.map(({ id }) => id).sort());
  });

  test('the latest year there is, when nothing was read for the one asked', async () => {
    await store.mergeFiches([
      fiche({ id: 'old', transition: 2024, day: '2024-08-27' }),
      fiche({ id: 'new', transition: 2025, day: '2025-08-27' }),
    ]);
    expect(await namesOf(2026)).toEqual({ known: [2025, 2024], shown: 2025, ids: ['new'] });
  });

  test('an empty board', async () => {
    expect(await namesOf(2026)).toEqual({ known: [], shown: 2026, ids: [] });
  });

  test('what was read ahead is not read again, and serves once', async () => {
    const transition = currentTransition();
    await store.mergeFiches([fiche({ id: 'first', transition })]);
    const asked = vi.spyOn(store, 'transitionsKnown');
    beginAhead();
    expect((await namesOf(transition)).ids).toEqual(['first']);
    expect(asked).toHaveBeenCalledTimes(1);
    await store.mergeFiches([fiche({ id: 'second', transition })]);
    expect((await namesOf(transition)).ids).toEqual(['first', 'second']);
    asked.mockRestore();
  });

  test('what another page writes meanwhile is not missed', async () => {
    const transition = currentTransition();
    await store.mergeFiches([fiche({ id: 'first', transition })]);
    beginAhead();
    // Listens after it, and so is told after it.
    const told = new Promise<void>((resolve) => {
      const channel = new BroadcastChannel('vigie-store');
      channel.onmessage = () => {
        channel.close();
        resolve();
      };
    });
    // Asked after it, and so answered after it: what was read ahead has been read.
    for await (const page of store.cardsOf(transition)) expect(page).toHaveLength(1);
    await store.mergeFiches([fiche({ id: 'before', transition })]);
    await told;
    expect((await namesOf(transition)).ids).toEqual(['before', 'first']);
  });
});
