import type { Account } from './accounts';
import { columnsAt, readAccount } from './accounts';
import type { Comparison } from './compare';
import type { FieldColumns } from './headers';
import type { RosterTable } from './pairing';

/** The plain letter of each byte: lower case, and without its accent for the letters À to ÿ of Windows-1252. */
const PLAIN = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  const letter = String.fromCharCode(byte).toLowerCase().normalize('NFD')[0] ?? '';
  if (/[a-z]/.test(letter)) PLAIN[byte] = letter.charCodeAt(0);
}
const SEED = 0x811c9dc5;
const [S, T, E] = [0x73, 0x74, 0x65];
const SAINT = [S, 0x61, 0x69, 0x6e, T];

/**
 * A hash of the letters of a name, whatever their case, accents and the signs between them, « Saint » and « St » alike:
 * equal for nearly all writings of one name, and for hardly any others. `utf8` tells how accents are coded.
 */
function hashName(bytes: Uint8Array, start: number, end: number, utf8: boolean, seed: number): number {
  let hash = seed;
  let inWord = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    let letter = PLAIN[byte] as number;
    if (utf8 && byte >= 0x80) {
      letter = byte === 0xc3 ? (PLAIN[(bytes[++at] as number) + 0x40] as number) : 0;
      // Of the other accents, ligatures and signs, no byte is read as a letter.
      if (letter === 0) continue;
    }
    if (letter === 0) inWord = false;
    else {
      if (!inWord && letter === S) at += saintAt(bytes, at, end);
      inWord = true;
      hash = Math.imul(hash ^ letter, 0x01000193);
    }
  }
  return hash;
}

/** Letters to pass over so that « saint » reads « st », 3 or none. */
function saintAt(bytes: Uint8Array, at: number, end: number): number {
  if (at + 5 > end) return 0;
  for (let letter = 0; letter < 5; letter++)
    if (PLAIN[bytes[at + letter] as number] !== SAINT[letter]) return 0;
  const plain = (offset: number) => (offset < end ? (PLAIN[bytes[offset] as number] as number) : 0);
  const next = plain(at + 5);
  return next === 0 || ((next === E || next === S) && plain(at + 6) === 0) ? 3 : 0;
}

/** Hashes of the names of accounts of one side, read from the bytes where they stand. */
function hashesOf(rosters: readonly RosterTable[], accounts: readonly Account[], into: Set<number>): void {
  const readers = new Map<string, Reader['hashAt'] | undefined>();
  for (const {
    spots: [{ table, row, block }],
  } of accounts) {
    const name = `${table} ${block ?? ''}`;
    if (!readers.has(name)) {
      const roster = rosters[table] as RosterTable;
      readers.set(name, hasherOf(roster, columnsAt(roster, block)));
    }
    const hash = readers.get(name)?.(row);
    if (hash !== undefined) into.add(hash);
  }
}

/** The people of both files who may bear the same name as somebody who left or arrived; text is made of these alone. */
export function keptDoubles(
  comparison: Comparison,
  gone: readonly Account[],
  arrived: readonly Account[],
): Account[] {
  if (arrived.length === 0) return [];
  const roles = new Set(arrived.map(({ role }) => role));
  const names = new Set<number>();
  const { old, fresh } = comparison;
  hashesOf(old, gone, names);
  hashesOf(fresh, arrived, names);
  const found = new Map<string, Account>();
  const readers = fresh.map((roster) => readersOf(roster, roles.has('parent')));
  comparison.eachMatch((_, __, table, row) => {
    for (const { block, hashAt } of readers[table] ?? []) {
      const hash = hashAt(row);
      if (hash === undefined || !names.has(hash)) continue;
      const spot = block === undefined ? { row } : { row, block };
      const account = readAccount(fresh, { table, ...spot });
      if (!roles.has(account.role)) continue;
      const { key, lastName, firstName, postalCode } = account.values;
      const id = key.trim() || `${account.role}|${lastName}|${firstName}|${postalCode}|${row}`;
      if (!found.has(id)) found.set(id, account);
    }
  });
  return [...found.values()];
}

interface Reader {
  block: number | undefined;
  hashAt: (row: number) => number | undefined;
}

function readersOf(roster: RosterTable, withParents: boolean): Reader[] {
  const blocks = withParents ? roster.layout.blocks : [];
  const places = [undefined, ...blocks.flatMap(({ of }, block) => (of === 'parent' ? [block] : []))];
  return places.flatMap((block) => {
    const hashAt = hasherOf(roster, columnsAt(roster, block));
    return hashAt ? [{ block, hashAt }] : [];
  });
}

function hasherOf(
  { table }: RosterTable,
  { lastName, firstName }: FieldColumns,
): Reader['hashAt'] | undefined {
  const [last, first] = [lastName?.[0], firstName?.[0]];
  if (last === undefined || first === undefined) return undefined;
  const scanner = table.scanner();
  const cells = Math.max(last, first) + 1;
  const utf8 = table.encoding !== 'windows-1252';
  return (row) => {
    scanner.read(table.rowStart(row), cells);
    if (scanner.count < cells) return undefined;
    const { bytes, starts, ends } = scanner;
    const seed = hashName(bytes, starts[last] as number, ends[last] as number, utf8, SEED);
    return hashName(bytes, starts[first] as number, ends[first] as number, utf8, seed ^ 0xff);
  };
}
