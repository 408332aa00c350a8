import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReadingRecord } from '@/utils/messages';
import { closeStore } from '@/utils/store/db';
import { addToJournal, listJournal, writeTold } from '@/utils/store/journal';
import { saveDate, saveTick } from '@/utils/store/progress';
import { recordReading } from '@/utils/store/proofs';
import { freshBrowser, KEY, SCHOOL, step } from './helpers';

const T = ['2026-08-27T12:00:00.000Z', '2026-08-28T12:00:00.000Z', '2026-08-29T12:00:00.000Z'] as const;
const acts = async () => (await listJournal(KEY, 2026)).map(({ act }) => act);

beforeEach(freshBrowser);
afterAll(closeStore);

function reading(at: string, rules: readonly string[], violations = 0): ReadingRecord {
  const counts = rules.map((rule) => ({
    rule,
    outcome: violations > 0 ? ('violation' as const) : ('pass' as const),
    complete: true,
    violations,
    reviews: 0,
  }));
  return {
    school: SCHOOL,
    at,
    by: 'live',
    on: '18 groupes manuels lus sur 18',
    counts,
    read: [],
    figures: {},
  };
}

test('says what was ticked, unticked and dated, by whom, in order', async () => {
  await saveTick(step('sort-aesh'), { done: true, at: T[0], by: 'CV' });
  await saveTick(step('sort-aesh'), { done: false, at: T[1] });
  await saveDate(KEY, 2026, 'staff-feed', '2026-08-24', { at: T[2], by: 'CV' });
  await saveTick(step('sort-aesh', { transition: 2027 }), { done: true, at: T[0] });
  const entries = await listJournal(KEY, 2026);
  expect(entries.map(({ at, by, act }) => ({ at, by, act }))).toEqual([
    { at: T[0], by: 'CV', act: { kind: 'ticked', list: 'edifice-primary', step: 'sort-aesh' } },
    { at: T[1], by: undefined, act: { kind: 'unticked', list: 'edifice-primary', step: 'sort-aesh' } },
    { at: T[2], by: 'CV', act: { kind: 'dated', milestone: 'staff-feed', date: '2026-08-24' } },
  ]);
});

test('two things at one instant are two lines, in their order', async () => {
  const letters = 'abcdefghijkl'.split('');
  for (const what of letters) await addToJournal(KEY, 2026, { kind: 'exported', what }, { at: T[0] });
  expect(await acts()).toEqual(letters.map((what) => ({ kind: 'exported', what })));
});

describe('readings', () => {
  const BOTH = ['past-year-group', 'empty-group'];
  const of = { list: 'edifice-primary', step: 'delete-past-groups' };

  test('prove a step once all of its rules have passed, and say by what and on what', async () => {
    await recordReading(reading(T[0], BOTH.slice(0, 1)));
    expect(await acts()).toEqual([]);
    await recordReading(reading(T[1], BOTH.slice(1)));
    expect(await acts()).toEqual([
      { kind: 'proven', ...of, by: 'live', on: '18 groupes manuels lus sur 18' },
    ]);
    await recordReading(reading(T[2], BOTH));
    expect(await acts()).toHaveLength(1);
  });

  test('that contradict are told once, and a person’s tick stays', async () => {
    await saveTick(step('delete-past-groups'), { done: true, at: T[0] });
    await recordReading(reading(T[1], BOTH, 2));
    await recordReading(reading(T[2], BOTH, 2));
    expect(await acts()).toEqual([
      { kind: 'ticked', ...of },
      { kind: 'contradicted', ...of, violations: 4 },
    ]);
  });

  test('a partial one proves nothing and is not told', async () => {
    const record = reading(T[0], BOTH);
    await recordReading({ ...record, counts: record.counts.map((count) => ({ ...count, complete: false })) });
    expect(await acts()).toEqual([]);
  });

  test('before the step is open, a clean list says nothing of it', async () => {
    await recordReading(reading('2026-06-01T12:00:00.000Z', BOTH));
    expect(await acts()).toEqual([]);
  });
});

test('what a screen tells stands in the year that it happened in', async () => {
  const act = { kind: 'held', action: 'Supprimer le groupe', rule: 'Groupe GAR', resumed: false } as const;
  await writeTold({ school: SCHOOL, at: T[0], act }, 'CV');
  await writeTold({ school: SCHOOL, at: '2027-06-01T12:00:00.000Z', act }, '');
  expect(await listJournal(KEY, 2026)).toMatchObject([{ by: 'CV', act }]);
  expect((await listJournal(KEY, 2027))[0]).not.toHaveProperty('by');
});
