import type { Account } from './accounts';
import type { RowRef } from './changed-rows';
import type { HashSlots } from './hash-slots';
import type { RosterTable } from './pairing';
import { ParentReader } from './parent-reader';
import { Places, readPerson } from './people';
import type { RowReader } from './row-reader';

/**
 * Which of a person's two numbers in `HashSlots` is that of a side. It holds the first place of the person, one more than
 * its position and shifted by one bit; the lowest bit is the caller's.
 */
export const BEFORE = 0;
export const AFTER = 1;

/** The parents in some rows of one side, by what identifies them. */
export class ParentPlaces {
  readonly readers: readonly ParentReader[];
  private readonly scanners: readonly RowReader[];
  readonly places: Places;
  private readonly slots: Int32Array;
  /** The next place of the same person, whatever the writing; -1 ends. */
  private readonly nexts: Int32Array;

  constructor(
    private readonly side: typeof BEFORE | typeof AFTER,
    private readonly rosters: readonly RosterTable[],
    private readonly ids: HashSlots,
    rowCounts: readonly number[],
  ) {
    this.readers = rosters.map((roster) => new ParentReader(roster));
    this.scanners = this.readers.map((reader) => reader.scanner());
    const most = this.readers.reduce((sum, { blocks }, at) => sum + blocks.length * (rowCounts[at] ?? 0), 0);
    this.places = new Places(most);
    this.slots = new Int32Array(most);
    this.nexts = new Int32Array(most);
  }

  /** Notes the parents of rows. */
  addRows(rows: readonly RowRef[], tell: (hash: number) => void): void {
    const { places, slots, nexts, ids, side, scanners } = this;
    const { data } = ids;
    const lasts = new Map<number, number>();
    for (let index = 0; index < rows.length; index++) {
      const { table, row } = rows[index] as RowRef;
      const reader = this.readers[table] as ParentReader;
      const scanner = scanners[table] as RowReader;
      if (reader.blocks.length === 0) continue;
      scanner.readRow(row);
      for (let at = 0; at < reader.blocks.length; at++) {
        if (!reader.identify(scanner, at)) continue;
        const { hash } = reader;
        tell(hash.both);
        const slot = ids.slotOf(hash.one, hash.other);
        const place = places.add(table, row, reader.blocks[at] as number);
        slots[place] = slot;
        nexts[place] = -1;
        const first = this.firstOf(slot);
        if (first < 0) data[slot + side] = (data[slot + side] as number) | ((place + 1) << 1);
        else {
          nexts[lasts.get(slot) ?? first] = place;
          lasts.set(slot, place);
        }
      }
    }
  }

  /** The first place of a person, or -1. */
  firstOf(slot: number): number {
    return ((this.ids.data[slot + this.side] as number) >> 1) - 1;
  }

  /** Calls once per person, with the first place. */
  eachPerson(call: (first: number, slot: number) => void): void {
    for (let place = 0; place < this.places.count; place++) {
      const slot = this.slots[place] as number;
      if (this.firstOf(slot) === place) call(place, slot);
    }
  }

  /** True when nobody of the same identity stands at a later place. */
  isAlone(first: number): boolean {
    return (this.nexts[first] as number) < 0;
  }

  /** Brings together the places of one writing, by `Places.nexts`; gives the first place of each writing. */
  gather(first: number): number[] {
    const { places, nexts } = this;
    if (this.isAlone(first)) return [first];
    const writings = new Map<number, { first: number; last: number }>();
    for (let place = first; place >= 0; place = nexts[place] as number) {
      const writing = this.writingOf(place);
      const known = writings.get(writing);
      if (known) {
        places.nexts[known.last] = place;
        known.last = place;
      } else writings.set(writing, { first: place, last: place });
    }
    return [...writings.values()].map((writing) => writing.first);
  }

  /** A hash of everything that is read of the parent at a place, exactly as written. */
  writingOf(place: number): number {
    const table = this.places.tables[place] as number;
    const { blocks } = this.readers[table] as ParentReader;
    const at = blocks.indexOf(this.places.blocks[place] as number);
    return this.writingAt(table, this.places.rows[place] as number, at);
  }

  /** The same for the parent whose block is the `at`th of its row. */
  writingAt(table: number, row: number, at: number): number {
    const reader = this.readers[table] as ParentReader;
    const scanner = this.scanners[table] as RowReader;
    scanner.readRow(row);
    return reader.writing(scanner, at);
  }

  /** Reads the person whose first place is given. */
  read(first: number): Account {
    return readPerson(this.rosters, this.places, first);
  }
}

/** The parents in rows of one side; `tell` hears a hash of each. */
export function parentPlaces(
  side: typeof BEFORE | typeof AFTER,
  rosters: readonly RosterTable[],
  rows: readonly RowRef[],
  ids: HashSlots,
  tell: (hash: number) => void = () => {},
): ParentPlaces {
  const counts = rosters.map(() => 0);
  for (const { table } of rows) counts[table] = (counts[table] ?? 0) + 1;
  const places = new ParentPlaces(side, rosters, ids, counts);
  places.addRows(rows, tell);
  return places;
}
