import { describe, expect, test } from 'vitest';
import { course } from '@/tests/helpers/itslearning-facts';
import type { KeptCourses } from '@/utils/core/timetable-facts';
import { fileOfList } from '@/utils/files/kept-for-list';

const file = (uai: string, ...names: string[]): KeptCourses => ({
  uai,
  at: '2026-09-03T08:00:00.000Z',
  courses: names.map((name) => ({ name, lessons: 2 })),
});
const OURS = file('0490856P', 'EPS - 3 A', 'TECHNO - 4 B', 'LATIN - 5 C');
const of = (organisation: string, ...titles: string[]) =>
  titles.map((title) => course(title, { organisation }));
const LILAS = of('Collège des Lilas', 'EPS - 3A', 'Techno - 4B', 'ANGLAIS - 6 A');

describe('the file of a list of courses', () => {
  test('is told by the courses that both have, however they are spaced and cased', () => {
    expect(fileOfList([OURS], LILAS)).toEqual({ kept: OURS, organisation: 'Collège des Lilas' });
  });

  test('is none when few of its courses are there: it is another school’s', () => {
    expect(fileOfList([OURS], of('Collège des Lilas', 'EPS - 3A', 'ANGLAIS - 6 A'))).toBeUndefined();
    expect(fileOfList([file('0490856P')], LILAS)).toBeUndefined();
  });

  test('is none when two organisations, or two files, could be meant', () => {
    const twins = [...LILAS, ...of('Collège du Lac', 'EPS - 3A', 'Techno - 4B')];
    expect(fileOfList([OURS], twins)).toBeUndefined();
    expect(fileOfList([OURS, { ...OURS, uai: '0134567A' }], LILAS)).toBeUndefined();
  });

  test('is found among the schools of one list', () => {
    const two = [...LILAS, ...of('Collège du Lac', 'CHANT CHORAL - 6 B')];
    expect(fileOfList([OURS], two)?.organisation).toBe('Collège des Lilas');
  });
});
