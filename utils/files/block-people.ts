import { type Account, columnsAt, readAccount } from './accounts';
import { CellHash } from './cell-hash';
import type { Comparison, RowRef } from './compare';
import type { Joined } from './couples';
import type { Field } from './fields';
import { HashCount, HashSlots } from './hash-slots';
import type { MatchedRows } from './matched-rows';
import type { RosterTable } from './pairing';
import { Places } from './people';
import type { RowScanner } from './scan';

/** What became of the people repeated inside the rows of others: the parents of pupils. */
export interface BlockPeople {
  joined: readonly Joined[];
  /** Where those who left, or arrived, stand; `gone` and `arrived` hold the first place of each. */
  before: Places;
  after: Places;
  gone: readonly number[];
  arrived: readonly number[];
  /** New ones of one key and several names. */
  repeated: readonly (readonly Account[])[];
  /** How many different people the export holds. */
  known: number;
}

/**
 * Follows parents from one file to the other, whichever pupil's row they stand in and in whichever block. Parents are known
 * by hashes of what identifies them; only those who changed are read.
 */
export function compareBlockPeople(comparison: Comparison, matched: MatchedRows): BlockPeople {
  const { old, fresh } = comparison;
  if (!hasParents(old) || !hasParents(fresh)) {
    matched.readAll();
    const none = new Places(0);
    return { joined: [], before: none, after: none, gone: [], arrived: [], repeated: [], known: 0 };
  }
  return new Following(comparison, matched).follow();
}

function hasParents(rosters: readonly RosterTable[]): boolean {
  return rosters.some(({ layout }) => layout.blocks.some(({ of }) => of === 'parent'));
}

const IDENTIFYING: readonly Field[] = ['key', 'username', 'lastName', 'firstName', 'postalCode'];

const KEY = 0;
const USERNAME = 1;
const LAST_NAME = 2;
const FIRST_NAME = 3;
const POSTAL_CODE = 4;

/** Reads who the parents of a row are. */
export class ParentReader {
  /** Numbers of the blocks of parents. */
  readonly blocks: readonly number[];
  readonly hash: CellHash;
  private readonly columns: readonly (readonly number[])[];

  constructor(private readonly roster: RosterTable) {
    this.blocks = roster.layout.blocks.flatMap(({ of }, block) => (of === 'parent' ? [block] : []));
    this.columns = this.blocks.map((block) => {
      const columns = columnsAt(roster, block);
      return IDENTIFYING.map((field) => columns[field]?.[0] ?? -1);
    });
    this.hash = new CellHash(roster.table);
  }

  scanner(): RowScanner {
    return this.roster.table.scanner();
  }

  /** Hashes what identifies the parent of a block: the key, else the username, else all the rest. False for nobody. */
  identify(scanner: RowScanner, at: number): boolean {
    const columns = this.columns[at] as readonly number[];
    const { hash } = this;
    hash.reset();
    if (this.addTrimmed(scanner, columns[KEY] as number)) return true;
    if (this.addTrimmed(scanner, columns[USERNAME] as number)) return true;
    if (
      !this.isSaid(scanner, columns[LAST_NAME] as number) &&
      !this.isSaid(scanner, columns[FIRST_NAME] as number)
    )
      return false;
    this.add(scanner, columns[LAST_NAME] as number);
    this.add(scanner, columns[FIRST_NAME] as number);
    this.add(scanner, columns[POSTAL_CODE] as number);
    return true;
  }

  /** Hashes everything that is read of a parent, exactly as written; one number. */
  writing(scanner: RowScanner, at: number): number {
    const { hash } = this;
    hash.reset();
    for (const column of this.columns[at] as number[]) this.add(scanner, column);
    return (hash.one >>> 0) * 0x200000 + (hash.other >>> 11);
  }

  private add(scanner: RowScanner, column: number): void {
    const { hash } = this;
    if (column >= 0 && column < scanner.count)
      hash.add(scanner.starts[column] as number, scanner.ends[column] as number);
    // Between two cells: « ab » and « c » are not « a » and « bc ».
    hash.one = Math.imul(hash.one ^ 0x1f, 0x01000193);
    hash.other = Math.imul(hash.other ^ 0x1f, 0x01000193);
  }

