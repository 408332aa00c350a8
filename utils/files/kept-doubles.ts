import type { Account } from './accounts';
import { columnsAt, keyFields, readAccount } from './accounts';
import type { Comparison } from './compare';
import { encodeText } from './encoding';
import type { FieldColumns } from './headers';
import type { RosterTable } from './pairing';

/**
 * Letters that every writing of a name keeps, whatever its accents, case, signs or « Saint »: 1 for these consonants.
 * C and N may be ç and ñ, H, Y and the vowels come and go.
 */
const LASTING = new Uint8Array(256);
for (const letter of 'bdfgjklmpqrvwxz') {
  LASTING[letter.charCodeAt(0)] = letter.charCodeAt(0);
  LASTING[letter.toUpperCase().charCodeAt(0)] = letter.charCodeAt(0);
}

/** A hash of the lasting consonants of a cell: equal for two writings of one name, and for many others. */
function skeleton(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let at = start; at < end; at++) {
    const letter = LASTING[bytes[at] as number] as number;
    if (letter !== 0) hash = Math.imul(hash ^ letter, 0x01000193);
  }
  return hash;
}

function skeletonOf({ values }: Account): number {
  const last = encodeText(values.lastName, 'utf-8');
  const first = encodeText(values.firstName, 'utf-8');
  return skeleton(first, 0, first.length, skeleton(last, 0, last.length, 0x811c9dc5) ^ 0xff);
}

/** How many of those who left may bear the name of somebody who arrived, at most. */
export function possibleNamesakes(gone: readonly Account[], arrived: readonly Account[]): number {
  const names = new Set(arrived.map(skeletonOf));
  return gone.filter((account) => names.has(skeletonOf(account))).length;
}

/** The people of both files who may bear the same name as somebody who left or arrived; text is made of these alone. */
export function keptDoubles(comparison: Comparison, residue: readonly Account[]): Account[] {
  if (residue.length === 0) return [];
  const roles = new Set(residue.map(({ role }) => role));
  const names = new Set(residue.map(skeletonOf));
  const { old, fresh } = comparison;
  const found = new Map<string, Account>();
  const readers = fresh.map((roster) => readersOf(roster, roles.has('parent')));
  comparison.eachMatch((oldTable, oldRow, table, row) => {
    for (const { block, hashAt } of readers[table] ?? []) {
      const hash = hashAt(row);
      if (hash === undefined || !names.has(hash)) continue;
      const spot = block === undefined ? { row } : { row, block };
      const account = readAccount(fresh, { table, ...spot });
      if (!roles.has(account.role)) continue;
      const before = block === undefined ? readAccount(old, { table: oldTable, row: oldRow }) : account;
      // Somebody whose own key was edited stands elsewhere among the findings.
      if (keyFields(account.role).some((field) => before.values[field] !== account.values[field])) continue;
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
  return (row) => {
    scanner.read(table.rowStart(row), cells);
    if (scanner.count < cells) return undefined;
    const { bytes, starts, ends } = scanner;
    const seed = skeleton(bytes, starts[last] as number, ends[last] as number, 0x811c9dc5);
    return skeleton(bytes, starts[first] as number, ends[first] as number, seed ^ 0xff);
  };
}
