import { afterEach, expect, test, vi } from 'vitest';
import { compareBlockPeople } from '@/utils/files/block-people';
import { CellHash } from '@/utils/files/cell-hash';
import { compareRosters } from '@/utils/files/compare';
import { MatchedRows } from '@/utils/files/matched-rows';
import { ownRepeats } from '@/utils/files/own-repeats';
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

test('keys of one hash that are not the same accuse nobody of standing on several rows', () => {
  hashPoorly();
  const alike = `${PUPILS}\r\nzoélamberx12/04/2012;zoe.lamberx;Autre;Inès;01/01/2012;6e B;6e;`;
  expect(ownRepeats(rosterOf(alike))).toEqual([]);
  expect(compare(alike)).toMatchObject({
    repeatedKeys: { old: [], fresh: [] },
    repeatedUsernames: { old: [], fresh: [] },
  });
});

test('of three keys of one hash, the two that are the same are told', () => {
  hashPoorly();
  const rows = ['zoélamberx12/04/2012;a.x', 'zoélambert12/04/2012;b.xx'];
  const told = ownRepeats(
    rosterOf([PUPILS, ...rows.map((row) => `${row};Autre;Inès;01/01/2012;6e B;6e;`)].join('\r\n')),
  );
  expect(told).toMatchObject([
    { field: 'key', value: 'zoélambert12/04/2012', at: { line: 2 }, others: [{ line: 7 }] },
  ]);
});

test('usernames of one hash that are not the same are not held to be those of somebody else', () => {
  expect(compare(PUPILS.replace('zoe.lambert', 'noah.dasilva')).crossed).toHaveLength(1);
  hashPoorly();
  expect(compare(PUPILS.replace('zoe.lambert', 'noah.dasilvo')).crossed).toEqual([]);
});

test('parents of one hash whose keys are not the same are not held to be one', () => {
  vi.spyOn(CellHash.prototype, 'addTrimmed').mockImplementation(function (this: CellHash, start, end) {
    this.one = 1 + end - start;
    return end > start;
  });
  const header =
    'Clé de synchro élève;Nom élève;Prénom élève;Clé de synchro parent 1;Nom parent 1;Prénom parent 1;Code postal parent 1';
  const parentsOf = (old: readonly string[], fresh: readonly string[]) => {
    const file = (rows: readonly string[]) =>
      rosterOf([header, 'k0;Roy;Jade;parent;Roy;Luc;59000', ...rows].join('\n'), 'Parent.csv');
    const comparison = compareRosters([file(old)], [file(fresh)]);
    return compareBlockPeople(comparison, new MatchedRows(comparison, () => {}));
  };
  const row = (pupil: string, key: string, name: string) => `${pupil};Lam;Zoé;${key};${name};Ève;59000`;
  expect(parentsOf([], [row('k1', 'p1', 'Lam'), row('k2', 'p1', 'Roux')]).repeated).toHaveLength(1);
  expect(parentsOf([], [row('k1', 'p1', 'Lam'), row('k2', 'p2', 'Roux')]).repeated).toEqual([]);
  expect(parentsOf([row('k1', 'p1', 'Lam')], [row('k1', 'p1', 'Roux')]).joined).toHaveLength(1);
  expect(parentsOf([row('k1', 'p1', 'Lam')], [row('k1', 'p2', 'Roux')]).joined).toEqual([]);
});
