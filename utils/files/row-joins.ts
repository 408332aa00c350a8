import { Numbering } from './lanes';
import { type Pairing, pairColumns, type RosterTable, RowComparer } from './pairing';

/** How two rows were recognised as one person; `identity` is Edifice's own rule for rows without `externalid`. */
export type JoinedBy = 'key' | 'username' | 'identity';

/** The ways of recognising a person, surest first; rows remember theirs by its position. */
export const JOINS: readonly JoinedBy[] = ['key', 'username', 'identity'];

/** Two tables brought together: their columns, and what compares their rows. */
export interface Between {
  old: number;
  fresh: number;
  pairing: Pairing;
  comparer: RowComparer;
  /** Position in `pairing.columns` of what tells a person, by the position in `JOINS`; -1 where it is no single column. */
  telling: readonly number[];
}

/** Which old row each new row carries on: what is kept once the keys that told it are not needed any more. */
export class RowJoins {
  readonly olds: Numbering;
  readonly news: Numbering;
  /** Old row of each new row, or -1. */
  readonly partner: Int32Array;
  /** Position in `JOINS` of how each new row was recognised. */
  readonly joinedBy: Uint8Array;
  /** 1 for each old row that a new row carries on. */
  readonly taken: Uint8Array;
  /** 32-bit words that a mask of changed columns takes. */
  readonly words: number;
  /** Hashes of the class and of the level of every row, old side then new side; 0 where there is none. */
  readonly classes: [Int32Array, Int32Array];
  readonly levels: [Int32Array, Int32Array];
  private readonly betweens: (Between | undefined)[] = [];

  /** Both sides must have one and the same encoding. */
  constructor(
    readonly old: readonly RosterTable[],
    readonly fresh: readonly RosterTable[],
  ) {
    this.olds = new Numbering(old.map(({ table }) => table));
    this.news = new Numbering(fresh.map(({ table }) => table));
    this.partner = new Int32Array(this.news.count).fill(-1);
    this.joinedBy = new Uint8Array(this.news.count);
    this.taken = new Uint8Array(this.olds.count);
    this.words = Math.max(1, ...old.map(({ table }) => Math.ceil(table.header.length / 32)));
    this.classes = [new Int32Array(this.olds.count), new Int32Array(this.news.count)];
    this.levels = [new Int32Array(this.olds.count), new Int32Array(this.news.count)];
  }

  /** What brings an old table and a new table together, made once. */
  between(old: number, fresh: number): Between {
    const name = old * this.fresh.length + fresh;
    const known = this.betweens[name];
    if (known) return known;
    const [a, b] = [this.old[old], this.fresh[fresh]] as [RosterTable, RosterTable];
    const pairing = pairColumns(a, b);
    const telling = JOINS.map((by) =>
      pairing.columns.findIndex(({ field, block }) => field === by && block === undefined),
    );
    const made = { old, fresh, pairing, comparer: new RowComparer(a.table, b.table, pairing), telling };
    this.betweens[name] = made;
    return made;
  }

  /** Parts two rows that were joined. */
  part(row: number, id: number): void {
    this.partner[id] = -1;
    this.taken[row] = 0;
  }

  /** Joins two rows. */
  pair(row: number, id: number, by: JoinedBy): void {
    this.partner[id] = row;
    this.joinedBy[id] = by === 'key' ? 0 : JOINS.indexOf(by);
    this.taken[row] = 1;
  }
}
