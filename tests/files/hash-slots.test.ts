import { describe, expect, test } from 'vitest';
import { HashCount, KnownHashes } from '@/utils/files/hash-slots';
import { randomFrom } from '../helpers/random';

function hashes(count: number, different: number): number[] {
  const random = randomFrom(11);
  const some = Array.from({ length: different }, () => random.below(2 ** 32) | 0);
  return Array.from({ length: count }, () => some[random.below(different)] ?? 0);
}

describe('counting different hashes', () => {
  test.each([
    ['none', []],
    ['one, many times', [7, 7, 7, 7]],
    ['both ends of the numbers', [0x7fffffff, -0x80000000, -1, 1, -1]],
    ['all under the same high bits', Array.from({ length: 5000 }, (_, at) => (at >> 1) + 1)],
    ['under any high bits', hashes(20_000, 3000)],
  ])('%s', (_, list) => {
    const count = new HashCount(list.length);
    for (const hash of list) count.add(hash);
    expect(count.count()).toBe(new Set(list).size);
  });
});

test('a hash is known once it was added, and no more once all are cleared', () => {
  const known = new KnownHashes(4);
  expect([known.add(0), known.add(5), known.add(0)]).toEqual([true, true, false]);
  expect([known.has(0), known.has(5), known.has(6)]).toEqual([true, true, false]);
  known.clear();
  expect(known.has(5)).toBe(false);
});
