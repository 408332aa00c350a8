import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeStore, openDatabase } from '@/utils/store/db';
import { STORE_NAMES } from '@/utils/store/erase';
import { MIGRATIONS } from '@/utils/store/migrations';
import { StorageProblem } from '@/utils/store/problem';
import { loadProgress, saveTick } from '@/utils/store/progress';
import { recordReading } from '@/utils/store/proofs';
import { listSchools, seeSchool } from '@/utils/store/schools';
import { freshBrowser, KEY, SCHOOL, step } from './helpers';

const AT = '2026-08-27T12:00:00.000Z';
const load = () => loadProgress(KEY, 2026);

beforeEach(freshBrowser);
afterAll(closeStore);

/** What went wrong, as the popup would show it. */
async function problemOf(promise: Promise<unknown>): Promise<StorageProblem> {
  const problem = await promise.then(
    () => undefined,
    (error) => error,
  );
  expect(problem).toBeInstanceOf(StorageProblem);
  return problem;
}

describe('versions', () => {
  test('a database of version 1 is brought to today’s with nothing lost', async () => {
    const old = await openDatabase(MIGRATIONS.slice(0, 1), () => undefined);
    const tick = { ...step('sort-aesh'), done: true, at: AT };
    const note = { ...step('sort-aesh'), text: 'Deux à vérifier', at: AT };
    const proof = {
      school: KEY,
      transition: 2026,
      rule: 'past-year-group',
      at: AT,
      outcome: 'pass' as const,
      complete: true,
      by: 'live' as const,
      violations: 0,
      reviews: 0,
    };
    const tx = old.transaction(['schools', 'ticks', 'notes', 'proofs'], 'readwrite');
    await tx.objectStore('schools').put({ ...SCHOOL, key: KEY, lastSeen: AT });
    await tx.objectStore('ticks').put(tick);
    await tx.objectStore('notes').put(note);
    await tx.objectStore('proofs').put(proof);
    await tx.done;
    expect([...old.objectStoreNames]).not.toContain('dates');
    old.close();

    expect(await load()).toEqual({
      ticks: { 'edifice-primary/sort-aesh': tick },
      notes: { 'edifice-primary/sort-aesh': { text: 'Deux à vérifier', keep: false } },
      proofs: { 'past-year-group': proof },
      dates: {},
      ownSteps: [],
      templates: [],
    });
    expect((await listSchools())[0]?.name).toBe('École des Papillons');
  });

  test('a migration that fails leaves the older version whole', async () => {
    const old = await openDatabase(MIGRATIONS.slice(0, 1), () => undefined);
    await old.put('ticks', { ...step('sort-aesh'), done: true, at: AT });
    old.close();
    const broken = [
      ...MIGRATIONS.slice(0, 1),
      (db: Parameters<(typeof MIGRATIONS)[number]>[0]) => {
        db.deleteObjectStore('ticks');
        throw new Error('broken');
      },
    ];
    expect((await problemOf(openDatabase(broken, () => undefined))).kind).toBe('unknown');
    expect(Object.keys((await load()).ticks)).toEqual(['edifice-primary/sort-aesh']);
  });

  test('data of a newer Vigie is left alone, and said', async () => {
    const newer = await openDB('vigie', MIGRATIONS.length + 5, {
      upgrade: (db) => void db.createObjectStore('future'),
    });
    newer.close();
    const problem = await problemOf(load());
    expect(problem.kind).toBe('newer');
    expect(problem.message).toContain('version plus récente');
    expect(problem.advice).toContain('Mettez Vigie à jour');
    const still = await openDB('vigie');
    expect([...still.objectStoreNames]).toEqual(['future']);
    still.close();
  });
});

describe('two tabs', () => {
  test('an older tab that does not let go is named, and works again once closed', async () => {
    // A page that ignores the request to close, as an old version under an open page does.
    const stubborn = await openDB('vigie', 1, { upgrade: (db) => MIGRATIONS[0]?.(db as never, 0 as never) });
    const problem = await problemOf(load());
    expect(problem.kind).toBe('blocked');
    expect(problem.advice).toContain('Fermez les autres onglets');
    stubborn.close();
    await expect(load()).resolves.toMatchObject({ ticks: {} });
  });

  test('this tab gives way to a newer version at once, then says that the data is newer', async () => {
    await saveTick(step('sort-aesh'), { done: true, at: AT });
    const newer = await openDB('vigie', MIGRATIONS.length + 1);
    expect(await newer.count('ticks')).toBe(1);
    newer.close();
    expect((await problemOf(load())).kind).toBe('newer');
  });
});

describe('faults', () => {
  test('storage full: said, and nothing half-written', async () => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'proofs') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    });
    const count = {
      rule: 'past-year-group',
      outcome: 'pass' as const,
      complete: true,
      violations: 0,
      reviews: 0,
    };
    const problem = await problemOf(
      recordReading({ school: SCHOOL, at: AT, by: 'live', counts: [count], read: [], figures: {} }),
    );
    expect(problem.kind).toBe('full');
    expect(problem.message).toContain('plus de place');
    vi.restoreAllMocks();
    expect(await listSchools()).toEqual([]);
  });

  test('a connection closed by the browser is opened again, once', async () => {
    await seeSchool(SCHOOL, AT);
    const transaction = IDBDatabase.prototype.transaction;
    let closings = 1;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      if (closings-- > 0) throw new DOMException('closing', 'InvalidStateError');
      return transaction.apply(this, args as Parameters<typeof transaction>);
    });
    expect(await listSchools()).toHaveLength(1);
    closings = 2;
    expect((await problemOf(listSchools())).kind).toBe('closed');
  });

  test.each(['SecurityError', 'InvalidStateError', 'UnknownError'])(
    'refused with %s: private browsing',
    async (name) => {
      vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
        throw new DOMException('no', name);
      });
      const problem = await problemOf(load());
      expect(problem.kind).toBe('refused');
      expect(problem.advice).toContain('fenêtre ordinaire');
    },
  );

  test('no IndexedDB at all is a refusal too', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect((await problemOf(load())).kind).toBe('refused');
    vi.unstubAllGlobals();
  });

  test('the store works again after a refusal', async () => {
    const refusal = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    await problemOf(load());
    refusal.mockRestore();
    await expect(load()).resolves.toBeDefined();
  });
});

test('the schema type lists every store, and so does what is erased', async () => {
  const db = await openDatabase(MIGRATIONS, () => undefined);
  expect([...db.objectStoreNames]).toEqual([...STORE_NAMES].sort());
  db.close();
});
