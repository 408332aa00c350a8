import {
  type Anchor,
  anchorKey,
  type FactName,
  type Facts,
  type Gathered,
  type Located,
  type Member,
  type Membership,
} from './facts';

/**
 * Adds a fresher reading to an older one. The fresher wins field by field; when it is complete, what it no longer
 * shows is gone. Things that share a key (two groups of one name) are never melted into one.
 */
export function mergeFacts(older: Facts, fresher: Facts): Facts {
  const names = new Set([...Object.keys(older), ...Object.keys(fresher)]) as Set<FactName>;
  const merged: Partial<Record<FactName, Gathered<Located>>> = {};
  for (const name of names) {
    const base: Gathered<Located> | undefined = older[name];
    const fresh: Gathered<Located> | undefined = fresher[name];
    const either = base && fresh ? mergeLists(base, fresh) : (fresh ?? base);
    if (either) merged[name] = either;
  }
  return merged as Facts;
}

function mergeLists(base: Gathered<Located>, fresh: Gathered<Located>): Gathered<Located> {
  const before = byKey(base.items);
  const after = byKey(fresh.items);
  const items: Located[] = [];
  for (const [key, old] of before) {
    const now = after.get(key);
    if (!now) {
      if (!fresh.complete) items.push(...old);
    } else if (old.length === 1 && now.length === 1) {
      items.push(mergeItem(old[0] as Located, now[0] as Located));
    } else {
      items.push(...(old.length === now.length ? old : now));
    }
  }
  for (const [key, now] of after) if (!before.has(key)) items.push(...now);
  const read = fresh.complete ? fresh.read : (base.read ?? fresh.read);
  return { items, complete: base.complete || fresh.complete, ...(read && { read }) };
}

function mergeItem(old: Located, now: Located): Located {
  const merged = { ...old, ...now, at: { ...old.at, ...now.at } as Anchor };
  if (!('members' in old && 'members' in now)) return merged;
  const membership = { ...merged, members: mergeMembers(old as Membership, now as Membership) };
  return membership as Located;
}

/** The fresher list says who is in the group; what was known of each person's attachment is kept. */
function mergeMembers(old: Membership, now: Membership): Member[] {
  const known = new Map<string, Member | undefined>();
  for (const one of old.members) {
    const key = `${one.name}|${one.profile}`;
    known.set(key, known.has(key) ? undefined : one);
  }
  return now.members.map((one) => ({ ...known.get(`${one.name}|${one.profile}`), ...one }));
}

function byKey(items: readonly Located[]): Map<string, Located[]> {
  const map = new Map<string, Located[]>();
  for (const item of items) {
    const key = anchorKey(item.at);
    const same = map.get(key);
    if (same) same.push(item);
    else map.set(key, [item]);
  }
  return map;
}
