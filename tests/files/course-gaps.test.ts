import { expect, test } from 'vitest';
import { wizardRow } from '@/tests/helpers/import-facts';
import type { Facts } from '@/utils/core/facts';
import { courseGaps } from '@/utils/files/course-gaps';

const file = { in: 'file', file: '0490856P', line: 1 } as const;
const expected = (...names: string[]): NonNullable<Facts['expectedCourses']> => ({
  items: names.map((name) => ({ at: file, name, lessons: 1 })),
  complete: true,
});
const shown = (complete: boolean, ...names: string[]): NonNullable<Facts['wizardRows']> => ({
  items: names.map((name) => wizardRow('courses', name, 'on')),
  complete,
});
const gaps = (facts: Facts) =>
  courseGaps(facts)?.items.map(({ kind, name, detail }) => [kind, name, ...(detail ? [detail] : [])]);

const FILE = expected('LCA LATIN - 4 D', 'TECHNOLOGIE - 4 B', 'FRANCAIS - 4 A');

test('missing, renamed, unexpected; spaces alone are no difference', () => {
  const rows = shown(true, 'FRANCAIS - 4A', 'TECHNO - 4 B', 'CHORALE - 6 A');
  expect(gaps({ wizardRows: rows, expectedCourses: FILE })).toEqual([
    ['renamed', 'TECHNOLOGIE - 4 B', 'TECHNO - 4 B'],
    ['missing', 'LCA LATIN - 4 D'],
    ['unexpected', 'CHORALE - 6 A'],
  ]);
});

test('of a list that is not whole, nothing is missing and nothing is renamed', () => {
  const rows = shown(false, 'FRANCAIS - 4 A', 'TECHNO - 4 B');
  expect(gaps({ wizardRows: rows, expectedCourses: FILE })).toEqual([['unexpected', 'TECHNO - 4 B']]);
  expect(courseGaps({ wizardRows: rows, expectedCourses: FILE })?.complete).toBe(false);
});

test('a disabled course is there; another step, or no file, compares nothing', () => {
  const off = { items: [wizardRow('courses', 'FRANCAIS - 4 A', 'off')], complete: true };
  expect(gaps({ wizardRows: off, expectedCourses: expected('FRANCAIS - 4 A') })).toEqual([]);
  const classes = { items: [wizardRow('classes', '4 A', 'on')], complete: true };
  expect(courseGaps({ wizardRows: classes, expectedCourses: FILE })).toBeUndefined();
  expect(courseGaps({ wizardRows: shown(true, 'X') })).toBeUndefined();
});
