import { sameCells } from './cell-bytes';
import type { ColumnOfTables, Numbering } from './lanes';
import type { RowReader } from './row-reader';

/**
 * The cells of one column of several tables, by the numbers of their rows: to look at the bytes of rows of one hash before
 * anybody is accused of anything. Hashes of two keys may be the same, however seldom.
 */
export class WrittenCells {
  private readonly readers: readonly RowReader[];

  /** All tables must have one encoding. */
  constructor(
    private readonly numbering: Numbering,
    private readonly columns: ColumnOfTables,
  ) {
    this.readers = numbering.tables.map((table) => table.scanner());
  }

  /** True when a cell holds the same characters as a cell of another column. */
  same(id: number, other: WrittenCells, otherId: number): boolean {
    const [a, b] = [this.at(id), other.at(otherId)];
    if (!a || !b) return false;
    return sameCells(a.bytes, a.cellStart, a.cellEnd, b.bytes, b.cellStart, b.cellEnd);
  }

  /** The reader that stands on the cell of a row; undefined when the row has no such cell. */
  private at(id: number): RowReader | undefined {
    const table = this.numbering.tableIndex(id);
    const column = this.columns[table];
    const reader = this.readers[table];
    reader?.enter(this.numbering.rowOf(id));
    return column !== undefined && reader?.findCell(column) ? reader : undefined;
  }
}

/** Parts rows of one hash by what is written in them, and leaves out what stands on a single row. */
export function writtenAlike(
  numbering: Numbering,
  columns: ColumnOfTables,
): (rows: readonly number[]) => (readonly number[])[] {
  const [one, other] = [new WrittenCells(numbering, columns), new WrittenCells(numbering, columns)];
  return function part([first, ...others]: readonly number[]): (readonly number[])[] {
    if (first === undefined) return [];
    const alike = others.filter((id) => one.same(first, other, id));
    const found = alike.length > 0 ? [[first, ...alike]] : [];
    if (alike.length === others.length) return found;
    const taken = new Set(alike);
    return [...found, ...part(others.filter((id) => !taken.has(id)))];
  };
}
