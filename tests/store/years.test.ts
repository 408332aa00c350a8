import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CHECKLISTS } from '@/utils/checklists';
import type { OwnStep } from '@/utils/checklists/followed';
import { closeStore, openDatabase, write } from '@/utils/store/db';
import { asInitials, loadInitials, saveInitials } from '@/utils/store/initials';
import { listJournal } from '@/utils/store/journal';
import { MIGRATIONS } from '@/utils/store/migrations';
import { StorageProblem } from '@/utils/store/problem';
import { keepNote, listsOf, loadProgress, saveDate, saveNote, saveTick } from '@/utils/store/progress';
import { recordReading } from '@/utils/store/proofs';
import {
  archiveYear,
  chooseLists,
  listTemplates,
  listTransitions,
  removeOwnStep,
  removeTemplate,
  saveOwnStep,
  saveTemplate,
  startYear,
} from '@/utils/store/years';
import { freshBrowser, KEY, SCHOOL, step } from './helpers';

const AT = '2026-08-27T12:00:00.000Z';
const LATER = '2027-06-10T12:00:00.000Z';
const OWN: OwnStep = {
  id: 'a1',
  text: 'Prévenir la mairie',
  who: 'head',
  when: { on: '2026-08-28' },
  keep: true,
};
const load = (transition = 2026) => loadProgress(KEY, transition);

beforeEach(freshBrowser);
afterAll(closeStore);

async function problemOf(promise: Promise<unknown>): Promise<StorageProblem> {
  const problem = await promise.then(
    () => undefined,
    (error) => error,
  );
  expect(problem).toBeInstanceOf(StorageProblem);
  return problem;
}

test('a database of version 4 is brought to today’s, its ticks and notes as they were', async () => {
  const old = await openDatabase(MIGRATIONS.slice(0, 4), () => undefined);
  await old.put('ticks', { ...step('sort-aesh'), done: true, at: AT });
  await old.put('notes', { ...step('sort-aesh'), text: 'Deux', at: AT });
  old.close();
  expect(await load()).toMatchObject({
    ticks: { 'edifice-primary/sort-aesh': { done: true } },
    notes: { 'edifice-primary/sort-aesh': { text: 'Deux', keep: false } },
    ownSteps: [],
    templates: [],
  });
});

describe('lists followed', () => {
  test('are those chosen; before, the one that fits', async () => {
    const of = async () =>
      listsOf(
        { ent: 'itslearning', name: 'Collège des Saules' },
        CHECKLISTS.filter(({ ent }) => ent === 'itslearning'),
        await load(),
        2026,
      );
    expect((await of()).map(({ id }) => id)).toEqual(['itslearning-csv']);
    await chooseLists(KEY, 2026, ['itslearning-timetable', 'itslearning-aaf'], { at: AT });
    expect((await of()).map(({ id }) => id)).toEqual(['itslearning-aaf', 'itslearning-timetable']);
    await chooseLists(KEY, 2026, ['gone'], { at: AT });
    expect((await of()).map(({ id }) => id)).toEqual(['itslearning-csv']);
  });
});

