import type { RowRef } from './changed-rows';
import { LaneIndex, type Numbering } from './lanes';
import type { RowMatching } from './match-rows';
import type { RosterTable } from './pairing';
import { JOINS } from './row-joins';
import { WrittenCells, writtenAlike } from './written-cells';

/** A new row whose key belongs to one person and whose username belongs to another. */
export interface Crossed {
  fresh: RowRef;
  byKey: RowRef;
  byUsername: RowRef;
}

/** The values that stand on several rows of one side. */
export interface Repeats {
  old: readonly (readonly RowRef[])[];
  fresh: readonly (readonly RowRef[])[];
}

/** The keys, or usernames, that stand on several rows of one side. */
export function repeatsOf({ joins, keys, usernames }: RowMatching, field: 'key' | 'username'): Repeats {
  const { old, fresh } = field === 'key' ? keys : usernames;
  const groups = (index: LaneIndex, numbering: Numbering, sides: readonly RosterTable[]) => {
    const part = writtenAlike(numbering, columnOf(sides, field));
    return index.repeated.flatMap((head) =>
      part(index.chain(head)).map((rows) => rows.map((id) => numbering.refOf(id))),
    );
  };
  return { old: groups(old, joins.olds, joins.old), fresh: groups(fresh, joins.news, joins.fresh) };
}

function columnOf(sides: readonly RosterTable[], field: 'key' | 'username') {
  return sides.map(({ layout }) => layout.columns[field]?.[0]);
}

/** Rows whose username was another person's: what sorting a single column of a spreadsheet does. */
export function crossedRows({ joins, lanes }: RowMatching): Crossed[] {
  const { partner, joinedBy, olds, news } = joins;
  const [oldNames, newNames] = lanes.usernames;
  let index: LaneIndex | undefined;
  const before = new WrittenCells(olds, columnOf(joins.old, 'username'));
  const after = new WrittenCells(news, columnOf(joins.fresh, 'username'));
  const crossed: Crossed[] = [];
  for (let id = 0; id < news.count; id++) {
    const row = partner[id] as number;
    if (row < 0 || JOINS[joinedBy[id] as number] !== 'key' || newNames.isEmpty(id)) continue;
    // Two hashes suffice to pass over what is the same; the index, dear to make, is for what is not.
    if (newNames.hash(id) === oldNames.hash(row)) continue;
    index ??= new LaneIndex(oldNames, () => true);
    const other = index.first(newNames, id);
    if (other >= 0 && after.same(id, before, other))
      crossed.push({ fresh: news.refOf(id), byKey: olds.refOf(row), byUsername: olds.refOf(other) });
  }
  return crossed;
}
