import type { Field } from './fields';
import { type ComparedColumn, maskOf, type RosterTable } from './pairing';
import { type Between, JOINS, type JoinedBy, type RowJoins } from './row-joins';

/** A row of one of the compared tables. */
export interface RowRef {
  /** Position of its table among those given. */
  table: number;
  row: number;
}

/** One person in both files. */
export interface Match {
  old: RowRef;
  fresh: RowRef;
  by: JoinedBy;
}

/** One value that differs between the two files, as typed in each. */
export interface CellChange {
  column: ComparedColumn;
  was: string;
  is: string;
}

/** A person whose row changed, and what changed. */
export interface RowChange extends Match {
  cells: readonly CellChange[];
}

/** A row that changed, and in which columns. */
export interface ChangedRow extends Match {
  columns: readonly ComparedColumn[];
}

/** The rows that changed: one bit a column and row; text is only made by `changes`. */
export class ChangedRows {
  /** `masks` are those that `RowComparer.compare` sets; `old` and `fresh` the files as given. */
  constructor(
    private readonly joins: RowJoins,
    private readonly masks: Uint32Array,
    private readonly old: readonly RosterTable[],
    private readonly fresh: readonly RosterTable[],
  ) {}

  /** As `Comparison.changes`. */
  *changes(field?: Field): Generator<RowChange> {
    for (const { columns, ...match } of this.changedIn(() => true)) {
      if (field && !columns.some((column) => column.field === field && column.block === undefined)) continue;
      // Texts come from the files as given: a comparison between encodings worked on a copy.
      const was = (this.old[match.old.table] as RosterTable).table;
      const is = (this.fresh[match.fresh.table] as RosterTable).table;
      const cells = columns.map((column) => ({
        column,
        was: was.cell(match.old.row, column.old),
        is: is.cell(match.fresh.row, column.fresh),
      }));
      yield { ...match, cells };
    }
  }

  /** As `Comparison.changedIn`. */
  *changedIn(wanted: (column: ComparedColumn) => boolean): Generator<ChangedRow> {
    const { partner, news, olds } = this.joins;
    let last: Between | undefined;
    let columns: readonly ComparedColumn[] = [];
    let mask: Uint32Array = new Uint32Array(0);
    for (let id = this.after(-1); id < news.count; id = this.after(id)) {
      const row = partner[id] as number;
      const between = this.joins.between(olds.tableIndex(row), news.tableIndex(id));
      if (between !== last) {
        last = between;
        columns = between.pairing.columns;
        mask = maskOf(columns.map(wanted), this.joins.words);
      }
      if (!this.meets(id, mask)) continue;
      yield {
        ...this.match(row, id),
        columns: columns.filter((column, at) => this.isSet(id, at) && wanted(column)),
      };
    }
  }

  /** Two rows that are one person, by their numbers. */
  match(row: number, id: number): Match {
    const by = JOINS[this.joins.joinedBy[id] as number] as JoinedBy;
    return { old: this.joins.olds.refOf(row), fresh: this.joins.news.refOf(id), by };
  }

  /** The next row with any difference: a generator is slow at passing over the many others. */
  private after(id: number): number {
    const { masks } = this;
    const { words, partner } = this.joins;
    for (let next = id + 1; next < partner.length; next++) {
      if ((partner[next] as number) < 0) continue;
      for (let word = next * words; word < (next + 1) * words; word++) if (masks[word] !== 0) return next;
    }
    return partner.length;
  }

  private isSet(id: number, bit: number): boolean {
    const word = this.masks[id * this.joins.words + (bit >> 5)] as number;
    return (word & (1 << (bit & 31))) !== 0;
  }

  /** True when a row changed in one of the columns of a mask. */
  private meets(id: number, mask: Uint32Array): boolean {
    const from = id * mask.length;
    for (let word = 0; word < mask.length; word++)
      if (((this.masks[from + word] as number) & (mask[word] as number)) !== 0) return true;
    return false;
  }
}
