import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReadingRecord } from '@/utils/messages';
import { closeStore } from '@/utils/store/db';
import { dropDraft, keepDraft, listDrafts } from '@/utils/store/drafts';
import { clearAll } from '@/utils/store/erase';
import { loadProgress, saveDate, saveNote, saveTick } from '@/utils/store/progress';
import { recordReading } from '@/utils/store/proofs';
import { listSchools, schoolKey, seeSchool } from '@/utils/store/schools';
import { freshBrowser, KEY, memoryStorage, SCHOOL, step } from './helpers';

const T1 = '2026-08-27T12:00:00.000Z';
const T2 = '2026-08-28T12:00:00.000Z';
const load = () => loadProgress(KEY, 2026);

function reading(at: string, more: Partial<ReadingRecord['counts'][number]> = {}): ReadingRecord {
  const count = {
    rule: 'past-year-group',
    outcome: 'pass' as const,
    complete: true,
    violations: 0,
    reviews: 0,
  };
  return { school: SCHOOL, at, by: 'live', counts: [{ ...count, ...more }], read: [], figures: {} };
}

beforeEach(freshBrowser);
afterAll(closeStore);

describe('schools', () => {
  test('are told apart by family, host and id', async () => {
    await seeSchool(SCHOOL, T1);
    await seeSchool({ ...SCHOOL, host: 'ent77.seine-et-marne.fr', name: 'Autre' }, T2);
    expect((await listSchools()).map((school) => school.name)).toEqual(['Autre', 'École des Papillons']);
  });

  test('the day of the first visit stays, and tells since when its steps are followed', async () => {
    await seeSchool(SCHOOL, T1);
    await seeSchool(SCHOOL, T2);
    const [known] = await listSchools();
    expect(known).toMatchObject({ firstSeen: T1, lastSeen: T2 });
    expect((await loadProgress(schoolKey(SCHOOL), 2026)).followedSince).toBe(T1.slice(0, 10));
    expect(await loadProgress('autre', 2026)).not.toHaveProperty('followedSince');
  });

  test('a screen that names no school does not rename one that another has named', async () => {
    await seeSchool({ ...SCHOOL, name: 'college-demo', unnamed: true }, T1);
    expect((await seeSchool({ ...SCHOOL, name: 'Collège Vidal' }, T1)).name).toBe('Collège Vidal');
    expect((await seeSchool({ ...SCHOOL, name: 'college-demo', unnamed: true }, T2)).name).toBe(
      'Collège Vidal',
    );
  });

  test('a name that may be the former school’s is kept under no other: what is known is told, else nothing', async () => {
    const lagging = { ...SCHOOL, id: 'c2', lagging: true as const };
    expect((await seeSchool(lagging, T1)).name).toBe('');
    expect(await listSchools()).toEqual([]);
    await seeSchool({ ...SCHOOL, id: 'c2', name: 'École du Centre' }, T1);
    expect((await seeSchool(lagging, T2)).name).toBe('École du Centre');
    expect(await listSchools()).toMatchObject([{ name: 'École du Centre', lastSeen: T1 }]);
  });

  test('keep the UAI that a poorer screen does not say, and take a new name', async () => {
    await seeSchool(SCHOOL, T1);
    const { uai: _uai, ...poorer } = SCHOOL;
    const merged = await seeSchool({ ...poorer, name: 'École du Lac' }, T2);
    expect(merged).toMatchObject({ name: 'École du Lac', uai: '0590000A', lastSeen: T2 });
  });
});

describe('ticks, notes and dates', () => {
  test('are found again for their school and year only, checklists apart', async () => {
    await saveTick(step('sort-aesh'), { done: true, at: T1, by: 'CV' });
    await saveTick(step('sort-aesh', { transition: 2027 }), { done: false, at: T1 });
    await saveTick(step('gar-assigners', { school: `${KEY}0` }), { done: true, at: T1 });
    await saveTick(step('other', { checklist: 'another' }), { done: true, at: T1 });
    await saveNote(step('sort-aesh'), 'Deux à vérifier', T1);
    await saveDate(KEY, 2026, 'staff-feed', '2026-08-24', { at: T1 });
    const progress = await load();
    expect(Object.keys(progress.ticks)).toEqual(['another/other', 'edifice-primary/sort-aesh']);
    expect(progress.ticks['edifice-primary/sort-aesh']).toMatchObject({ done: true, by: 'CV' });
    expect(progress.notes).toEqual({ 'edifice-primary/sort-aesh': { text: 'Deux à vérifier', keep: false } });
    expect(progress.dates).toEqual({ 'staff-feed': '2026-08-24' });
  });

  test('two tabs at once: the last write of one step wins, no other is lost', async () => {
    await Promise.all([
      saveTick(step('sort-aesh'), { done: true, at: T1 }),
      saveTick(step('free-space'), { done: true, at: T1 }),
      saveTick(step('sort-aesh'), { done: false, at: T2 }),
      saveNote(step('sort-aesh'), 'vu', T1),
    ]);
    const { ticks, notes } = await load();
    expect(ticks['edifice-primary/sort-aesh']?.done).toBe(false);
    expect(ticks['edifice-primary/free-space']?.done).toBe(true);
    expect(notes['edifice-primary/sort-aesh']?.text).toBe('vu');
  });

  test('an emptied note and a cleared date leave nothing behind', async () => {
    await saveNote(step('sort-aesh'), 'vu', T1);
    await saveNote(step('sort-aesh'), '  ', T2);
    await saveDate(KEY, 2026, 'staff-feed', '2026-08-24', { at: T1 });
    await saveDate(KEY, 2026, 'staff-feed', undefined, { at: T2 });
    expect(await load()).toMatchObject({ notes: {}, dates: {} });
  });
});

