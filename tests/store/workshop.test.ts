import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeStore, openDatabase } from '@/utils/store/db';
import { keepSalt, listDecisions, loadSalt, newSalt, saveDecision } from '@/utils/store/decisions';
import { clearAll } from '@/utils/store/erase';
import { forgetExpectation, listExpectations, saveExpectations } from '@/utils/store/expectations';
import { forgetFiles, keepFiles, keepingDates, loadKeptFiles } from '@/utils/store/kept-files';
import { listMappings, saveMapping } from '@/utils/store/mappings';
import { MIGRATIONS } from '@/utils/store/migrations';
import { listSchools } from '@/utils/store/schools';
import { freshBrowser, KEY, memoryStorage, SCHOOL } from './helpers';

const AT = '2026-08-27T12:02:00.000Z';
const FILES = [{ name: 'Student.csv', bytes: new Uint8Array([0xef, 0xbb, 0xbf, 65, 13, 10]) }];
const MAPPING = { signature: 'ab12', choices: [{ column: 2, field: 'lastName' }] };
const EXPECTED = {
  school: 'Collège du Lac',
  profile: 'pupils',
  at: AT,
  created: 3,
  updated: 120,
  deleted: 40,
  updateAll: true,
};

/** The browser's asynchronous storage, in memory. */
function memoryArea(items: Record<string, unknown> = {}) {
  return {
    items,
    get: async (name: string) => (name in items ? { [name]: items[name] } : {}),
    set: async (more: Record<string, unknown>) => void Object.assign(items, more),
    clear: async () => {
      for (const name of Object.keys(items)) delete items[name];
    },
  };
}

beforeEach(freshBrowser);
afterAll(closeStore);

test('a database of version 2 gets the stores of the workshop and keeps what it held', async () => {
  const old = await openDatabase(MIGRATIONS.slice(0, 2), () => undefined);
  await old.put('schools', { ...SCHOOL, key: KEY, lastSeen: AT });
  expect([...old.objectStoreNames]).not.toContain('files');
  old.close();
  await saveMapping(MAPPING);
  expect(await listMappings()).toEqual([MAPPING]);
  expect((await listSchools())[0]?.name).toBe('École des Papillons');
});

describe('files kept on request', () => {
  test('come back byte for byte until the end of their last day', async () => {
    await keepFiles(FILES, '2026-09-11', '2026-08-27');
    expect((await loadKeptFiles('2026-09-11'))?.files).toEqual(FILES);
  });

  test('are gone from the database itself the day after', async () => {
    await keepFiles(FILES, '2026-09-11', '2026-08-27');
    expect(await loadKeptFiles('2026-09-12')).toBeUndefined();
    // Asked again as of an earlier day: expiry erased, it did not only hide.
    expect(await loadKeptFiles('2026-08-28')).toBeUndefined();
  });

  test('are forgotten at once when asked', async () => {
    await keepFiles(FILES, '2026-09-11', '2026-08-27');
    await forgetFiles();
    expect(await loadKeptFiles('2026-08-27')).toBeUndefined();
  });

  test.each(['2026-08-26', '2026-11-28', '', 'demain', '2026-9-1'])(
    'are refused until « %s »',
    async (until) => {
      await expect(keepFiles(FILES, until, '2026-08-27')).rejects.toThrow(
        'entre aujourd’hui et dans trois mois',
      );
      expect(await loadKeptFiles('2026-08-27')).toBeUndefined();
    },
  );

  test('fifteen days are proposed, three months accepted, whatever the months’ lengths', () => {
    expect(keepingDates('2026-08-27')).toEqual({ proposed: '2026-09-11', latest: '2026-11-27' });
    expect(keepingDates('2026-11-30')).toEqual({ proposed: '2026-12-15', latest: '2027-02-28' });
  });
});

describe('decisions', () => {
  test('are found by hash, and taken back', async () => {
    await saveDecision('h1', 'same', AT);
    await saveDecision('h2', 'different', AT);
    await saveDecision('h1', undefined, AT);
    expect(await listDecisions()).toEqual({ h2: 'different' });
  });

  test('one salt an installation, of 256 bits, kept from the first decision on', async () => {
    const area = memoryArea();
    expect(await loadSalt(area)).toBeUndefined();
    const salt = newSalt();
    expect(salt).toMatch(/^[0-9a-f]{64}$/);
    expect(newSalt()).not.toBe(salt);
    expect(await keepSalt(area, salt)).toBe(salt);
    expect(await keepSalt(area, newSalt())).toBe(salt);
    expect(await loadSalt(area)).toBe(salt);
  });
});

test('predictions: one a school and profile, forgotten one by one', async () => {
  await saveExpectations([EXPECTED, { ...EXPECTED, profile: 'teachers', at: '2026-08-28T00:00:00.000Z' }]);
  await saveExpectations([{ ...EXPECTED, created: 4 }]);
  expect((await listExpectations()).map(({ profile, created }) => [profile, created])).toEqual([
    ['teachers', 3],
    ['pupils', 4],
  ]);
  await forgetExpectation('Collège du Lac', 'teachers');
  expect(await listExpectations()).toHaveLength(1);
});

test('clearAll leaves nothing in any store or area', async () => {
  await keepFiles(FILES, '2026-09-11', '2026-08-27');
  await saveMapping(MAPPING);
  await saveDecision('h1', 'same', AT);
  await saveExpectations([EXPECTED]);
  const areas = [memoryArea({ decisionSalt: 'x', typedSites: ['a'] }), memoryArea({ 'tab:1': {} })];
  const storage = memoryStorage();
  storage.setItem('draft:["x"]', 'y');
  await clearAll(storage, ...areas);
  const db = await openDatabase(MIGRATIONS, () => undefined);
  for (const name of db.objectStoreNames) expect(await db.count(name), name).toBe(0);
  db.close();
  expect(areas.map(({ items }) => items)).toEqual([{}, {}]);
  expect(storage.length).toBe(0);
});