  /** True when a cell holds more than spaces. */
  private isSaid(scanner: RowScanner, column: number): boolean {
    const said = this.addTrimmed(scanner, column);
    if (said) this.hash.reset();
    return said;
  }

  private addTrimmed(scanner: RowScanner, column: number): boolean {
    return (
      column >= 0 &&
      column < scanner.count &&
      this.hash.addTrimmed(scanner.starts[column] as number, scanner.ends[column] as number)
    );
  }
}

/**
 * Of a person's two numbers: the first place among the old rows that changed or left, and among the new ones that changed
 * or arrived, each one more than its position and shifted by one bit; that bit tells, in the first, that an unchanged row
 * names the person.
 */
const STILL = 1;

class Following {
  private readonly old: readonly ParentReader[];
  private readonly fresh: readonly ParentReader[];
  private readonly before: Places;
  private readonly after: Places;
  /** Those whom a row that changed, left or arrived names. */
  private readonly ids: HashSlots;
  /** The parents of the export. */
  private readonly named: HashCount;
  private readonly slotBefore: Int32Array;
  private readonly slotAfter: Int32Array;
  private readonly nextBefore: Int32Array;
  private readonly nextAfter: Int32Array;
  /** Unchanged places of people who are wanted. */
  private readonly stillAt = new Map<number, { old: boolean; table: number; row: number; at: number }[]>();

  constructor(
    private readonly comparison: Comparison,
    private readonly matched: MatchedRows,
  ) {
    this.old = comparison.old.map((roster) => new ParentReader(roster));
    this.fresh = comparison.fresh.map((roster) => new ParentReader(roster));
    const changed = matched.blockChanges;
    const sizeOf = (readers: readonly ParentReader[], refs: readonly RowRef[], own: 'old' | 'fresh') =>
      refs.reduce((sum, { table }) => sum + (readers[table]?.blocks.length ?? 0), 0) +
      changed.reduce((sum, one) => sum + (readers[one[own].table]?.blocks.length ?? 0), 0);
    const before = sizeOf(this.old, comparison.gone, 'old');
    const after = sizeOf(this.fresh, comparison.arrived, 'fresh');
    const all = comparison.old.reduce(
      (sum, { table }, at) => sum + table.rowCount * (this.old[at]?.blocks.length ?? 0),
      after,
    );
    this.before = new Places(before);
    this.after = new Places(after);
    this.ids = new HashSlots(before + after);
    this.named = new HashCount(all);
    [this.slotBefore, this.nextBefore] = [new Int32Array(before), new Int32Array(before)];
    [this.slotAfter, this.nextAfter] = [new Int32Array(after), new Int32Array(after)];
  }

  follow(): BlockPeople {
    const { comparison, matched } = this;
    const add = (side: 'old' | 'fresh') => this.adder(side);
    const addOld = add('old');
    const addFresh = add('fresh');
    for (const { old, fresh } of matched.blockChanges) {
      addOld(old.table, old.row);
      addFresh(fresh.table, fresh.row);
    }
    for (const { table, row } of comparison.gone) addOld(table, row);
    // Those of the new rows alone are no people of the export.
    const afterOnly = () => {
      for (const { table, row } of comparison.arrived) addFresh(table, row);
    };
    afterOnly();
    matched.readAll(this.old, this.fresh, (isOld, reader, scanner, at, table, row) => {
      if (!reader.identify(scanner, at)) return;
      const { one, other } = reader.hash;
      this.named.add(one, other);
      if (!this.ids.mayHold(one)) return;
      const slot = this.ids.find(one, other);
      if (slot < 0) return;
      const { data } = this.ids;
      data[slot] = (data[slot] as number) | STILL;
      const known = this.stillAt.get(slot);
      const place = { old: isOld, table, row, at };
      if (known) known.push(place);
      else this.stillAt.set(slot, [place]);
    });
    return this.conclude();
  }

