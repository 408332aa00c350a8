import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laterAbbreviations } from '@/utils/matching/abbreviated-courses';
import { isAbbreviation } from '@/utils/matching/course-name';

const oneByOne = (titles: readonly string[]) =>
  titles.map((one, at) => {
    const found = titles.findIndex((other, after) => after > at && isAbbreviation(one, other));
    return found < 0 ? undefined : found;
  });

test('each course is told with the first later one that abbreviates it, or that it abbreviates', () => {
  const titles = [
    'TECHNO - 4 B',
    'EPS - 4B',
    'TECHNOLOGIE - 4B',
    'EDUC MUSICALE - 4B',
    'TECHN - 4B',
    'Chorale',
  ];
  expect(laterAbbreviations([...titles, 'EDUCATION MUSIC - 4B', 'CHORALES'])).toEqual([
    2,
    undefined,
    4,
    6,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('the same as comparing every two courses of one audience', () => {
  const word = fc.constantFrom(
    'tech',
    'techno',
    'technologie',
    'techno1',
    'art',
    'arts',
    'lv1',
    'musi',
    'musique',
  );
  const title = fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom(' ', ''))
    .map(([words, space]) => `${words.join(space)} - 4B`);
  fc.assert(
    fc.property(fc.array(title, { maxLength: 30 }), (titles) => {
      expect(laterAbbreviations(titles)).toEqual(oneByOne(titles));
    }),
  );
});

test.each([
  ['that differ by a number', (at: number) => `ATELIER ${at} - 4B`],
  ['of one long word each', (at: number) => `ATELIER${at} - 4B`],
  ['of one subject, spelt in two ways', (at: number) => `${at % 2 ? 'TECHNO' : 'TECHNOLOGIE'} - 4B`],
  [
    'of two words, neither of which tells them apart',
    (at: number) => `ATELIER${at % 1000} SALLE${Math.floor(at / 1000)} - 4B`,
  ],
])('forty thousand courses of one audience %s are gone through once', (_what, titleOf) => {
  // Two by two they would be 800 million comparisons: this would not end.
  const titles = Array.from({ length: 40_000 }, (_, at) => titleOf(at));
  expect(laterAbbreviations(titles)).toHaveLength(titles.length);
});
