import { expect, test } from 'vitest';
import { courseNameKey, isAbbreviation, splitCourseName } from '@/utils/matching/course-name';

test.each([
  ['TECHNO - 4 B', 'TECHNO - 4B'],
  ['Français - 3 A', 'FRANCAIS – 3A'],
  ['LCA LATIN - 3BDLATIN/4DLATIN', 'LCA LATIN - 4DLATIN/3BDLATIN'],
])('%s is %s', (one, other) => expect(courseNameKey(one)).toBe(courseNameKey(other)));

test.each([
  ['TECHNO - 4 B', 'TECHNO - 4 C'],
  ['LCA LATIN - 3BDLATIN', 'LCA LATIN - 3BDLATIN/4DLATIN'],
  ['ANGLAIS LV1 - 3A', 'ANGLAIS LV2 - 3A'],
])('%s is not %s', (one, other) => expect(courseNameKey(one)).not.toBe(courseNameKey(other)));

test('the subject keeps the hyphens of its own', () => {
  expect(splitCourseName('HIST-GEO - EMC - 3 A')).toEqual({ subject: 'histgeoemc', audience: '3a' });
  expect(splitCourseName('Chorale')).toEqual({ subject: 'chorale', audience: '' });
});

test.each([
  ['TECHNO - 4 B', 'TECHNOLOGIE - 4B', true],
  ['EDUC MUSICALE - 4 B', 'EDUCATION MUSICALE - 4B', true],
  ['TECHNO - 4 B', 'TECHNOLOGIE - 4C', false],
  ['ANGLAIS LV1 - 3A', 'ANGLAIS LV2 - 3A', false],
  ['FRANCAIS - 3A', 'FRANCAIS FLS - 3A', false],
  ['ART - 3A', 'ARTS - 3A', false],
  ['TECHNO - 4 B', 'TECHNO - 4B', false],
])('%s abbreviates %s: %s', (one, other, expected) => expect(isAbbreviation(one, other)).toBe(expected));
