import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { BACKED_UP_NAMES, NO_STORES, type Stores } from '@/utils/backup/content';
import { joinStores } from '@/utils/backup/join';
import { gather, previewRestore, restore } from '@/utils/backup/restore';
import { closeStore, write } from '@/utils/store/db';
import { saveDecision } from '@/utils/store/decisions';
import { clearAll } from '@/utils/store/erase';
import { cardsOf, fichesOf, mergeFiches } from '@/utils/store/fiches';
import { keepFiles, loadKeptFiles } from '@/utils/store/kept-files';
import { StorageProblem } from '@/utils/store/problem';
import { loadProgress, saveNote, saveTick } from '@/utils/store/progress';
import type { StoreName } from '@/utils/store/schema';
import { fiche } from '../helpers/fiches';
import { freshBrowser, KEY, memoryArea, step } from '../store/helpers';
import { computers, contentOf } from './records';

const TODAY = '2026-08-27';
const AT = '2026-08-27T10:00:00.000Z';
const LATER = '2026-08-27T11:00:00.000Z';
const ALL = { decisions: true, files: false };

beforeEach(freshBrowser);
afterAll(closeStore);

async function fill(stores: Stores): Promise<void> {
  await write([...BACKED_UP_NAMES] as StoreName[], async (tx) => {
    for (const name of BACKED_UP_NAMES)
      for (const record of stores[name]) await tx.objectStore(name).put(record as never);
  });
}
const held = async () => joinStores((await gather(memoryArea(), ALL)).stores, NO_STORES);

test('what was kept, erased, then restored is the same', async () => {
  await saveTick(step('sort-aesh'), { done: true, at: AT, by: 'CV' });
  await saveNote(step('sort-aesh'), 'Deux à vérifier', AT);
  await mergeFiches([fiche()]);
  const area = memoryArea({ initials: 'CV', settings: { badge: false } });
  const before = await gather(area, ALL);
  const cards = await allCards();
  await clearAll();
  const after = memoryArea();
  const plan = await restore(after, before, TODAY);
  expect(plan.stores.map(({ store, added }) => [store, added])).toContainEqual(['ticks', 1]);
  expect(await gather(after, ALL)).toEqual(before);
  expect(await allCards()).toEqual(cards);
  expect(after.items).toEqual({ initials: 'CV', settings: { badge: false } });
});

test('of a day that has enough fiches, a backup brings no more', async () => {
  const of = (hour: number) => fiche({ at: `2026-08-27T1${hour}:00:00.000Z` });
  await mergeFiches([0, 1, 2, 3, 4, 5].map(of));
  const content = contentOf({ fiches: [2, 5, 8, 9].map(of) });
  const told = { store: 'fiches', added: 2, changed: 0, kept: 1 };
  expect((await previewRestore(memoryArea(), content, TODAY)).stores).toEqual([told]);
  await restore(memoryArea(), content, TODAY);
  expect((await fichesOf(KEY, 2026)).map(({ at }) => at)).toEqual(
    [9, 8, 5, 4, 3, 0].map((hour) => of(hour).at),
  );
});

async function allCards(): Promise<unknown[]> {
  const cards: unknown[] = [];
  for await (const some of cardsOf(2026)) cards.push(...some);
  return cards;
}

test('the database ends with what the law of joining says, whatever was there', async () => {
  await fc.assert(
    fc.asyncProperty(computers, computers, async (mine, theirs) => {
      await freshBrowser();
      await fill(mine);
      const own = await held();
      await restore(memoryArea(), contentOf(joinStores(theirs, NO_STORES)), TODAY);
      expect(await held()).toEqual(joinStores(own, theirs));
    }),
    { numRuns: 25 },
  );
});

