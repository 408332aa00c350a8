import type { Anchor, Facts } from '@/utils/core/facts';
import type { OpenUser } from '@/utils/core/screen-facts';

/** The console asks before it deletes: an answer that takes longer than this is that of another click, in ms. */
const ANSWER_MS = 120_000;

/** Tells which account the person has really deleted: the click alone proves nothing, the console asks again after it. */
export interface DeletedUsers {
  /** « Supprimer le compte » went through to the console; `shown` is what the screen showed then, and of whom. */
  clicked(shown: Facts): void;
  /** The person whose account the screen now proves gone, once. */
  look(shown: Facts): Anchor | undefined;
}

/** What the list of people says, row by row and in all. */
type List = NonNullable<Facts['userRows']>;

export function deletedUsers(now: () => number): DeletedUsers {
  let asked: { at: Anchor; before: List | undefined; until: number } | undefined;
  return {
    clicked({ openUser, userRows }) {
      const at = openUser?.items[0]?.at;
      asked = at && { at, before: userRows, until: now() + ANSWER_MS };
    },
    look({ openUser, userRows }) {
      if (!asked || !userRows) return undefined;
      const { at, before, until } = asked;
      const open = openUser?.items[0];
      if (open && isSame(open, at)) return undefined;
      const gone = before !== undefined && hasLost(at, before, userRows);
      if (gone || open || now() > until) asked = undefined;
      return gone ? at : undefined;
    },
  };
}

function isSame(open: OpenUser, at: Anchor): boolean {
  return open.at.in === 'page' && at.in === 'page' && open.at.key === at.key;
}

/** The list is the same but for this person's row, or but for one account in all where the row wasn't shown. */
function hasLost(at: Anchor, before: List, after: List): boolean {
  const [was, is] = [countKeys(before), countKeys(after)];
  const key = at.in === 'page' ? at.key : '';
  const had = was.get(key) ?? 0;
  const others = [...was].every(([one, count]) => one === key || (is.get(one) ?? 0) >= count);
  if (had > 0) return others && (is.get(key) ?? 0) === had - 1;
  const [total, left] = [before.read?.total, after.read?.total];
  return total !== undefined && left === total - 1;
}

function countKeys({ items }: List): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { at } of items) if (at.in === 'page') counts.set(at.key, (counts.get(at.key) ?? 0) + 1);
  return counts;
}