describe('readings', () => {
  test('make proofs, and say when the school was last read', async () => {
    await recordReading(reading(T1));
    expect((await load()).proofs['past-year-group']).toMatchObject({ outcome: 'pass', at: T1, passedAt: T1 });
    expect((await listSchools())[0]?.lastRead).toEqual({ at: T1, by: 'live' });
  });

  test('a screen read after a control of the whole school does not make it forgotten', async () => {
    await recordReading(reading(T1));
    await recordReading({ ...reading(T2), by: 'edifice/manual-groups' });
    await seeSchool(SCHOOL, T2);
    expect((await listSchools())[0]).toMatchObject({
      lastRead: { at: T2, by: 'edifice/manual-groups' },
      lastLive: T1,
    });
  });

  test('a control that arrives late does not replace a later one, and a screen is no control', async () => {
    await recordReading({ ...reading(T1), by: 'edifice/manual-groups' });
    expect((await listSchools())[0]).not.toHaveProperty('lastLive');
    await recordReading(reading(T2));
    await recordReading(reading(T1));
    expect((await listSchools())[0]?.lastLive).toBe(T2);
  });

  test('never untick what a person ticked', async () => {
    await saveTick(step('delete-past-groups'), { done: true, at: T1 });
    await recordReading(reading(T2, { outcome: 'violation', violations: 3 }));
    expect((await load()).ticks['edifice-primary/delete-past-groups']).toMatchObject({ done: true, at: T1 });
  });

  test('a rule that did not speak leaves the proof, but the reading is remembered', async () => {
    await recordReading(reading(T1));
    await recordReading(reading(T2, { outcome: 'inapplicable', complete: false }));
    expect((await load()).proofs['past-year-group']).toMatchObject({ outcome: 'pass', at: T1 });
    expect((await listSchools())[0]?.lastRead?.at).toBe(T2);
  });

  test('in June they belong to the coming return to school', async () => {
    await recordReading(reading('2027-06-20T08:00:00.000Z'));
    expect((await load()).proofs).toEqual({});
    expect(Object.keys((await loadProgress(KEY, 2027)).proofs)).toEqual(['past-year-group']);
  });
});

describe('drafts', () => {
  test('survive until their note is saved, and later typing survives the saving', () => {
    const storage = memoryStorage();
    const key = step('sort-aesh');
    keepDraft(storage, { key, text: 'Deux à' });
    keepDraft(storage, { key, text: 'Deux à vérifier' });
    dropDraft(storage, { key, text: 'Deux à' });
    expect(listDrafts(storage)).toEqual([{ key, text: 'Deux à vérifier' }]);
    dropDraft(storage, { key, text: 'Deux à vérifier' });
    expect(listDrafts(storage)).toEqual([]);
  });

  test('a browser without room says so instead of throwing', () => {
    const full = memoryStorage();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(keepDraft(full, { key: step('sort-aesh'), text: 'x' })).toBe(false);
  });

  test('anything else in storage is left alone', () => {
    const storage = memoryStorage();
    storage.setItem('draft:not json', 'x');
    storage.setItem('other', 'y');
    expect(listDrafts(storage)).toEqual([]);
  });
});

test('clearAll leaves nothing', async () => {
  const storage = memoryStorage();
  storage.setItem('other', 'y');
  keepDraft(storage, { key: step('sort-aesh'), text: 'x' });
  await recordReading(reading(T1));
  await saveTick(step('sort-aesh'), { done: true, at: T1 });
  await saveNote(step('sort-aesh'), 'vu', T1);
  await saveDate(KEY, 2026, 'staff-feed', '2026-08-24', { at: T1 });
  await clearAll(storage);
  expect(await load()).toEqual({ ticks: {}, notes: {}, proofs: {}, dates: {}, ownSteps: [], templates: [] });
  expect(await listSchools()).toEqual([]);
  expect(storage.length).toBe(0);
});
