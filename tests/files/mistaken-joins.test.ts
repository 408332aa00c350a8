import { afterEach, expect, test, vi } from 'vitest';
import { CellHash } from '@/utils/files/cell-hash';
import { compareRosters } from '@/utils/files/compare';
import { PUPILS, rosterOf } from './tables';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Texts of one length and one first letter then have one hash. */
function hashPoorly(): void {
  vi.spyOn(CellHash.prototype, 'addBytewise').mockImplementation(function (this: CellHash, start, end) {
    const { bytes } = this as unknown as { bytes: Uint8Array };
    this.one = (end - start) * 256 + (bytes[start] as number);
    this.other = 1;
  });
}

const compare = (fresh: string) => compareRosters([rosterOf(PUPILS)], [rosterOf(fresh)]);

test('keys of one hash that are not the same join nobody', () => {
  hashPoorly();
  const comparison = compare(
    PUPILS.replace('zoélambert12/04/2012;zoe.lambert;', 'zoélamberx12/04/2012;;').replace(
      '5e A;5e',
      '4e A;4e',
    ),
  );
  expect(comparison).toMatchObject({ matched: 3, unchanged: 2, gone: [{ row: 0 }], arrived: [{ row: 0 }] });
  expect(comparison.columns.filter(({ changed }) => changed > 0)).toMatchObject([
    { field: 'class', changed: 1, compared: 3 },
    { field: 'level', changed: 1, compared: 3 },
  ]);
  expect([...comparison.changes()].map(({ fresh }) => fresh.row)).toEqual([1]);
});

test('usernames of one hash that are not the same join nobody', () => {
  hashPoorly();
  const comparison = compare(
    PUPILS.replace('zoélambert12/04/2012;zoe.lambert;', ';zoe.lamberx;').replace('Lambert;Zoé', 'Roy;Jade'),
  );
  expect(comparison).toMatchObject({ matched: 3, unchanged: 3, gone: [{ row: 0 }], arrived: [{ row: 0 }] });
});

test('keys of one hash in one file: each row finds its own', () => {
  hashPoorly();
  expect(compare(PUPILS.replaceAll('noahdasilva03/11/2011', 'zoélambert12/04/2013'))).toMatchObject({
    matched: 4,
  });
});