describe('an archived year', () => {
  const acts: Record<string, () => Promise<unknown>> = {
    tick: () => saveTick(step('sort-aesh'), { done: true, at: AT }),
    note: () => saveNote(step('sort-aesh'), 'x', AT),
    'kept note': () => keepNote(step('sort-aesh'), true),
    date: () => saveDate(KEY, 2026, 'staff-feed', '2026-08-24', { at: AT }),
    lists: () => chooseLists(KEY, 2026, ['edifice-primary'], { at: AT }),
    'own step': () => saveOwnStep(KEY, 2026, OWN, AT),
    'removed step': () => removeOwnStep(KEY, 2026, OWN.id),
    start: () => startYear(KEY, 2025, 2026, { at: AT }),
  };
  test.each(Object.entries(acts))(
    'refuses a %s that another tab still makes, and says how to go on',
    async (_name, work) => {
      await archiveYear(KEY, 2026, true, { at: AT });
      const before = await load();
      const problem = await problemOf(work());
      expect(problem.kind).toBe('archived');
      expect(problem.advice).toContain('Rouvrez-la');
      expect(await load()).toEqual(before);
    },
  );

  test('takes changes again once reopened', async () => {
    await archiveYear(KEY, 2026, true, { at: AT, by: 'CV' });
    await archiveYear(KEY, 2026, true, { at: LATER });
    await archiveYear(KEY, 2026, false, { at: LATER });
    await saveTick(step('sort-aesh'), { done: true, at: LATER });
    expect((await load()).year).not.toHaveProperty('archivedAt');
    const acts = (await listJournal(KEY, 2026)).map(({ act }) => act.kind);
    expect(acts.sort()).toEqual(['archived', 'reopened', 'ticked']);
  });

  test('is left alone by readings, which still say when the school was read', async () => {
    await archiveYear(KEY, 2026, true, { at: AT });
    const counts = [
      { rule: 'past-year-group', outcome: 'pass' as const, complete: true, violations: 0, reviews: 0 },
    ];
    await recordReading({
      school: SCHOOL,
      at: '2026-10-01T08:00:00.000Z',
      by: 'live',
      counts,
      read: [],
      figures: {},
    });
    expect((await load()).proofs).toEqual({});
    expect(await listJournal(KEY, 2026)).toHaveLength(1);
  });
});

describe('a new year', () => {
  async function fill(): Promise<void> {
    await saveOwnStep(KEY, 2026, OWN, AT);
    await saveOwnStep(KEY, 2026, { ...OWN, id: 'b2', keep: false }, AT);
    await saveOwnStep(KEY, 2026, { ...OWN, id: 'c3', when: { milestone: 'term-start', from: -3 } }, AT);
    await saveNote(step('sort-aesh'), 'Deux à vérifier', AT);
    await saveNote(step('free-space'), 'Fait', AT);
    await keepNote(step('sort-aesh'), true);
    await saveTick(step('sort-aesh'), { done: true, at: AT });
    await chooseLists(KEY, 2026, ['edifice-primary'], { at: AT });
  }

  test('brings what is to be kept, and nothing that was of the former one', async () => {
    await fill();
    await startYear(KEY, 2026, 2027, { at: LATER });
    const { ownSteps, notes, ticks, dates, year } = await load(2027);
    expect(ownSteps.map(({ id, when }) => [id, when])).toEqual([
      ['a1', {}],
      ['c3', { milestone: 'term-start', from: -3 }],
    ]);
    expect(notes).toEqual({ 'edifice-primary/sort-aesh': { text: 'Deux à vérifier', keep: true } });
    expect([ticks, dates]).toEqual([{}, {}]);
    expect(year).toMatchObject({ lists: ['edifice-primary'], startedAt: LATER });
    expect((await load(2026)).ownSteps).toHaveLength(3);
  });

  test('started in two tabs at once, or twice, is started once, and loses nothing typed since', async () => {
    await fill();
    await Promise.all([startYear(KEY, 2026, 2027, { at: LATER }), startYear(KEY, 2026, 2027, { at: LATER })]);
    await saveNote(step('sort-aesh', { transition: 2027 }), 'Autre chose', LATER);
    await saveOwnStep(KEY, 2027, { ...OWN, text: 'Changée' }, LATER);
    await startYear(KEY, 2026, 2027, { at: LATER });
    const { notes, ownSteps } = await load(2027);
    expect(notes['edifice-primary/sort-aesh']?.text).toBe('Autre chose');
    expect(ownSteps.find(({ id }) => id === 'a1')?.text).toBe('Changée');
    expect(await listJournal(KEY, 2027)).toHaveLength(1);
  });

  test('every year with something in it is found, the latest first', async () => {
    await fill();
    await saveDate(KEY, 2024, 'staff-feed', '2024-08-24', { at: AT });
    await startYear(KEY, 2026, 2027, { at: LATER });
    await saveTick(step('sort-aesh', { school: `${KEY}0`, transition: 2020 }), { done: true, at: AT });
    expect(await listTransitions(KEY)).toEqual([2027, 2026, 2024]);
  });
});

