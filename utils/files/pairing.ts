import { type Field, readHeader } from './fields';
import type { FieldColumns, RosterLayout } from './headers';
import { type RowScanner, sameCells } from './scan';
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

  /** Sets the bit of each column that differs in `mask`, from word `at` on. Gives the number of columns that differ. */
  compare(oldRow: number, freshRow: number, mask: Uint32Array, at: number): number {
    if (this.sameShape && this.sameBytes(oldRow, freshRow)) return 0;
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
      mask[at + (bit >> 5)] = (mask[at + (bit >> 5)] as number) | (1 << (bit & 31));
      changed++;
    }
    return changed;
  }

  private sameBytes(oldRow: number, freshRow: number): boolean {
    const a = this.old.rowRange(oldRow);
    const b = this.fresh.rowRange(freshRow);
    if (a.end - a.start !== b.end - b.start) return false;
    for (let i = a.start, j = b.start; i < a.end; i++, j++) {
      if (this.a.bytes[i] !== this.b.bytes[j]) return false;
    }
    return true;
  }
}
