import { type ChangedRow, ChangedRows, type Match, type RowChange, type RowRef } from './changed-rows';
import type { Field } from './fields';
import { RowMatching } from './match-rows';
import { type ComparedColumn, inOneEncoding, type Pairing, type RosterTable } from './pairing';
import { type Crossed, crossedRows, type Repeats, repeatsOf } from './repeated-rows';
import type { Between, RowJoins } from './row-joins';
import type { Table } from './table';

/** How many of the matched rows differ in a column: a change of all rows is one finding, not thousands. */
export interface ColumnCount {
  header: string;
  field?: Field;
  block?: number;
  changed: number;
  compared: number;
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
  private readonly joins: RowJoins;
  private readonly changed: ChangedRows;
  private readonly counts: readonly { fresh: number; compared: number; unchanged: number }[];

  constructor(
    readonly old: readonly RosterTable[],
    readonly fresh: readonly RosterTable[],
  ) {
    const tables = inOneEncoding([...old, ...fresh]);
    const matching = new RowMatching(tables.slice(0, old.length), tables.slice(old.length));
    const { joins } = matching;
    const { olds, news, partner, taken, words } = joins;
    // The matching itself is let go: the keys of all rows take more room than all that is kept.
    this.joins = joins;
    const masks = new Uint32Array(news.count * words);
    this.changed = new ChangedRows(joins, masks, old, fresh);
    const tallies = new Map<Between, { counts: number[]; compared: number; unchanged: number }>();
    let [last, tally] = [
      undefined as Between | undefined,
      { counts: [] as number[], compared: 0, unchanged: 0 },
    ];
    for (let id = 0; id < news.count; id++) {
      const row = partner[id] as number;
      if (row < 0) continue;
      const between = joins.between(olds.tableIndex(row), news.tableIndex(id));
      if (between !== last) {
        last = between;
        tally = tallies.get(between) ?? {
          counts: between.pairing.columns.map(() => 0),
          compared: 0,
          unchanged: 0,
        };
        tallies.set(between, tally);
      }
      const changed = between.comparer.compare(
        olds.rowOf(row),
        news.rowOf(id),
        masks,
        id * words,
        tally.counts,
      );
      if (changed > 0 && this.changed.isMistaken(id, between)) {
        this.changed.forget(id, tally.counts);
        joins.part(row, id);
        continue;
      }
      tally.compared++;
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
    this.repeatedKeys = repeatsOf(matching, 'key');
    this.repeatedUsernames = repeatsOf(matching, 'username');
    this.crossed = crossedRows(matching);
  }

  matchOf(fresh: RowRef): Match | undefined {
    const id = (this.joins.news.bases[fresh.table] ?? 0) + fresh.row;
    const row = this.joins.partner[id] ?? -1;
    return row < 0 ? undefined : this.changed.match(row, id);
  }

  changes(field?: Field): Generator<RowChange> {
    return this.changed.changes(field);
  }

  changedIn(wanted: (column: ComparedColumn) => boolean): Generator<ChangedRow> {
    return this.changed.changedIn(wanted);
  }

  hashesOf(field: 'class' | 'level', side: 'old' | 'fresh', table: number): Int32Array {
    const { classes, levels, olds, news } = this.joins;
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

  eachMatch(call: (oldTable: number, oldRow: number, freshTable: number, freshRow: number) => void): void {
    const { partner, news, olds } = this.joins;
    for (let id = 0; id < news.count; id++) {
      const row = partner[id] as number;
      if (row < 0) continue;
      const [from, to] = [olds.tableIndex(row), news.tableIndex(id)];
      call(from, row - (olds.bases[from] as number), to, id - (news.bases[to] as number));
    }
  }
}
