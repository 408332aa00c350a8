import { contentEnd, sameCells } from './cell-bytes';
import { type Field, readHeader } from './fields';
import type { FieldColumns, RosterLayout } from './headers';
import type { RowReader } from './row-reader';
import { QUOTE } from './scan';
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
  private readonly a: RowReader;
  private readonly b: RowReader;
  private readonly sameShape: boolean;
  private readonly aView: DataView;
  private readonly bView: DataView;

  constructor(
    old: Table,
    fresh: Table,
    private readonly pairing: Pairing,
  ) {
    this.a = old.scanner();
    this.b = fresh.scanner();
    this.aView = viewOf(this.a.bytes);
    this.bView = viewOf(this.b.bytes);
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
    a.readRow(oldRow);
    b.readRow(freshRow);
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
   * The quick way, for two rows of the same columns whose cells were noted: only those of one length are looked at, four
   * bytes at a time, quotes and all. Gives -1, and marks nothing, when it cannot tell.
   */
  private compareInStep(
    oldRow: number,
    freshRow: number,
    mask: Uint32Array,
    at: number,
    counts?: number[],
  ): number {
    const { a, b } = this;
    const [ofA, ofB] = [a.lengthsOf(oldRow), b.lengthsOf(freshRow)];
    if (!ofA || !ofB) return -1;
    const [aPlace, bPlace] = [a.placeOf(oldRow), b.placeOf(freshRow)];
    const width = this.pairing.columns.length;
    let aFrom = a.startOf(oldRow);
    let bFrom = b.startOf(freshRow);
    let changed = 0;
    for (let column = 0; column < width; ) {
      // As many cells as keep their lengths are looked at together, with the separators between them.
      let next = column;
      let length = -1;
      while (next < width && ofA[aPlace + next] === ofB[bPlace + next])
        length += 1 + (ofA[aPlace + next++] as number);
      const same = this.sameBytes(aFrom, bFrom, length);
      // Up to the cell in which they part: the walk goes on after it.
      for (let to = 0; column < next; column++, to++) {
        to += ofA[aPlace + column] as number;
        if (to > same) break;
        aFrom += 1 + (ofA[aPlace + column] as number);
        bFrom += 1 + (ofB[bPlace + column] as number);
      }
      if (column === width) break;
      const aTo = aFrom + (ofA[aPlace + column] as number);
      const bTo = bFrom + (ofB[bPlace + column] as number);
      if (!this.isSameInQuotes(aFrom, aTo, bFrom, bTo)) {
        mark(mask, at, column, counts);
        changed++;
      }
      aFrom = aTo + 1;
      bFrom = bTo + 1;
      column++;
    }
    return changed;
  }

  /** True when two cells whose bytes differ hold the same, since one of them at least is in quotes. */
  private isSameInQuotes(aFrom: number, aTo: number, bFrom: number, bTo: number): boolean {
    const [a, b] = [this.a.bytes, this.b.bytes];
    const aInner = aFrom < aTo && a[aFrom] === QUOTE ? 1 : 0;
    const bInner = bFrom < bTo && b[bFrom] === QUOTE ? 1 : 0;
    if (aInner + bInner === 0) return false;
    const aEnd = aInner ? contentEnd(a, aFrom, aTo) : aTo;
    const bEnd = bInner ? contentEnd(b, bFrom, bTo) : bTo;
    return sameCells(a, aFrom + aInner, aEnd, b, bFrom + bInner, bEnd);
  }

  /** How many bytes are the same, at most `length`. */
  private sameBytes(aFrom: number, bFrom: number, length: number): number {
    const { aView, bView } = this;
    let at = 0;
    for (; at + 4 <= length; at += 4) if (aView.getInt32(aFrom + at) !== bView.getInt32(bFrom + at)) break;
    while (at < length && aView.getUint8(aFrom + at) === bView.getUint8(bFrom + at)) at++;
    return at;
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
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