test('tells beforehand what would be added, changed and left, and changes nothing by telling', async () => {
  await saveTick(step('sort-aesh'), { done: true, at: AT });
  await saveTick(step('purge'), { done: true, at: LATER });
  const ticks = [
    { ...step('sort-aesh'), done: false, at: LATER },
    { ...step('purge'), done: false, at: AT },
    { ...step('delete-past-groups'), done: true, at: AT },
  ];
  const content = contentOf({ ticks });
  const before = await loadProgress(KEY, 2026);
  const plan = await previewRestore(memoryArea(), content, TODAY);
  expect(plan.stores).toEqual([{ store: 'ticks', added: 1, changed: 1, kept: 1 }]);
  expect(await loadProgress(KEY, 2026)).toEqual(before);
  expect(await restore(memoryArea(), content, TODAY)).toEqual(plan);
  expect((await loadProgress(KEY, 2026)).ticks).toMatchObject({
    'edifice-primary/sort-aesh': { done: false },
    'edifice-primary/purge': { done: true },
    'edifice-primary/delete-past-groups': { done: true },
  });
});

describe('decisions about people', () => {
  const HASH = 'ab'.repeat(32);
  const theirs = {
    ...contentOf({ decisions: [{ hash: HASH, verdict: 'same', at: AT }] }),
    salt: 'cd'.repeat(32),
  };

  test('come with their salt where there are none yet', async () => {
    const area = memoryArea({ decisionSalt: 'ef'.repeat(32) });
    expect((await restore(area, theirs, TODAY)).unusable).toBe(0);
    expect(area.items.decisionSalt).toBe(theirs.salt);
    expect((await held()).decisions).toHaveLength(1);
  });

  test('are left aside, and said to be, where others are made with another salt', async () => {
    const area = memoryArea({ decisionSalt: 'ef'.repeat(32) });
    await saveDecision('12'.repeat(32), 'different', AT);
    expect((await previewRestore(area, theirs, TODAY)).unusable).toBe(1);
    expect((await restore(area, theirs, TODAY)).unusable).toBe(1);
    expect(area.items.decisionSalt).toBe('ef'.repeat(32));
    expect((await held()).decisions.map(({ hash }) => hash)).toEqual(['12'.repeat(32)]);
  });

  test('and the salt stay out of a backup that was asked for without them', async () => {
    await saveDecision(HASH, 'same', AT);
    const area = memoryArea({ decisionSalt: 'ef'.repeat(32) });
    const content = await gather(area, { decisions: false, files: false });
    expect(content.stores.decisions).toEqual([]);
    expect(JSON.stringify(content)).not.toContain('efef');
  });
});

describe('files with names', () => {
  const files = [{ name: 'eleves.csv', bytes: new Uint8Array([65, 66]) }];

  test('are in a backup only when asked for, and never replace those that are here', async () => {
    await keepFiles(files, '2026-09-11', TODAY);
    expect(await gather(memoryArea(), ALL)).not.toHaveProperty('files');
    const content = await gather(memoryArea(), { decisions: true, files: true });
    expect((await restore(memoryArea(), content, TODAY)).files?.fate).toBe('kept');
    await clearAll();
    expect((await restore(memoryArea(), content, TODAY)).files?.fate).toBe('added');
    expect((await loadKeptFiles(TODAY))?.files[0]?.bytes).toEqual(files[0]?.bytes);
  });

  test('past their day stay out', async () => {
    await keepFiles(files, '2026-09-11', TODAY);
    const content = await gather(memoryArea(), { decisions: true, files: true });
    await clearAll();
    expect((await restore(memoryArea(), content, '2026-09-12')).files?.fate).toBe('expired');
    expect(await loadKeptFiles('2026-09-12')).toBeUndefined();
  });
});

test('without room for all of it, nothing is changed and the words say what to do', async () => {
  await saveTick(step('sort-aesh'), { done: true, at: AT });
  const before = await held();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const failing = restore(
    memoryArea(),
    contentOf({ ticks: [{ ...step('purge'), done: true, at: AT }] }),
    TODAY,
  );
  const problem = await failing.catch((error) => error);
  put.mockRestore();
  expect(problem).toBeInstanceOf(StorageProblem);
  expect(problem.kind).toBe('full');
  expect(await held()).toEqual(before);
});

test('a tick made in another tab while a backup is restored is not lost', async () => {
  const restoring = restore(
    memoryArea(),
    contentOf({ ticks: [{ ...step('sort-aesh'), done: false, at: AT }] }),
    TODAY,
  );
  await Promise.all([restoring, saveTick(step('sort-aesh'), { done: true, at: LATER })]);
  expect((await loadProgress(KEY, 2026)).ticks['edifice-primary/sort-aesh']?.done).toBe(true);
});
