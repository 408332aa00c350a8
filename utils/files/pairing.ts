import { sameCells } from './cell-bytes';
import { type Field, readHeader } from './fields';
import type { FieldColumns, RosterLayout } from './headers';
import { QUOTE, type RowScanner, STOP } from './scan';
import type { Table } from './table';

/** A table and what its columns mean. */
export interface RosterTable {
  table: Table;
  layout: RosterLayout;
}

/** A column that both files have: where it stands in each. */
export interface ComparedColumn {
  /** Header in the old file. */
  header: string;
  field?: Field;
  /** Number of the repeated block it belongs to, from 0; none for the row's own person. */
  block?: number;
  old: number;
  fresh: number;
}

/** The columns of an old table and a new one, brought together whatever their order. */
export interface Pairing {
  columns: readonly ComparedColumn[];
  /** Headers that only the old file has. */
  lost: readonly string[];
  /** Headers that only the new file has. */
  added: readonly string[];
}

/** Brings the columns of two tables together by what they mean, else by their header. */
export function pairColumns(old: RosterTable, fresh: RosterTable): Pairing {
  const freshPlaces = places(fresh);
  const columns: ComparedColumn[] = [];
  const lost: string[] = [];
  for (const [name, place] of places(old)) {
    const twin = freshPlaces.get(name);
    if (twin) {
      columns.push({
        header: old.table.columnName(place.column),
        ...place.meaning,
        old: place.column,
        fresh: twin.column,
      });
      freshPlaces.delete(name);
    } else lost.push(old.table.columnName(place.column));
  }
  columns.sort((a, b) => a.old - b.old);
  return {
    columns,
    lost,
    added: [...freshPlaces.values()].map((place) => fresh.table.columnName(place.column)),
  };
}

interface Place {
  column: number;
  meaning: { field?: Field; block?: number };
}

/** Every column under a name that does not depend on its position. */
function places({ table, layout }: RosterTable): Map<string, Place> {
  const named = new Map<string, Place>();
  const add = (columns: FieldColumns, block?: number) => {
    for (const [field, list] of Object.entries(columns) as [Field, readonly number[]][]) {
      list.forEach((column, occurrence) => {
        const meaning = block === undefined ? { field } : { field, block };
        named.set(`${block ?? 'main'} ${field} ${occurrence}`, { column, meaning });
      });
    }
  };
  add(layout.columns);
  layout.blocks.forEach((block, index) => {
    add(block.columns, index);
  });
  const seen = new Map<string, number>();
  for (const column of layout.unknown) {
    const { folded } = readHeader(table.header[column] ?? '');
    const occurrence = seen.get(folded) ?? 0;
    seen.set(folded, occurrence + 1);
    named.set(`? ${folded} ${occurrence}`, { column, meaning: {} });
  }
  return named;
}

/** Compares rows of two tables column by column, on bytes. Both tables must have the same encoding. */
export class RowComparer {
  private readonly a: RowScanner;
  private readonly b: RowScanner;
  private readonly sameShape: boolean;
  private readonly differing = new Int32Array(64);

  constructor(
    private readonly old: Table,
    private readonly fresh: Table,
    private readonly pairing: Pairing,
  ) {
    this.a = old.scanner();
    this.b = fresh.scanner();
    this.sameShape =
      old.delimiter === fresh.delimiter &&
      pairing.columns.every((column) => column.old === column.fresh) &&
      pairing.columns.length === old.header.length;
  }

  /**
   * Sets the bit of each column that differs in `mask`, from word `at` on, and adds one to its count.
   * Gives the number of columns that differ.
   */
  compare(oldRow: number, freshRow: number, mask: Uint32Array, at: number, counts?: number[]): number {
    if (this.sameShape) {
      const changed = this.compareInStep(oldRow, freshRow, mask, at, counts);
      if (changed >= 0) return changed;
    }
    const { a, b, pairing } = this;
    a.read(this.old.rowStart(oldRow));
    b.read(this.fresh.rowStart(freshRow));
    let changed = 0;
    for (let bit = 0; bit < pairing.columns.length; bit++) {
      const column = pairing.columns[bit] as ComparedColumn;
      const { old, fresh } = column;
      const inOld = old < a.count;
      const inFresh = fresh < b.count;
      const aFrom = inOld ? (a.starts[old] as number) : 0;
      const aTo = inOld ? (a.ends[old] as number) : 0;
      const bFrom = inFresh ? (b.starts[fresh] as number) : 0;
      const bTo = inFresh ? (b.ends[fresh] as number) : 0;
      if (sameCells(a.bytes, aFrom, aTo, b.bytes, bFrom, bTo)) continue;
      mark(mask, at, bit, counts);
      changed++;
    }
    return changed;
  }

