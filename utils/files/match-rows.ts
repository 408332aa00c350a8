import { edificeIdentity } from './edifice-identity';
import { Lane, LaneIndex, maybeRepeated, type Numbering } from './lanes';
import type { RosterTable } from './pairing';
import { type JoinedBy, RowJoins } from './row-joins';

/** Above this many rows with one key, rows are paired in order: a file of one key repeated must not take minutes. */
const MAX_GROUP = 40;

/** Rows looked at for one that carries on in the same order; beyond, the index finds it. */
const LOOK_AHEAD = 6;
/** Rows more that are looked at when as many could not be joined: the step would be lost for all that follow. */
const MOST_MISSED = 32;

/** The rows of a lane on each side, found by value. */
export interface Indexed {
  old: LaneIndex;
  fresh: LaneIndex;
}

/** Finds which old row each new row carries on. Rows of each side are numbered in one sequence. */
export class RowMatching {
  readonly joins: RowJoins;
  /** The key and the username of every row, old side then new side. */
  readonly lanes: { keys: [Lane, Lane]; usernames: [Lane, Lane] };
  /** Rows whose key, or username, was not joined in step or may be repeated: all that the joins must look up. */
  readonly keys: Indexed;
  readonly usernames: Indexed;

  /** Both sides must have one and the same encoding. */
  constructor(old: readonly RosterTable[], fresh: readonly RosterTable[]) {
    this.joins = new RowJoins(old, fresh);
    const { olds, news, classes, levels } = this.joins;
    const [oldKeys, oldNames] = lanesOf(olds, old, [classes[0], levels[0]]);
    const [newKeys, newNames] = lanesOf(news, fresh, [classes[1], levels[1]]);
    this.lanes = { keys: [oldKeys, newKeys], usernames: [oldNames, newNames] };
    const [oldTwins, newTwins] = [maybeRepeated(oldKeys), maybeRepeated(newKeys)];
    this.joinInStep(oldTwins, newTwins);
    this.keys = this.index(oldKeys, newKeys, oldTwins, newTwins);
    this.join(this.keys, 'key');
    this.usernames = this.index(oldNames, newNames, maybeRepeated(oldNames), maybeRepeated(newNames));
    this.join(this.usernames, 'username');
    this.joinByIdentity();
  }

  /**
   * Most new files keep the order of the old one: a row usually carries on the row after the last one found, or one a
   * little further when people in between have left. Only rows whose key stands nowhere else are joined this way.
   */
  private joinInStep(oldTwins: Uint8Array, newTwins: Uint8Array): void {
    const [oldKeys, newKeys] = this.lanes.keys;
    let expected = 0;
    let missed = 0;
    for (let id = 0; id < newKeys.count; id++) {
      if (newKeys.isEmpty(id)) continue;
      missed = Math.min(MOST_MISSED, missed + 1);
      if (newTwins[id]) continue;
      const last = Math.min(oldKeys.count, expected + LOOK_AHEAD + missed);
      for (let row = expected; row < last; row++) {
        if (oldTwins[row] || !newKeys.same(id, oldKeys, row)) continue;
        this.joins.pair(row, id, 'key');
        expected = row + 1;
        missed = 0;
        break;
      }
    }
  }

  private index(old: Lane, fresh: Lane, oldTwins: Uint8Array, newTwins: Uint8Array): Indexed {
    return {
      old: new LaneIndex(old, (row) => !this.joins.taken[row] || oldTwins[row] === 1),
      fresh: new LaneIndex(fresh, (id) => this.joins.partner[id] === -1 || newTwins[id] === 1),
    };
  }

  private join({ old, fresh }: Indexed, by: JoinedBy): void {
    for (const id of fresh.firsts) {
      const head = old.first(fresh.lane, id);
      if (head < 0) continue;
      if (old.next(head) >= 0 || fresh.next(id) >= 0) this.pairGroup(old.chain(head), fresh.chain(id), by);
      else if (this.joins.partner[id] === -1 && !this.joins.taken[head]) this.joins.pair(head, id, by);
    }
  }

  /** Several rows with one value: those that differ least belong together, within a profile first. */
  private pairGroup(oldRows: readonly number[], newRows: readonly number[], by: JoinedBy): void {
    const free = oldRows.filter((row) => !this.joins.taken[row]);
    const waiting = newRows.filter((row) => this.joins.partner[row] === -1);
    if (free.length > MAX_GROUP || waiting.length > MAX_GROUP) {
      const pairs = Math.min(free.length, waiting.length);
      for (let at = 0; at < pairs; at++) this.joins.pair(free[at] as number, waiting[at] as number, by);
      return;
    }
    const candidates = waiting.flatMap((id) => free.map((row) => ({ row, id, cost: this.cost(row, id) })));
    for (const { row, id } of candidates.sort((a, b) => a.cost - b.cost)) {
      if (!this.joins.taken[row] && this.joins.partner[id] === -1) this.joins.pair(row, id, by);
    }
  }

  private cost(row: number, id: number): number {
    const { old, fresh, comparer } = this.joins.between(
      this.joins.olds.tableIndex(row),
      this.joins.news.tableIndex(id),
    );
    const otherProfile = this.joins.old[old]?.layout.profile !== this.joins.fresh[fresh]?.layout.profile;
    const mask = new Uint32Array(this.joins.words);
    return (
      comparer.compare(this.joins.olds.rowOf(row), this.joins.news.rowOf(id), mask, 0) +
      (otherProfile ? 1000 : 0)
    );
  }

  /** Only rows without a key on one side: two different keys are two accounts for the platform. */
  private joinByIdentity(): void {
    const free = identities(this.joins.old, this.joins.olds, (id) => !this.joins.taken[id]);
    if (free.size === 0) return;
    for (const [identity, id] of identities(
      this.joins.fresh,
      this.joins.news,
      (row) => this.joins.partner[row] === -1,
    )) {
      const row = free.get(identity) ?? -1;
      if (id < 0 || row < 0) continue;
      if (this.lanes.keys[0].isEmpty(row) || this.lanes.keys[1].isEmpty(id))
        this.joins.pair(row, id, 'identity');
    }
  }
}

/** Rows by Edifice identity; -1 where several rows share one, since the platform then recognises none. */
function identities(
  sides: readonly RosterTable[],
  numbering: Numbering,
  isFree: (id: number) => boolean,
): Map<string, number> {
  const found = new Map<string, number>();
  for (let id = 0; id < numbering.count; id++) {
    const side = sides[numbering.tableIndex(id)] as RosterTable;
    if (side.layout.kind !== 'edifice' && side.layout.kind !== 'onde') {
      id = (numbering.bases[numbering.tableIndex(id)] as number) + side.table.rowCount - 1;
      continue;
    }
    const identity = isFree(id) ? edificeIdentity(side, numbering.rowOf(id)) : undefined;
    if (identity) found.set(identity, found.has(identity) ? -1 : id);
  }
  return found;
}

/** Keys and usernames; the hashes of class and level are read on the way, since each scan of the rows costs. */
function lanesOf(
  numbering: Numbering,
  sides: readonly RosterTable[],
  [classes, levels]: [Int32Array, Int32Array],
): [Lane, Lane] {
  const columnOf = (field: 'key' | 'username' | 'class' | 'level') =>
    sides.map(({ layout }) => layout.columns[field]?.[0]);
  return Lane.read(
    numbering,
    [columnOf('key'), columnOf('username')],
    [
      { columns: columnOf('class'), hashes: classes },
      { columns: columnOf('level'), hashes: levels },
    ],
  ) as [Lane, Lane];
}
