import type { Field } from './fields';
import { LaneIndex, type Numbering } from './lanes';
import { type Between, type Indexed, JOINS, type JoinedBy, RowMatching } from './match-rows';
import { type ComparedColumn, inOneEncoding, maskOf, type Pairing, type RosterTable } from './pairing';
import type { Table } from './table';

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

/** A new row whose key belongs to one person and whose username belongs to another. */
export interface Crossed {
  fresh: RowRef;
  byKey: RowRef;
  byUsername: RowRef;
}

/** How many of the matched rows differ in a column: a change of all rows is one finding, not thousands. */
export interface ColumnCount {
  header: string;
  field?: Field;
  block?: number;
  changed: number;
  compared: number;
}

/** The values that stand on several rows of one side. */
export interface Repeats {
  old: readonly (readonly RowRef[])[];
  fresh: readonly (readonly RowRef[])[];
}

/** What became of the people of one file in another. */
export interface Comparison {
  readonly old: readonly RosterTable[];
  readonly fresh: readonly RosterTable[];
  /** Columns brought together, for each old table and new table that share people. */
  readonly pairings: readonly (Pairing & { old: number; fresh: number })[];
  readonly matched: number;
  /** Matched rows without any difference. */
  readonly unchanged: number;
  readonly columns: readonly ColumnCount[];
  /** Rows of the old side that no row of the new side carries on. */
  readonly gone: readonly RowRef[];
  /** Rows of the new side that carry on no row of the old side. */
  readonly arrived: readonly RowRef[];
  readonly repeatedKeys: Repeats;
  readonly repeatedUsernames: Repeats;
  readonly crossed: readonly Crossed[];
  /** The person of the old side that a new row carries on. */
  matchOf(fresh: RowRef): Match | undefined;
  /** Changed rows in the order of the new files, made one by one; of one field of the row's own person when given. */
  changes(field?: Field): Generator<RowChange>;
  /** Rows that differ in one of the wanted columns, with those columns only; no text is made. */
  changedIn(wanted: (column: ComparedColumn) => boolean): Generator<ChangedRow>;
  /** A hash of the class, or the level, of every row of a table; 0 where there is none. */
  hashesOf(field: 'class' | 'level', side: 'old' | 'fresh', table: number): Int32Array;
  /** How many rows of a new table carry on a row of the old side, and how many of those changed. */
  countOf(table: number): { matched: number; changed: number };
  /** Calls once per person in both files, in the order of the new files; makes nothing. */
  eachMatch(call: (oldTable: number, oldRow: number, freshTable: number, freshRow: number) => void): void;
}

/**
 * Compares the old files with the new ones: joins rows by key, then by username, then (Edifice) by identity, and compares
 * the joined rows column by column. Order of rows and columns, separator, quoting and encoding may differ.
 */
export function compareRosters(old: readonly RosterTable[], fresh: readonly RosterTable[]): Comparison {
  return new MaskedComparison(old, fresh);
}

/** Keeps one bit a column and row; text is only made by `changes`. */
class MaskedComparison implements Comparison {
  readonly pairings: readonly (Pairing & { old: number; fresh: number })[];
  readonly matched: number;
  readonly unchanged: number;
  readonly columns: readonly ColumnCount[];
  readonly gone: readonly RowRef[];
  readonly arrived: readonly RowRef[];
  readonly repeatedKeys: Repeats;
  readonly repeatedUsernames: Repeats;
  readonly crossed: readonly Crossed[];
  private readonly matching: RowMatching;
  private readonly masks: Uint32Array;
  private readonly counts: readonly { fresh: number; compared: number; unchanged: number }[];

  constructor(
    readonly old: readonly RosterTable[],
    readonly fresh: readonly RosterTable[],
  ) {
    const tables = inOneEncoding([...old, ...fresh]);
    const matching = new RowMatching(tables.slice(0, old.length), tables.slice(old.length));
    const { olds, news, partner, taken, words } = matching;
    this.matching = matching;
    this.masks = new Uint32Array(news.count * words);
    const tallies = new Map<Between, { counts: number[]; compared: number; unchanged: number }>();
    let [last, tally] = [
      undefined as Between | undefined,
      { counts: [] as number[], compared: 0, unchanged: 0 },
    ];
    for (let id = 0; id < news.count; id++) {
      const row = partner[id] as number;
      if (row < 0) continue;
      const between = matching.between(olds.tableIndex(row), news.tableIndex(id));
      if (between !== last) {
        last = between;
        tally = tallies.get(between) ?? {
          counts: between.pairing.columns.map(() => 0),
          compared: 0,
          unchanged: 0,
        };
        tallies.set(between, tally);
      }
      tally.compared++;
      const changed = between.comparer.compare(
        olds.rowOf(row),
        news.rowOf(id),
        this.masks,
        id * words,
        tally.counts,
      );
      if (changed === 0) tally.unchanged++;
    }
    this.counts = [...tallies].map(([{ fresh: table }, { compared, unchanged }]) => ({
      fresh: table,
      compared,
      unchanged,
    }));
    this.pairings = [...tallies.keys()].map(({ old, fresh, pairing }) => ({ ...pairing, old, fresh }));
    this.matched = [...tallies.values()].reduce((sum, tally) => sum + tally.compared, 0);
    this.unchanged = [...tallies.values()].reduce((sum, tally) => sum + tally.unchanged, 0);
    this.columns = [...tallies].flatMap(([{ pairing }, { counts, compared }]) =>
      pairing.columns.map(({ header, field, block }, bit) => ({
        header,
        ...(field ? { field } : {}),
        ...(block === undefined ? {} : { block }),
        changed: counts[bit] as number,
        compared,
      })),
    );
    this.gone = olds.where((id) => !taken[id]);
    this.arrived = news.where((id) => partner[id] === -1);
    this.repeatedKeys = this.repeats(matching.keys);
    this.repeatedUsernames = this.repeats(matching.usernames);
    this.crossed = this.findCrossed();
  }