  /**
   * The quick way, for two rows of the same columns: both are walked together, once.
   * Gives -1, and marks nothing, when either row holds a quote or the rows differ in length of cells.
   */
  private compareInStep(
    oldRow: number,
    freshRow: number,
    mask: Uint32Array,
    at: number,
    counts?: number[],
  ): number {
    const a = this.a.bytes;
    const b = this.b.bytes;
    const { delimiter, weights } = this.a;
    const quote = QUOTE;
    const stop = STOP;
    const { start: aStart, end: aEnd } = this.old.rowRange(oldRow);
    const { start: bStart, end: bEnd } = this.fresh.rowRange(freshRow);
    const differing = this.differing;
    let changed = 0;
    let column = 0;
    let i = aStart;
    let j = bStart;
    for (;;) {
      for (let left = Math.min(aEnd - i, bEnd - j); left >= 4; left -= 4) {
        const w = a[i] as number;
        const x = a[i + 1] as number;
        const y = a[i + 2] as number;
        const z = a[i + 3] as number;
        if (w !== b[j] || x !== b[j + 1] || y !== b[j + 2] || z !== b[j + 3]) break;
        const four =
          (weights[w] as number) + (weights[x] as number) + (weights[y] as number) + (weights[z] as number);
        if (four >= stop) return -1;
        column += four;
        i += 4;
        j += 4;
      }
      while (i < aEnd && j < bEnd) {
        const byte = a[i] as number;
        if (byte !== b[j]) break;
        const weight = weights[byte] as number;
        if (weight >= stop) return -1;
        column += weight;
        i++;
        j++;
      }
      if (i >= aEnd && j >= bEnd) break;
      // Somewhere in this cell the rows part: both go on to the end of the cell.
      while (i < aEnd && a[i] !== delimiter) if (a[i++] === quote) return -1;
      while (j < bEnd && b[j] !== delimiter) if (b[j++] === quote) return -1;
      if (changed < differing.length) differing[changed] = column;
      changed++;
      if (i >= aEnd && j >= bEnd) break;
      if (i >= aEnd || j >= bEnd) return -1;
      i++;
      j++;
      column++;
    }
    if (column !== this.pairing.columns.length - 1 || changed > differing.length) return -1;
    for (let k = 0; k < changed; k++) mark(mask, at, differing[k] as number, counts);
    return changed;
  }
}

function mark(mask: Uint32Array, at: number, bit: number, counts: number[] | undefined): void {
  mask[at + (bit >> 5)] = (mask[at + (bit >> 5)] as number) | (1 << (bit & 31));
  if (counts) counts[bit] = (counts[bit] as number) + 1;
}

/** Bytes can only be compared within one encoding: when files differ in it, those in Windows-1252 are transcoded once. */
export function inOneEncoding(tables: readonly RosterTable[]): readonly RosterTable[] {
  const isWindows = (roster: RosterTable) => roster.table.encoding === 'windows-1252';
  if (tables.every(isWindows) || !tables.some(isWindows)) return tables;
  return tables.map((roster) => (isWindows(roster) ? { ...roster, table: roster.table.asUtf8() } : roster));
}

/** A mask of columns: one bit each, as `RowComparer.compare` sets them. */
export function maskOf(wanted: readonly boolean[], words: number): Uint32Array {
  const mask = new Uint32Array(words);
  wanted.forEach((is, bit) => {
    if (is) mask[bit >> 5] = (mask[bit >> 5] as number) | (1 << (bit & 31));
  });
  return mask;
}
