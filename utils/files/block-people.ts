import { type Account, columnsAt, isNobody, readAccount } from './accounts';
import { hashCell } from './cell-bytes';
import type { Comparison, RowRef } from './compare';
import type { Joined } from './couples';
import { encodeText } from './encoding';
import type { RosterTable } from './pairing';

/** What became of the people repeated inside the rows of others: the parents of pupils. */
export interface BlockPeople {
  joined: readonly Joined[];
  gone: readonly Account[];
  arrived: readonly Account[];
  /** New ones of one key and several names. */
  repeated: readonly (readonly Account[])[];
  /** How many different people the export holds. */
  known: number;
}

/**
 * Follows parents from one file to the other, whichever pupil's row they stand in and in whichever block. Only rows that
 * changed, left or arrived are read; the others are only looked into for those parents.
 */
export function compareBlockPeople(comparison: Comparison): BlockPeople {
  const { old, fresh } = comparison;
  if (!hasParents(old) || !hasParents(fresh))
    return { joined: [], gone: [], arrived: [], repeated: [], known: 0 };
  const before = new People();
  const after = new People();
  const touched = old.map(({ table }) => new Uint8Array(table.rowCount));
  for (const match of comparison.changedIn(({ block }) => block !== undefined)) {
    readBlocks(old, match.old, before, touched);
    readBlocks(fresh, match.fresh, after);
  }
  for (const ref of comparison.gone) readBlocks(old, ref, before, touched);
  for (const ref of comparison.arrived) readBlocks(fresh, ref, after);
  const wanted = new Set([...before.byId.keys(), ...after.byId.keys()]);
  const { known, still } = lookThrough(old, touched, wanted);
  return { ...follow(before, after, still), known };
}

function hasParents(rosters: readonly RosterTable[]): boolean {
  return rosters.some(({ layout }) => layout.blocks.some(({ of }) => of === 'parent'));
}

/** People by what identifies them, with every writing that is met. */
class People {
  readonly byId = new Map<string, Account[]>();

  add(account: Account): void {
    if (isNobody(account)) return;
    const id = idOf(account);
    const writings = this.byId.get(id);
    const same = writings?.find((one) => isSameWriting(one, account));
    if (same) {
      same.spots.push(...account.spots);
      same.relatives.push(...account.relatives);
    } else if (writings) writings.push(account);
    else this.byId.set(id, [account]);
  }
}

/** The key, else the username, else all the rest. */
function idOf({ values }: Account): string {
  return (
    values.key.trim() ||
    values.username.trim() ||
    `${values.lastName}|${values.firstName}|${values.postalCode}`
  );
}

function isSameWriting({ values: one }: Account, { values: other }: Account): boolean {
  return (
    one.lastName === other.lastName &&
    one.firstName === other.firstName &&
    one.postalCode === other.postalCode &&
    one.username === other.username &&
    one.key === other.key
  );
}

function readBlocks(
  rosters: readonly RosterTable[],
  { table, row }: RowRef,
  into: People,
  touched?: readonly Uint8Array[],
): void {
  const marks = touched?.[table];
  if (marks) marks[row] = 1;
  rosters[table]?.layout.blocks.forEach(({ of }, block) => {
    if (of === 'parent') into.add(readAccount(rosters, { table, row, block }));
  });
}

/** The old rows that nothing touched stand in the new file too: whoever is met there is still there. */
function lookThrough(
  rosters: readonly RosterTable[],
  touched: readonly Uint8Array[],
  wanted: ReadonlySet<string>,
): { known: number; still: People } {
  const still = new People();
  const hashes: number[] = [];
  for (const [table, roster] of rosters.entries()) {
    const sought = new Set([...wanted].map((id) => hashText(id, roster)));
    const blocks = roster.layout.blocks.map((_, block) => {
      const { key, username, lastName } = columnsAt(roster, block);
      return [key?.[0], username?.[0], lastName?.[0]];
    });
    const scanner = roster.table.scanner();
    const { bytes, rowCount } = roster.table;
    for (let row = 0; row < rowCount; row++) {
      scanner.read(roster.table.rowStart(row));
      for (let block = 0; block < blocks.length; block++) {
        const columns = blocks[block] as (number | undefined)[];
        const at = columns.findIndex(
          (column) =>
            column !== undefined &&
            column < scanner.count &&
            (scanner.ends[column] as number) > (scanner.starts[column] as number),
        );
        const column = columns[at];
        if (column === undefined) continue;
        const hash = hashCell(bytes, scanner.starts[column] as number, scanner.ends[column] as number);
        hashes.push(hash);
        // A person without key or username is known by a name that other people bear: looked at in any case.
        if (touched[table]?.[row] || (at < 2 && !sought.has(hash)) || sought.size === 0) continue;
        const account = readAccount(rosters, { table, row, block });
        if (wanted.has(idOf(account))) still.add(account);
      }
    }
  }
  return { known: distinct(hashes), still };
}

function hashText(id: string, { table }: RosterTable): number {
  const bytes = encodeText(id, table.encoding === 'windows-1252' ? 'windows-1252' : 'utf-8');
  return hashCell(bytes, 0, bytes.length);
}

function distinct(hashes: readonly number[]): number {
  const sorted = Int32Array.from(hashes).sort();
  let count = 0;
  for (let at = 0; at < sorted.length; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) count++;
  return count;
}

function follow(before: People, after: People, still: People): Omit<BlockPeople, 'known'> {
  const joined: Joined[] = [];
  const gone: Account[] = [];
  const arrived: Account[] = [];
  const repeated: Account[][] = [];
  for (const [id, writings] of before.byId) {
    if (!after.byId.has(id) && !still.byId.has(id)) gone.push(...writings.slice(0, 1));
  }
  for (const [id, writings] of after.byId) {
    const originals = [...(before.byId.get(id) ?? []), ...(still.byId.get(id) ?? [])];
    const [original] = originals;
    if (!original) {
      arrived.push(...writings.slice(0, 1));
      if (writings.length > 1) repeated.push(writings);
      continue;
    }
    for (const writing of writings) {
      if (!originals.some((one) => isSameWriting(one, writing)))
        joined.push({ old: original, fresh: writing, by: 'key' });
    }
  }
  return { ...byUsername(joined, gone, arrived), repeated };
}

/** Of those left, the ones who kept their username. */
function byUsername(joined: Joined[], gone: readonly Account[], arrived: readonly Account[]) {
  const waiting = new Map<string, Account>();
  for (const one of gone) if (one.values.username.trim()) waiting.set(one.values.username.trim(), one);
  const left = new Set(gone);
  const strangers: Account[] = [];
  for (const one of arrived) {
    const old = waiting.get(one.values.username.trim());
    if (old && left.delete(old)) joined.push({ old, fresh: one, by: 'username' });
    else strangers.push(one);
  }
  return { joined, gone: [...left], arrived: strangers };
}
