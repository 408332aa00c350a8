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
    const search = new Search(this.joins, this.masks, wanted);
    while (search.next()) {
      const { id, columns } = search;
      yield {
        ...this.match(this.joins.partner[id] as number, id),
        columns: columns.filter((column, at) => this.isSet(id, at) && wanted(column)),
      };
    }
  }

  /** Two rows that are one person, by their numbers. */
  match(row: number, id: number): Match {
    const by = JOINS[this.joins.joinedBy[id] as number] as JoinedBy;
    return { old: this.joins.olds.refOf(row), fresh: this.joins.news.refOf(id), by };
  }

  /**
   * True when what a row was joined by is not the same on both sides: rows are joined by hashes, and only the comparison
   * looks at the bytes.
   */
  isMistaken(id: number, { telling }: Between): boolean {
    const bit = telling[this.joins.joinedBy[id] as number] as number;
    return bit >= 0 && this.isSet(id, bit);
  }

  /** Takes back what the comparison of a row has marked, and counted by column. */
  forget(id: number, counts: number[]): void {
    for (let bit = 0; bit < counts.length; bit++)
      if (this.isSet(id, bit)) counts[bit] = (counts[bit] as number) - 1;
    this.masks.fill(0, id * this.joins.words, (id + 1) * this.joins.words);
  }

  private isSet(id: number, bit: number): boolean {
    const word = this.masks[id * this.joins.words + (bit >> 5)] as number;
    return (word & (1 << (bit & 31))) !== 0;
  }
}

/** Looks for rows that changed in wanted columns. No generator: those are slow at passing over the many other rows. */
class Search {
  /** The row found, and the columns that its mask is about. */
  id = -1;
  columns: readonly ComparedColumn[] = [];
  private last: Between | undefined;
  private mask: Uint32Array = new Uint32Array(0);

  constructor(
    private readonly joins: RowJoins,
    private readonly masks: Uint32Array,
    private readonly wanted: (column: ComparedColumn) => boolean,
  ) {}

  /** Goes on to the next row; false after the last one. */
  next(): boolean {
    const { partner, news, olds } = this.joins;
    const isSimple = olds.tables.length === 1 && news.tables.length === 1;
    for (let id = this.id + 1; id < partner.length; id++) {
      const row = partner[id] as number;
      if (row < 0) continue;
      if (!isSimple || !this.last) this.turnTo(this.joins.between(olds.tableIndex(row), news.tableIndex(id)));
      if (!this.meets(id)) continue;
      this.id = id;
      return true;
    }
    return false;
  }

  private turnTo(between: Between): void {
    if (between === this.last) return;
    this.last = between;
    this.columns = between.pairing.columns;
    this.mask = maskOf(this.columns.map(this.wanted), this.joins.words);
  }

  /** True when a row changed in one of the wanted columns. */
  private meets(id: number): boolean {
    const { masks, mask } = this;
    const from = id * mask.length;
    for (let word = 0; word < mask.length; word++)
      if (((masks[from + word] as number) & (mask[word] as number)) !== 0) return true;
    return false;
  }
}
