import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeStore } from '@/utils/store/db';
import { saveDecision } from '@/utils/store/decisions';
import { takeInventory } from '@/utils/store/inventory';
import { keepFiles } from '@/utils/store/kept-files';
import { loadProgress, saveNote, saveTick } from '@/utils/store/progress';
import { expiryOf, listExpiring, sweep } from '@/utils/store/retention';
import { listSchools, seeSchool } from '@/utils/store/schools';
import { saveSynonym } from '@/utils/store/synonyms';
import { freshBrowser, KEY, memoryArea, SCHOOL, step } from './helpers';

beforeEach(freshBrowser);
afterEach(() => vi.unstubAllEnvs());
afterAll(closeStore);

const OLD = '2025-09-10T10:00:00.000Z';
const NEW = '2026-08-27T10:00:00.000Z';

async function fill(): Promise<void> {
  await seeSchool({ ...SCHOOL, id: 'gone', name: 'École fermée' }, OLD);
  await seeSchool(SCHOOL, NEW);
  for (const transition of [2025, 2026]) {
    await saveTick(step('sort-aesh', { transition }), { done: true, at: OLD });
    await saveNote(step('sort-aesh', { transition }), 'Deux', OLD);
  }
  await saveDecision('ab'.repeat(32), 'same', OLD);
  await saveDecision('cd'.repeat(32), 'same', NEW);
  await saveSynonym({ host: 'ent.example.fr', term: 'class', label: 'Division' });
}
const ticked = async (transition: number) =>
  Object.keys((await loadProgress(KEY, transition)).ticks).length > 0;

test('a change of year expires so many months after the next one has begun', () => {
  expect(expiryOf(2025, 3)).toBe('2026-08-01');
  expect(expiryOf(2025, 12)).toBe('2027-05-01');
  expect(expiryOf(2025, 0)).toBe('2026-05-01');
  expect(expiryOf(2025, null)).toBeUndefined();
});

test('what has expired is announced, then erased a week later; what is of later years stays', async () => {
  await fill();
  const area = memoryArea();
  expect(await sweep(area, 3, '2026-07-31')).toEqual([]);
  expect(await listExpiring(area)).toEqual([]);
  expect(await sweep(area, 3, '2026-08-01')).toEqual([]);
  expect(await listExpiring(area)).toEqual([{ transition: 2025, on: '2026-08-08' }]);
  expect(await sweep(area, 3, '2026-08-07')).toEqual([]);
  expect(await ticked(2025)).toBe(true);
  expect(await sweep(area, 3, '2026-08-08')).toEqual([2025]);
  expect(await ticked(2025)).toBe(false);
  expect(await ticked(2026)).toBe(true);
  expect((await listSchools()).map(({ name }) => name)).toEqual([SCHOOL.name]);
  const held = new Map((await takeInventory()).map(({ store, count }) => [store, count]));
  expect(held.get('decisions')).toBe(1);
  expect(held.get('synonyms')).toBe(1);
  expect(await listExpiring(area)).toEqual([]);
});

describe('a clock that is wrong', () => {
  test('for a day erases nothing, and what it announced is forgotten', async () => {
    await fill();
    const area = memoryArea();
    expect(await sweep(area, 3, '2031-01-01')).toEqual([]);
    expect(await sweep(area, 3, '2026-07-01')).toEqual([]);
    expect(await listExpiring(area)).toEqual([]);
    expect(await sweep(area, 3, '2031-01-02')).toEqual([]);
    expect(await ticked(2026)).toBe(true);
  });

  test('and an announcement of a day to come counts from today', async () => {
    await fill();
    const area = memoryArea({ expiryNotices: { 2025: '2031-01-01', 2026: 12, nonsense: 'x' } });
    expect(await sweep(area, 3, '2026-08-01')).toEqual([]);
    expect(await listExpiring(area)).toEqual([{ transition: 2025, on: '2026-08-08' }]);
  });
});

test('kept for ever, nothing is ever announced; a longer time takes the announcement back', async () => {
  await fill();
  const area = memoryArea();
  expect(await sweep(area, null, '2040-01-01')).toEqual([]);
  await sweep(area, 3, '2026-08-01');
  expect(await sweep(area, 12, '2026-09-01')).toEqual([]);
  expect(await listExpiring(area)).toEqual([]);
});

test.each(['Pacific/Auckland', 'America/Cayenne'])('days are counted the same in %s', async (zone) => {
  vi.stubEnv('TZ', zone);
  await fill();
  const area = memoryArea({ expiryNotices: { 2025: '2026-10-20' } });
  expect(await listExpiring(area)).toEqual([{ transition: 2025, on: '2026-10-27' }]);
});

test('the inventory counts records, and bytes of files as they are', async () => {
  await saveTick(step('sort-aesh'), { done: true, at: NEW });
  await keepFiles([{ name: 'a.csv', bytes: new Uint8Array(5000) }], '2026-08-28', '2026-08-27');
  const held = await takeInventory();
  expect(held.find(({ store }) => store === 'ticks')?.count).toBe(1);
  const files = held.find(({ store }) => store === 'files');
  expect(files?.bytes).toBeGreaterThan(5000);
  expect(files?.bytes).toBeLessThan(5300);
});
