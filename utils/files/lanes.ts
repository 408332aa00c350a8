import { isBlank } from './cell-bytes';
import { CellHash } from './cell-hash';
import type { RowReader } from './row-reader';
import type { Table } from './table';

/** A column of each of several tables; a table without it contributes empty cells. */
export type ColumnOfTables = readonly (number | undefined)[];

/**
 * One column of several tables, as hashes: what rows are joined on. Rows of all tables are numbered in one sequence. Eight
 * bytes a row, and no text: two hashes together are enough to take equal ones for equal cells (as in `CellHash`). The
 * comparison of joined rows, which fetches their bytes from memory anyway, then tells those that are not.
 */
export class Lane {
  readonly count: number;
  private readonly ones: Int32Array;
  private readonly others: Int32Array;

  private constructor(count: number) {
    this.count = count;
    this.ones = new Int32Array(count);
    this.others = new Int32Array(count);
  }

  /**
   * Reads several lanes in one pass over the rows; all tables must have one encoding. A lane of fewer tables ends with
   * them. Of the columns `besides`, only one
   * hash is kept, 0 for empty cells.
   */
  static read(
    numbering: Numbering,
    columns: readonly ColumnOfTables[],
    besides: readonly { columns: ColumnOfTables; hashes: Int32Array }[] = [],
  ): Lane[] {
    const lanes = columns.map(({ length }) => new Lane(numbering.bases[length] ?? numbering.count));
    for (const table of new Set(numbering.tables)) {
      // A table that is there several times is read once: fetching its rows from memory takes longer than all the rest.
      const bases = numbering.tables.flatMap((one, index) =>
        one === table ? [{ index, base: numbering.bases[index] as number }] : [],
      );
      const placesOf = (ofTables: ColumnOfTables) =>
        bases.flatMap(({ index, base }) => {
          const column = ofTables[index];
          return column === undefined ? [] : [{ base, column }];
        });
      const wanted = columns.flatMap((ofTables, at) =>
        placesOf(ofTables).map((place) => ({ ...place, lane: lanes[at] as Lane })),
      );
      const hashed = besides.flatMap(({ columns: ofTables, hashes }) =>
        placesOf(ofTables).map((place) => ({ ...place, hashes })),
      );
      if (wanted.length + hashed.length === 0) continue;
      const reader = table.scanner();
      const hash = new CellHash(table);
      for (let row = 0; row < table.rowCount; row++) {
        reader.enter(row);
        for (let at = 0; at < wanted.length; at++) {
          const { lane, base, column } = wanted[at] as (typeof wanted)[number];
          if (reader.findCell(column)) lane.set(base + row, reader, hash);
        }
        for (let at = 0; at < hashed.length; at++) {
          const { hashes, base, column } = hashed[at] as (typeof hashed)[number];
          if (!reader.findCell(column) || reader.cellStart === reader.cellEnd) continue;
          hash.reset();
          hash.addBytewise(reader.cellStart, reader.cellEnd);
          hashes[base + row] = hash.one || 1;
        }
      }
    }
    return lanes;
  }

  /** Zero is kept for empty cells, so that the joins never have to look at them again. */
  private set(id: number, { bytes, cellStart, cellEnd }: RowReader, hash: CellHash): void {
    if (isBlank(bytes, cellStart, cellEnd)) return;
    hash.reset();
    hash.addBytewise(cellStart, cellEnd);
    this.ones[id] = hash.one || 1;
    this.others[id] = hash.other;
  }

  /** True when the cell holds nothing but spaces. */
  isEmpty(id: number): boolean {
    return this.ones[id] === 0;
  }

  hash(id: number): number {
    return this.ones[id] as number;
  }

  /** True when a cell of this lane and a cell of another hold the same characters. */
  same(id: number, other: Lane, otherId: number): boolean {
    return this.ones[id] === other.ones[otherId] && this.others[id] === other.others[otherId];
  }
}

/**
 * Marks the rows of a lane whose value may stand on another row too: every repeated value is marked, and a few that are
 * not. Two bits a value in a small table, where a full index of a large file would miss the processor's cache each time.
 */