describe('notes', () => {
  test('typed again stay « à garder »; emptied, they and their mark are gone', async () => {
    await saveNote(step('sort-aesh'), 'Deux', AT);
    await keepNote(step('sort-aesh'), true);
    await saveNote(step('sort-aesh'), 'Trois', LATER);
    expect((await load()).notes['edifice-primary/sort-aesh']).toEqual({ text: 'Trois', keep: true });
    await saveNote(step('sort-aesh'), '', LATER);
    await keepNote(step('sort-aesh'), true);
    expect((await load()).notes).toEqual({});
  });
});

describe('faults', () => {
  test('storage full in the middle: neither the tick nor its line of journal is there', async () => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'journal') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    });
    expect((await problemOf(saveTick(step('sort-aesh'), { done: true, at: AT }))).kind).toBe('full');
    expect((await problemOf(startYear(KEY, 2026, 2027, { at: AT }))).kind).toBe('full');
    vi.restoreAllMocks();
    expect(await load()).toMatchObject({ ticks: {} });
    expect(await load(2027)).not.toHaveProperty('year');
    expect(await listTransitions(KEY)).toEqual([]);
  });

  test('a writer that dies half-way leaves nothing of what it had begun', async () => {
    const killed = write(['ticks', 'journal'], async (tx) => {
      await tx.objectStore('ticks').put({ ...step('sort-aesh'), done: true, at: AT });
      // What the browser does to the transactions of a worker that it stops.
      tx.abort();
    });
    expect((await problemOf(killed)).kind).toBe('closed');
    expect((await load()).ticks).toEqual({});
    await saveTick(step('sort-aesh'), { done: true, at: AT });
    expect(Object.keys((await load()).ticks)).toHaveLength(1);
  });

  test('a reading that dies between its proofs and the journal proves nothing', async () => {
    const put = IDBObjectStore.prototype.put;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === 'journal') this.transaction.abort();
      return put.apply(this, args);
    });
    const counts = ['past-year-group', 'empty-group'].map((rule) => ({
      ...{ rule, outcome: 'pass' as const, complete: true, violations: 0, reviews: 0 },
    }));
    const reading = { school: SCHOOL, at: AT, by: 'live' as const, counts, read: [], figures: {} };
    await problemOf(recordReading(reading));
    spy.mockRestore();
    expect((await load()).proofs).toEqual({});
    await recordReading(reading);
    expect(Object.keys((await load()).proofs)).toEqual(['empty-group', 'past-year-group']);
  });
});

test('imported lists are kept under their id, replaced, and removed', async () => {
  const [list] = CHECKLISTS;
  if (!list) throw new Error('no list');
  const mine = { ...list, id: 'la-mienne' };
  await saveTemplate(mine, AT);
  await saveTemplate({ ...mine, title: 'Autre' }, LATER);
  expect((await listTemplates()).map(({ id, title }) => [id, title])).toEqual([['la-mienne', 'Autre']]);
  expect((await load()).templates).toHaveLength(1);
  await removeTemplate('la-mienne');
  expect(await listTemplates()).toEqual([]);
});

describe('initials', () => {
  test.each([
    ['c.v.', 'CV'],
    [' é ', 'É'],
    ['Camille Vasseur', 'CAMI'],
    ['12!', ''],
  ])('%j is kept as %j: never a name', (typed, kept) => {
    expect(asInitials(typed)).toBe(kept);
  });

  test('come back, and an odd value is none', async () => {
    const items: Record<string, unknown> = { initials: 3 };
    const area = {
      get: async (name: string) => ({ [name]: items[name] }),
      set: async (more: Record<string, unknown>) => void Object.assign(items, more),
    };
    expect(await loadInitials(area)).toBe('');
    await saveInitials(area, 'cv');
    expect(await loadInitials(area)).toBe('CV');
  });
});