  /** Notes the parents of a row of one side. */
  private adder(side: 'old' | 'fresh'): (table: number, row: number) => void {
    const isOld = side === 'old';
    const readers = isOld ? this.old : this.fresh;
    const scanners = readers.map((reader) => reader.scanner());
    const rosters = this.comparison[side];
    const [places, slots, nexts, own] = isOld
      ? ([this.before, this.slotBefore, this.nextBefore, 0] as const)
      : ([this.after, this.slotAfter, this.nextAfter, 1] as const);
    const { data } = this.ids;
    const lasts = new Map<number, number>();
    return (table, row) => {
      const reader = readers[table] as ParentReader;
      if (reader.blocks.length === 0) return;
      const scanner = scanners[table] as RowScanner;
      scanner.read((rosters[table] as RosterTable).table.rowStart(row));
      for (let at = 0; at < reader.blocks.length; at++) {
        if (!reader.identify(scanner, at)) continue;
        const { one, other } = reader.hash;
        if (isOld) this.named.add(one, other);
        const slot = this.ids.slotOf(one, other);
        const place = places.add(table, row, reader.blocks[at] as number);
        slots[place] = slot;
        nexts[place] = -1;
        const first = this.firstOf(slot, own);
        if (first < 0) data[slot + own] = (data[slot + own] as number) | ((place + 1) << 1);
        else {
          nexts[lasts.get(slot) ?? first] = place;
          lasts.set(slot, place);
        }
      }
    };
  }

  /** The first old (0) or new (1) place of a person, or -1. */
  private firstOf(slot: number, side: 0 | 1): number {
    return ((this.ids.data[slot + side] as number) >> 1) - 1;
  }

  private conclude(): BlockPeople {
    const { before, after } = this;
    const { data } = this.ids;
    const gone: number[] = [];
    const arrived: number[] = [];
    const joined: Joined[] = [];
    const repeated: Account[][] = [];
    for (let place = 0; place < before.count; place++) {
      const slot = this.slotBefore[place] as number;
      if (data[slot] !== (place + 1) << 1 || data[slot + 1] !== 0) continue;
      this.gather('old', place);
      gone.push(place);
    }
    for (let place = 0; place < after.count; place++) {
      const slot = this.slotAfter[place] as number;
      if (this.firstOf(slot, 1) !== place) continue;
      const writings = this.gather('fresh', place);
      if (data[slot] === 0) {
        arrived.push(place);
        if (writings.length > 1) repeated.push(writings.map((first) => this.accountOf('fresh', first)));
        continue;
      }
      this.join(slot, writings, joined);
    }
    const known = this.named.count;
    return { ...this.byUsername(joined, gone, arrived), before, after, repeated, known };
  }

  /** Brings together the places of one writing, by `Places.nexts`; gives the first place of each writing. */
  private gather(side: 'old' | 'fresh', first: number): number[] {
    const nexts = side === 'old' ? this.nextBefore : this.nextAfter;
    if ((nexts[first] as number) < 0) return [first];
    const places = side === 'old' ? this.before : this.after;
    const writings = new Map<number, { first: number; last: number }>();
    for (let place = first; place >= 0; place = nexts[place] as number) {
      const writing = this.writingOf(side, place);
      const known = writings.get(writing);
      if (known) {
        places.nexts[known.last] = place;
        known.last = place;
      } else writings.set(writing, { first: place, last: place });
    }
    return [...writings.values()].map((writing) => writing.first);
  }

  private writingOf(side: 'old' | 'fresh', place: number): number {
    const { tables, rows, blocks } = side === 'old' ? this.before : this.after;
    const table = tables[place] as number;
    const row = rows[place] as number;
    const reader = this[side][table] as ParentReader;
    return this.writingAt(side, table, row, reader.blocks.indexOf(blocks[place] as number));
  }

  private writingAt(side: 'old' | 'fresh', table: number, row: number, at: number): number {
    const reader = this[side][table] as ParentReader;
    const scanner = reader.scanner();
    scanner.read((this.comparison[side][table] as RosterTable).table.rowStart(row));
    return reader.writing(scanner, at);
  }

