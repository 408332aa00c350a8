import { hashCell, sameCells } from './cell-bytes';
import type { Table } from './table';

/**
 * One column of several tables, as offsets and hashes: what rows are joined on. Rows of all tables are numbered in one
 * sequence. Twelve bytes a row, and no text.
 */
export class Lane {
  readonly count: number;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly hashes: Int32Array;

  private constructor(private readonly numbering: Numbering) {
    this.count = numbering.count;
    this.starts = new Uint32Array(this.count);
    this.ends = new Uint32Array(this.count);
    this.hashes = new Int32Array(this.count);
  }

  /**
   * Reads several lanes in one pass over the rows. `columns[lane][table]` is a column; a table without it
   * contributes empty cells. Of the columns `besides`, only hashes are kept, 0 for empty cells.
   */
  static read(
    numbering: Numbering,
    columns: readonly (readonly (number | undefined)[])[],
    besides: readonly { columns: readonly (number | undefined)[]; hashes: Int32Array }[] = [],
  ): Lane[] {
    const lanes = columns.map(() => new Lane(numbering));
    numbering.tables.forEach((table, index) => {
      const base = numbering.bases[index] as number;
      const wanted = columns.flatMap((ofTables, lane) => {
        const column = ofTables[index];
        return column === undefined ? [] : [{ lane: lanes[lane] as Lane, column }];
      });
      const hashed = besides.flatMap(({ columns: ofTables, hashes }) => {
        const column = ofTables[index];
        return column === undefined ? [] : [{ hashes, column }];
      });
      if (wanted.length + hashed.length === 0) return;
      const cells = Math.max(...[...wanted, ...hashed].map(({ column }) => column)) + 1;
      const scanner = table.scanner();
      for (let row = 0; row < table.rowCount; row++) {
        scanner.readRow(row, cells);
        for (const { lane, column } of wanted) {
          if (column >= scanner.count) continue;
          const start = scanner.starts[column] as number;
          const end = scanner.ends[column] as number;
          lane.starts[base + row] = start;
          lane.ends[base + row] = end;
          // Zero is kept for empty cells, so that the joins never have to look at them again.
          if (!isBlank(table.bytes, start, end)) {
            lane.hashes[base + row] = hashCell(table.bytes, start, end) || 1;
          }
        }
        for (const { hashes, column } of hashed) {
          if (column >= scanner.count) continue;
          const start = scanner.starts[column] as number;
          const end = scanner.ends[column] as number;
          if (start < end) hashes[base + row] = hashCell(table.bytes, start, end) || 1;
        }
      }
    });
    return lanes;
  }

  /** True when the cell holds nothing but spaces. */
  isEmpty(id: number): boolean {
    return this.hashes[id] === 0;
  }

  hash(id: number): number {
    return this.hashes[id] as number;
  }

  /** True when a cell of this lane and a cell of another hold the same characters: hash first, then bytes. */
  same(id: number, other: Lane, otherId: number): boolean {
    if (this.hashes[id] !== other.hashes[otherId]) return false;
    return sameCells(
      this.numbering.tableOf(id).bytes,
      this.starts[id] as number,
      this.ends[id] as number,
      other.numbering.tableOf(otherId).bytes,
      other.starts[otherId] as number,
      other.ends[otherId] as number,
    );
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

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== 0x20) return false;
  return true;
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
    for (let id = 0; id < this.count; id++) if (wanted(id)) refs.push(this.refOf(id));
    return refs;
  }
}

/**
 * Finds the rows that hold a given value in a lane. Rows with the same value are chained in the order of the files.
 */
export class LaneIndex {
  private readonly heads: Int32Array;
  /** Last row of each chain of several rows. */
  private readonly tails = new Map<number, number>();
  private readonly nexts: Int32Array;
  private readonly mask: number;
  /** First row of each value. */
  readonly firsts: number[] = [];
  /** First rows of the values that stand on several rows. */
  readonly repeated: number[] = [];

  /** Indexes the rows of a lane that are not empty and that `wanted` keeps. */
  constructor(
    readonly lane: Lane,
    wanted: (id: number) => boolean,
  ) {
    let count = 0;
    for (let id = 0; id < lane.count; id++) if (!lane.isEmpty(id) && wanted(id)) count++;
    let size = 16;
    while (size < count * 2) size *= 2;
    this.mask = size - 1;
    this.heads = new Int32Array(size).fill(-1);
    this.nexts = new Int32Array(lane.count).fill(-1);
    for (let id = 0; id < lane.count; id++) if (!lane.isEmpty(id) && wanted(id)) this.add(id);
  }

  private add(id: number): void {
    const slot = this.slot(this.lane, id);
    const head = this.heads[slot] as number;
    if (head < 0) {
      this.heads[slot] = id;
      this.firsts.push(id);
      return;
    }
    const tail = this.tails.get(head);
    if (tail === undefined) this.repeated.push(head);
    this.nexts[tail ?? head] = id;
    this.tails.set(head, id);
  }

  /** First row whose value is that of a row of another lane, or -1. */
  first(lane: Lane, id: number): number {
    return this.heads[this.slot(lane, id)] as number;
  }

  /** Next row with the same value, or -1. */
  next(id: number): number {
    return this.nexts[id] as number;
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
