import type { RowRef } from './changed-rows';
import { LaneIndex, type Numbering } from './lanes';
import type { Indexed, RowMatching } from './match-rows';
import { JOINS } from './row-joins';

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

/** The values of a lane that stand on several rows. */
export function repeatsOf({ joins }: RowMatching, { old, fresh }: Indexed): Repeats {
  const groups = (index: LaneIndex, numbering: Numbering) =>
    index.repeated.map((head) => index.chain(head).map((id) => numbering.refOf(id)));
  return { old: groups(old, joins.olds), fresh: groups(fresh, joins.news) };
}

/** Rows whose username was another person's: what sorting a single column of a spreadsheet does. */
export function crossedRows({ joins, lanes }: RowMatching): Crossed[] {
  const { partner, joinedBy, olds, news } = joins;
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
