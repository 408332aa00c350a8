import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { singleFault, withinTwoFaults } from '@/utils/matching/distance';

describe('one slip between two words', () => {
  test.each([
    ['martin', 'martyin', 'letter-added'],
    ['martin', 'artin', 'letter-removed'],
    ['martin', 'marten', 'letter-replaced'],
    ['mathieu', 'matthieu', 'letter-doubled'],
    ['ferrand', 'ferand', 'letter-doubled'],
    ['martin', 'matrin', 'letters-transposed'],
    ['leo', 'lea', 'letter-replaced'],
    ['', 'a', 'letter-added'],
  ])('%s → %s is %s', (before, after, fault) => {
    expect(singleFault(before, after)).toBe(fault);
  });

  test.each([
    ['martin', 'martin'],
    ['martin', 'marine'],
    ['martin', 'martinez'],
    ['abcd', 'badc'],
    ['martin', 'mratni'],
    ['abc', 'cba'],
  ])('%s → %s is not one slip', (before, after) => {
    expect(singleFault(before, after)).toBeUndefined();
  });

  test.each([
    ['kowalczyk', 'kovalczik'],
    ['kowalczyk', 'kowalcyzkk'],
    ['abcdefg', 'bacdfg'],
    ['abcdefg', 'cdefg'],
  ])('%s → %s is within two', (before, after) => {
    expect(withinTwoFaults(before, after)).toBe(true);
    expect(withinTwoFaults(after, before)).toBe(true);
  });

  test('three are not within two', () => {
    expect(withinTwoFaults('kowalczyk', 'covalcyik')).toBe(false);
    expect(withinTwoFaults('bernard', 'berenger')).toBe(false);
  });

  /** The textbook matrix, as the judge of the short-cut. */
  function distance(a: string, b: string): number {
    const rows = Array.from({ length: a.length + 1 }, (_, i) =>
      Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
    );
    const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
    for (let i = 1; i <= a.length; i++) {
      for (let j = 1; j <= b.length; j++) {
        let best = Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        );
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          best = Math.min(best, at(i - 2, j - 2) + 1);
        (rows[i] as number[])[j] = best;
      }
    }
    return at(a.length, b.length);
  }
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

  test('agrees with the Damerau-Levenshtein matrix', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(singleFault(a, b) !== undefined).toBe(distance(a, b) === 1);
        expect(withinTwoFaults(a, b)).toBe(distance(a, b) <= 2);
      }),
      { numRuns: 3000 },
    );
  });
});
