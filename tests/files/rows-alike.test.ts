import { expect, test } from 'vitest';
import { RowsAlike } from '@/utils/files/rows-alike';
import { randomFrom } from '../helpers/random';

/** Adds a row of a kind: its class is the kind, and every other number is the same. */
function add(rows: RowsAlike, kind: number, row: number): void {
  rows.like.set([1, kind, 7, 7, 7]);
  rows.add(0, row, 2, row + 1);
}

test('rows alike are told together, the first one at once', () => {
  const told: unknown[] = [];
  const rows = new RowsAlike((...all) => told.push(all));
  for (const [row, kind] of [4, 4, 4, 5].entries()) add(rows, kind, row);
  expect(told).toEqual([
    [1, { table: 0, row: 0 }, { table: 2, row: 1 }, 1],
    [1, { table: 0, row: 3 }, { table: 2, row: 4 }, 1],
  ]);
  rows.end();
  rows.end();
  expect(told.slice(2)).toEqual([[1, { table: 0, row: 0 }, { table: 2, row: 1 }, 2]]);
});

test('rows of two tables are never alike', () => {
  let told = 0;
  const rows = new RowsAlike(() => told++);
  rows.like.set([1, 2, 3, 4, 5]);
  rows.add(0, 0, 0, 0);
  rows.add(1, 0, 0, 1);
  rows.add(1, 0, 1, 0);
  expect(told).toBe(3);
});

test('however many kinds there are, each row is counted once and with its own kind', () => {
  const random = randomFrom(9);
  const kinds = Array.from({ length: 20_000 }, () => random.below(random.chance(0.5) ? 20 : 5_000));
  const expected = new Map<number, number>();
  for (const kind of kinds) expected.set(kind, (expected.get(kind) ?? 0) + 1);
  const counted = new Map<number, number>();
  const rows = new RowsAlike((_, { row }, __, count) => {
    const kind = kinds[row] as number;
    counted.set(kind, (counted.get(kind) ?? 0) + count);
  });
  for (const [row, kind] of kinds.entries()) add(rows, kind, row);
  rows.end();
  expect([...counted].sort((a, b) => a[0] - b[0])).toEqual([...expected].sort((a, b) => a[0] - b[0]));
});
