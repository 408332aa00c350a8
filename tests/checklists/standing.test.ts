import { describe, expect, test } from 'vitest';
import type { Phase } from '@/utils/checklists/checklist';
import { beginningAfter, nearestTo, spanOf, standingOf } from '@/utils/checklists/standing';

const JULY = { from: '2026-06-03', to: '2026-07-03' };
const AUGUST = { from: '2026-08-17', to: '2026-09-15' };
const SEPTEMBER = { from: '2026-09-01', to: '2026-10-01' };

describe('where a step stands', () => {
  test.each([
    ['2026-06-02', undefined, 'later'],
    ['2026-07-03', undefined, 'now'],
    ['2026-07-04', undefined, 'late'],
    ['2026-08-02', undefined, 'late'],
    ['2026-08-03', undefined, 'over'],
    ['2026-07-20', '2026-07-21', 'late'],
    ['2026-07-21', '2026-07-21', 'over'],
    ['2026-07-01', '2026-06-15', 'now'],
  ])('on %s, what follows beginning on %s: %s', (today, after, expected) => {
    expect(standingOf({}, JULY, today, after)).toBe(expected);
  });

  test('what is still useful stays late, for as long as it takes', () => {
    expect(standingOf({ stillUseful: true }, JULY, '2027-03-01', '2026-08-17')).toBe('late');
  });

  test('without a date or without an end nothing is over', () => {
    expect(standingOf({}, undefined, '2027-03-01', '2026-08-17')).toBe('unknown');
    expect(standingOf({}, { from: '2026-06-03' }, '2027-03-01', '2026-08-17')).toBe('now');
  });
});

describe('phases', () => {
  const phase: Phase = {
    id: 'tidy-up',
    title: 'Ménage',
    steps: [
      { from: -15, to: -1 },
      { from: 0, to: 15 },
    ].map((when, index) => ({
      id: `step-${index}`,
      text: 'Purger',
      why: 'Parce que.',
      who: 'administrator',
      when: { milestone: 'term-start', ...when },
      source: { guide: '004', section: 'p. 17' },
    })),
  };

  test('run from their first day to their last', () => {
    expect(spanOf(phase, { 'term-start': '2026-09-01' })).toEqual({ from: '2026-08-17', to: '2026-09-16' });
    expect(spanOf(phase, {})).toBeUndefined();
  });

  test('end where a later one begins, those that begin with them apart', () => {
    expect(beginningAfter([JULY, undefined, SEPTEMBER, AUGUST], 0)).toBe('2026-08-17');
    expect(beginningAfter([AUGUST, AUGUST, SEPTEMBER], 0)).toBe('2026-09-01');
    expect(beginningAfter([AUGUST, SEPTEMBER], 1)).toBeUndefined();
  });

  test.each([
    ['2026-05-01', 0],
    ['2026-07-20', 0],
    ['2026-08-10', 1],
    ['2026-08-31', 1],
    ['2026-09-01', 2],
    ['2026-11-23', 2],
  ])('on %s the nearest is number %i, the latest begun where they overlap', (today, index) => {
    expect(nearestTo([JULY, AUGUST, SEPTEMBER], today)).toBe(index);
  });

  test('without any date none is nearest', () => {
    expect(nearestTo([undefined, undefined], '2026-09-01')).toBeUndefined();
  });
});