  /** A person of both sides: those of the new writings that the export does not hold. */
  private join(slot: number, writings: readonly number[], joined: Joined[]): void {
    const first = this.firstOf(slot, 0);
    const originals = first < 0 ? [] : this.gather('old', first);
    const still = this.stillAt.get(slot) ?? [];
    const known = new Set(originals.map((place) => this.writingOf('old', place)));
    for (const { old, table, row, at } of still)
      known.add(this.writingAt(old ? 'old' : 'fresh', table, row, at));
    const others = writings.filter((place) => !known.has(this.writingOf('fresh', place)));
    if (others.length === 0) return;
    const old =
      originals[0] === undefined ? this.stillAccount(still[0]) : this.accountOf('old', originals[0]);
    if (!old) return;
    for (const place of others) joined.push({ old, fresh: this.accountOf('fresh', place), by: 'key' });
  }

  /** Reads somebody whose row did not change in the export, wherever the row was looked at. */
  private stillAccount(
    place: { old: boolean; table: number; row: number; at: number } | undefined,
  ): Account | undefined {
    if (!place) return undefined;
    const { old, table, row, at } = place;
    const origin = old ? { table, row } : this.comparison.matchOf({ table, row })?.old;
    const block = this.old[origin?.table ?? -1]?.blocks[at];
    return origin && block !== undefined ? readAccount(this.comparison.old, { ...origin, block }) : undefined;
  }

  private accountOf(side: 'old' | 'fresh', first: number): Account {
    const places = side === 'old' ? this.before : this.after;
    const account = readAccount(this.comparison[side], places.spot(first));
    for (let place = places.nexts[first] as number; place >= 0; place = places.nexts[place] as number) {
      const more = readAccount(this.comparison[side], places.spot(place));
      account.spots.push(...more.spots);
      account.relatives.push(...more.relatives);
    }
    return account;
  }

  /** Of those left, the ones who kept their username. */
  private byUsername(joined: Joined[], gone: readonly number[], arrived: readonly number[]) {
    const names = this.usernames('fresh', arrived);
    if (names.size === 0) return { joined, gone, arrived };
    const left = new Set(gone);
    const found = new Set<number>();
    for (const [name, place] of this.usernames('old', gone)) {
      const [first] = names.get(name) ?? [];
      const [old] = place;
      if (first === undefined || old === undefined) continue;
      left.delete(old);
      found.add(first);
      joined.push({ old: this.accountOf('old', old), fresh: this.accountOf('fresh', first), by: 'username' });
    }
    return {
      joined,
      gone: gone.filter((one) => left.has(one)),
      arrived: arrived.filter((one) => !found.has(one)),
    };
  }

  /** People by a hash of their username, those without one left out. */
  private usernames(side: 'old' | 'fresh', firsts: readonly number[]): Map<number, number[]> {
    const { tables, rows, blocks } = side === 'old' ? this.before : this.after;
    const rosters = this.comparison[side];
    const hashes = rosters.map(({ table }) => new CellHash(table));
    const scanners = rosters.map(({ table }) => table.scanner());
    const found = new Map<number, number[]>();
    for (const place of firsts) {
      const table = tables[place] as number;
      const roster = rosters[table] as RosterTable;
      const column = columnsAt(roster, blocks[place] as number).username?.[0];
      if (column === undefined) continue;
      const scanner = scanners[table] as RowScanner;
      const hash = hashes[table] as CellHash;
      scanner.read(roster.table.rowStart(rows[place] as number), column + 1);
      hash.reset();
      if (column >= scanner.count) continue;
      if (!hash.addTrimmed(scanner.starts[column] as number, scanner.ends[column] as number)) continue;
      const name = (hash.one >>> 0) * 0x200000 + (hash.other >>> 11);
      const known = found.get(name);
      if (known) known.push(place);
      else found.set(name, [place]);
    }
    return found;
  }
}