  matchOf(fresh: RowRef): Match | undefined {
    const id = (this.matching.news.bases[fresh.table] ?? 0) + fresh.row;
    const row = this.matching.partner[id] ?? -1;
    return row < 0 ? undefined : this.match(row, id);
  }

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

  hashesOf(field: 'class' | 'level', side: 'old' | 'fresh', table: number): Int32Array {
    const { classes, levels, olds, news } = this.matching;
    const [hashes, numbering] = [
      (field === 'class' ? classes : levels)[side === 'old' ? 0 : 1],
      side === 'old' ? olds : news,
    ];
    const from = numbering.bases[table] as number;
    return hashes.subarray(from, from + (numbering.tables[table] as Table).rowCount);
  }

  countOf(table: number): { matched: number; changed: number } {
    const own = this.counts.filter(({ fresh }) => fresh === table);
    const matched = own.reduce((sum, { compared }) => sum + compared, 0);
    return { matched, changed: matched - own.reduce((sum, { unchanged }) => sum + unchanged, 0) };
  }

  *changedIn(wanted: (column: ComparedColumn) => boolean): Generator<ChangedRow> {
    const { partner, news, olds } = this.matching;
    let last: Between | undefined;
    let columns: readonly ComparedColumn[] = [];
    let mask: Uint32Array = new Uint32Array(0);
    for (let id = 0; id < news.count; id++) {
      const row = partner[id] as number;
      if (row < 0) continue;
      const between = this.matching.between(olds.tableIndex(row), news.tableIndex(id));
      if (between !== last) {
        last = between;
        columns = between.pairing.columns;
        mask = maskOf(columns.map(wanted), this.matching.words);
      }
      if (!this.meets(id, mask)) continue;
      yield {
        ...this.match(row, id),
        columns: columns.filter((column, at) => this.isSet(id, at) && wanted(column)),
      };
    }
  }

  eachMatch(call: (oldTable: number, oldRow: number, freshTable: number, freshRow: number) => void): void {
    const { partner, news, olds } = this.matching;
    for (let id = 0; id < news.count; id++) {
      const row = partner[id] as number;
      if (row < 0) continue;
      const [from, to] = [olds.tableIndex(row), news.tableIndex(id)];
      call(from, row - (olds.bases[from] as number), to, id - (news.bases[to] as number));
    }
  }

  private match(row: number, id: number): Match {
    const by = JOINS[this.matching.joinedBy[id] as number] as JoinedBy;
    return { old: this.matching.olds.refOf(row), fresh: this.matching.news.refOf(id), by };
  }

  private isSet(id: number, bit: number): boolean {
    const word = this.masks[id * this.matching.words + (bit >> 5)] as number;
    return (word & (1 << (bit & 31))) !== 0;
  }

  /** True when a row changed in one of the columns of a mask. */
  private meets(id: number, mask: Uint32Array): boolean {
    const from = id * mask.length;
    for (let word = 0; word < mask.length; word++)
      if (((this.masks[from + word] as number) & (mask[word] as number)) !== 0) return true;
    return false;
  }

  private repeats({ old, fresh }: Indexed): Repeats {
    const groups = (index: LaneIndex, numbering: Numbering) =>
      index.repeated.map((head) => index.chain(head).map((id) => numbering.refOf(id)));
    return { old: groups(old, this.matching.olds), fresh: groups(fresh, this.matching.news) };
  }

  /** Rows whose username was another person's: what sorting a single column of a spreadsheet does. */
  private findCrossed(): Crossed[] {
    const { partner, joinedBy, olds, news, lanes } = this.matching;
    const [oldNames, newNames] = lanes.usernames;
    let index: LaneIndex | undefined;
    const crossed: Crossed[] = [];
    for (let id = 0; id < news.count; id++) {
      const row = partner[id] as number;
      if (row < 0 || JOINS[joinedBy[id] as number] !== 'key' || newNames.isEmpty(id)) continue;
      // Two hashes suffice to pass over what is the same; the index, dear to make, is for what is not.
      if (newNames.hash(id) === oldNames.hash(row)) continue;
      index ??= new LaneIndex(oldNames, () => true);
      const other = index.first(newNames, id);
      if (other >= 0)
        crossed.push({ fresh: news.refOf(id), byKey: olds.refOf(row), byUsername: olds.refOf(other) });
    }
    return crossed;
  }
}
