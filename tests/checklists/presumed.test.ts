import { describe, expect, test } from 'vitest';
import { checklistsOf } from '@/utils/checklists';
import type { Checklist, When } from '@/utils/checklists/checklist';
import { presumedOf, presumedWindow } from '@/utils/checklists/presumed';
import type { Proof } from '@/utils/checklists/progress';
import { type YearRecords, yearOf } from '@/utils/checklists/year';
import { dueIn } from '@/utils/due-steps';

const NOTHING: YearRecords = { ticks: {}, proofs: {}, dates: {} };
const DATES = { 'term-start': '2026-09-01' };

describe('a step whose date nobody set', () => {
  test.each<[string, When, string, string | undefined]>([
    ['the end of August', { milestone: 'staff-feed', from: 0, to: 15 }, '2026-10-01', '2026-09-30'],
    [
      'before the reopening',
      { milestone: 'timetable-reopening', from: -14, to: 0 },
      '2026-10-01',
      '2026-09-30',
    ],
    ['a month long', { milestone: 'pupil-feed', from: 7, to: 30 }, '2026-10-16', '2026-10-15'],
    ['summer', { milestone: 'module-closing', from: -30, to: -1 }, '2026-09-01', '2026-08-31'],
    ['summer, lasting', { milestone: 'archiving', from: 0, to: 23 }, '2026-09-24', '2026-09-23'],
    ['without an end', { milestone: 'staff-feed', from: 0 }, '2026-10-01', undefined],
  ])('%s counts from a day that leaves no doubt', (_name, when, since, to) => {
    expect(presumedOf(when, DATES, 2026)).toMatchObject({ since, ...(to && { to }) });
  });

  test('has a presumed time only as long as it has no date, and hangs on a milestone', () => {
    const when = { milestone: 'staff-feed', from: 0, to: 15 } as const;
    expect(presumedOf(when, { ...DATES, 'staff-feed': '2026-08-24' }, 2026)).toBeUndefined();
    expect(presumedOf({}, DATES, 2026)).toBeUndefined();
    expect(presumedOf({ on: '2026-08-28' }, DATES, 2026)).toBeUndefined();
  });

  test('is of unknown time until then: a presumed window is never shown before', () => {
    const presumed = presumedOf({ milestone: 'staff-feed', from: 0, to: 15 }, DATES, 2026);
    expect(presumedWindow(presumed, '2026-09-30')).toBeUndefined();
    expect(presumedWindow(presumed, '2026-10-01')).toEqual({ from: '2026-08-15', to: '2026-09-30' });
  });

  test('follows the school’s own return where summer is another', () => {
    const when = { milestone: 'module-closing', from: -30, to: -1 } as const;
    expect(presumedOf(when, { 'term-start': '2026-08-17' }, 2026)?.since).toBe('2026-08-17');
    expect(presumedOf(when, {}, 2028)?.since).toBe('2028-09-01');
  });
});

describe('a school that never set a date', () => {
  const [primary] = checklistsOf('edifice') as readonly [Checklist];
  const standingOn = (today: string, id: string) =>
    yearOf([primary], NOTHING, 2026, today).steps.find(({ step }) => step.id === id);

  test('hears of the teachers to detach and of the AESH to sort after 30 September, and why', () => {
    for (const id of ['detach-departed-teachers', 'sort-aesh']) {
      expect(standingOn('2026-09-30', id)).toMatchObject({ standing: 'unknown' });
      expect(standingOn('2026-10-01', id)).toMatchObject({ standing: 'late', presumedSince: '2026-10-01' });
      expect(standingOn('2026-11-23', id)).toMatchObject({ standing: 'late' });
    }
    const year = yearOf([primary], NOTHING, 2026, '2026-11-23');
    const { pressing } = dueIn({ key: 'k', name: 'École' }, year);
    expect(pressing).toContain('late edifice-primary/sort-aesh');
  });

  test('is not told so once it set the date', () => {
    const dated = { ...NOTHING, dates: { 'staff-feed': '2026-10-20' } };
    const step = yearOf([primary], dated, 2026, '2026-10-25').steps.find(
      ({ step }) => step.id === 'sort-aesh',
    );
    expect(step).toMatchObject({ standing: 'now' });
    expect(step).not.toHaveProperty('presumedSince');
  });

  test('a clean reading of June proves nothing of who arrives at the end of August', () => {
    const proof = (at: string): Proof => ({
      at,
      outcome: 'pass',
      complete: true,
      by: 'live',
      violations: 0,
      reviews: 0,
      passedAt: at,
    });
    const stateWith = (at: string) => {
      const list = checklistsOf('edifice').find(({ id }) => id === primary.id) as Checklist;
      const step = list.phases
        .flatMap(({ steps }) => steps)
        .find(({ id }) => id === 'detach-departed-teachers');
      const proofs = Object.fromEntries((step?.rules ?? []).map((rule) => [rule, proof(at)]));
      return yearOf([list], { ...NOTHING, proofs }, 2026, '2026-09-10').steps.find(
        (one) => one.step.id === 'detach-departed-teachers',
      )?.state.kind;
    };
    expect(stateWith('2026-06-20T10:00:00.000Z')).toBe('todo');
    expect(stateWith('2026-08-27T10:00:00.000Z')).toBe('proven');
  });
});