export function maybeRepeated(lane: Lane): Uint8Array {
  let bits = 1 << 10;
  while (bits < lane.count * 16) bits *= 2;
  const seen = new Uint32Array(bits / 32);
  const again = new Uint32Array(bits / 32);
  const mask = bits - 1;
  for (let id = 0; id < lane.count; id++) {
    if (lane.isEmpty(id)) continue;
    const bit = lane.hash(id) & mask;
    const flag = 1 << (bit & 31);
    const word = bit >>> 5;
    if (((seen[word] as number) & flag) === 0) seen[word] = (seen[word] as number) | flag;
    else again[word] = (again[word] as number) | flag;
  }
  const marked = new Uint8Array(lane.count);
  for (let id = 0; id < lane.count; id++) {
    if (lane.isEmpty(id)) continue;
    const bit = lane.hash(id) & mask;
    if (((again[bit >>> 5] as number) & (1 << (bit & 31))) !== 0) marked[id] = 1;
  }
  return marked;
}

/** Numbers the rows of several tables in one sequence. */
export class Numbering {
  readonly bases: readonly number[];
  readonly count: number;

  constructor(readonly tables: readonly Table[]) {
    let base = 0;
    this.bases = tables.map((table) => {
      const own = base;
      base += table.rowCount;
      return own;
    });
    this.count = base;
  }

  /** Position of the table that a row belongs to. */
  tableIndex(id: number): number {
    let index = this.bases.length - 1;
    while (index > 0 && id < (this.bases[index] as number)) index--;
    return index;
  }

  tableOf(id: number): Table {
    return this.tables[this.tableIndex(id)] as Table;
  }

  /** Position of a row in its own table. */
  rowOf(id: number): number {
    return id - (this.bases[this.tableIndex(id)] as number);
  }

  /** Table and row of a number. */
  refOf(id: number): { table: number; row: number } {
    const table = this.tableIndex(id);
    return { table, row: id - (this.bases[table] as number) };
  }

  /** Table and row of every number that is wanted. */
  where(wanted: (id: number) => boolean): { table: number; row: number }[] {
    const refs: { table: number; row: number }[] = [];
    this.tables.forEach((one, table) => {
      const base = this.bases[table] as number;
      for (let row = 0; row < one.rowCount; row++) if (wanted(base + row)) refs.push({ table, row });
    });
    return refs;
  }
}

/**
 * Finds the rows that hold a given value in a lane. Rows with the same value are chained in the order of the files.
 */
export class LaneIndex {
  private readonly heads: Int32Array;
  /** Last row of each chain of several rows, and the next row of those that have one. */
  private readonly tails = new Map<number, number>();
  private readonly nexts = new Map<number, number>();
  private readonly mask: number;
  /** First row of each value. */
  readonly firsts: Int32Array;
  /** First rows of the values that stand on several rows. */
  readonly repeated: number[] = [];

  /** Indexes the rows of a lane that are not empty and that `wanted` keeps. */
  constructor(
    readonly lane: Lane,
    wanted: (id: number) => boolean,
  ) {
    const ids = new Int32Array(lane.count);
    let count = 0;
    for (let id = 0; id < lane.count; id++) if (!lane.isEmpty(id) && wanted(id)) ids[count++] = id;
    let size = 16;
    while (size < count * 2) size *= 2;
    this.mask = size - 1;
    this.heads = new Int32Array(size).fill(-1);
    let firsts = 0;
    for (let at = 0; at < count; at++) {
      const id = ids[at] as number;
      if (this.add(id)) ids[firsts++] = id;
    }
    this.firsts = ids.slice(0, firsts);
  }

  /** True when no row of this value was there. */
  private add(id: number): boolean {
    const slot = this.slot(this.lane, id);
    const head = this.heads[slot] as number;
    if (head < 0) {
      this.heads[slot] = id;
      return true;
    }
    const tail = this.tails.get(head);
    if (tail === undefined) this.repeated.push(head);
    this.nexts.set(tail ?? head, id);
    this.tails.set(head, id);
    return false;
  }

  /** First row whose value is that of a row of another lane, or -1. */
  first(lane: Lane, id: number): number {
    return this.heads[this.slot(lane, id)] as number;
  }

  /** Next row with the same value, or -1. */
  next(id: number): number {
    return this.nexts.get(id) ?? -1;
  }

  /** All rows with the value of a given first row. */
  chain(first: number): number[] {
    const rows: number[] = [];
    for (let id = first; id >= 0; id = this.next(id)) rows.push(id);
    return rows;
  }

  /** The slot where a value stands, or would stand. */
  private slot(lane: Lane, id: number): number {
    let slot = lane.hash(id) & this.mask;
    for (;;) {
      const head = this.heads[slot] as number;
      if (head < 0 || this.lane.same(head, lane, id)) return slot;
      slot = (slot + 1) & this.mask;
    }
  }
}
