import { describe, expect, test } from 'vitest';
import { timelineOf } from '@/entrypoints/workshop/calendar/timeline';
import { checklistsOf } from '@/utils/checklists';
import type { MilestoneDates } from '@/utils/checklists/calendar';
import { followedLists } from '@/utils/checklists/followed';
import { yearOf } from '@/utils/checklists/year';

const DATES: MilestoneDates = {
  'timetable-end': '2027-07-03',
  'platform-closing': '2027-07-20',
  'platform-reopening': '2027-08-03',
  'directory-closing': '2027-08-16',
  'directory-reopening': '2027-08-19',
  'families-out': '2027-08-16',
};

function draw(dates: MilestoneDates, today = '2027-07-18', transition = 2027) {
  const lists = followedLists(checklistsOf('skolengo'), { transition });
  return timelineOf(yearOf(lists, { ticks: {}, proofs: {}, dates }, transition, today), today);
}

test('runs over whole months, from the first thing to do to the last', () => {
  const { title, months, today } = draw(DATES);
  expect(title).toBe('de mai à septembre 2027');
  expect(months.map(({ label }) => label)).toEqual(['mai', 'juin', 'juillet', 'août', 'septembre']);
  expect(months[0]?.at).toBe(0);
  // 78 days out of 153.
  expect(today).toBeCloseTo((100 * 78) / 153, 1);
});

test('every day is as wide as another, through the change of clocks', () => {
  const { groups } = draw({ ...DATES, 'directory-reopening': '2027-10-20' });
  const bars = groups.flatMap(({ rows }) => rows.flatMap(({ bar }) => bar ?? []));
  for (const { at, width } of bars) {
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at + width).toBeLessThanOrEqual(100.01);
  }
});

test('a closure lasts until the eve of what reopens, and stands behind everything', () => {
  const { groups, bands } = draw(DATES);
  const [closures] = groups;
  expect(closures?.title).toBe('Fermetures');
  expect(closures?.rows.map(({ text, period }) => [text, period])).toEqual([
    ['Espace connecté fermé à tous', 'du 20/07 au 02/08'],
    ['Espace connecté fermé à tous (annuaire)', 'du 16/08 au 18/08'],
  ]);
  expect(bands).toHaveLength(2);
});

test('a closure whose reopening nobody knows, or that is not after it, is not drawn', () => {
  expect(draw({ 'platform-closing': '2027-07-20' }).bands).toEqual([]);
  expect(draw({ ...DATES, 'platform-reopening': '2027-07-01' }).bands).toHaveLength(1);
});

test('milestones come in the order of their days', () => {
  const marks = draw(DATES).groups.find(({ title }) => title === 'Repères');
  expect(marks?.rows.map(({ period }) => period)).toEqual([
    'le 02/07',
    'le 03/07',
    'le 20/07',
    'le 03/08',
    'le 16/08',
    'le 16/08',
    'le 19/08',
  ]);
});

test('what has no date is told in words and counted, never drawn', () => {
  const { groups, undated } = draw(DATES);
  const row = groups.flatMap(({ rows }) => rows).find(({ id }) => id === 'skolengo/unblock-families');
  expect(row).not.toHaveProperty('bar');
  expect(row?.period).toContain('à fixer');
  expect(undated).toBe('1 étape');
});

test('without any date nothing is drawn, and everything is still there to be read', () => {
  const { title, months, bands, groups, today } = draw({}, '2031-07-18', 2031);
  expect([title, months, bands, today]).toEqual([undefined, [], [], undefined]);
  expect(groups.flatMap(({ rows }) => rows).length).toBeGreaterThan(20);
});

test('a single month is named once', () => {
  expect(draw({}).title).toBe('en juillet 2027');
});

test('the drawing reaches the day that it is, as long as that is not far', () => {
  const { title, today } = draw(DATES, '2027-11-23');
  expect(title).toBe('de mai à novembre 2027');
  expect(today).toBeGreaterThan(90);
  expect(draw(DATES, '2027-04-28').title).toBe('d’avril à septembre 2027');
});

test('what counts although nobody dated it says why', () => {
  const rowOn = (day: string) =>
    draw(DATES, day)
      .groups.flatMap(({ rows }) => rows)
      .find(({ id }) => id === 'skolengo/unblock-families');
  expect(rowOn('2027-09-10')).toMatchObject({ tone: 'later', state: 'à faire, date à fixer' });
  expect(rowOn('2027-11-23')?.state).toMatch(/faute de date$|^période passée$/);
});

test('a day far outside the drawing is not on it', () => {
  expect(draw(DATES, '2027-01-10')).not.toHaveProperty('today');
});

describe('where a step stands', () => {
  const toneOn = (day: string, id: string) =>
    draw(DATES, day)
      .groups.flatMap(({ rows }) => rows)
      .find((row) => row.id === `skolengo/${id}`)?.tone;
  test.each([
    ['2027-05-01', 'restore-trash', 'later'],
    ['2027-07-18', 'restore-trash', 'now'],
    ['2027-07-20', 'restore-trash', 'over'],
    ['2027-07-20', 'services-stop', 'platform'],
    ['2027-07-20', 'wait-for-compatibility', 'over'],
    ['2027-09-30', 'reassign-gar', 'late'],
  ])('on %s, %s is %s', (day, id, tone) => {
    expect(toneOn(day, id)).toBe(tone);
  });
});
