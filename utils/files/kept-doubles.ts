import { type Account, readAccount } from './accounts';
import type { Comparison } from './compare';
import { KnownHashes } from './hash-slots';
import type { MatchedRows } from './matched-rows';
import { keyHash } from './person-reader';
import type { TraitsOf } from './read-traits';

/** The people of both files who may bear the very key of somebody who left or arrived; text is made of these alone. */
export function keptDoubles(
  comparison: Comparison,
  matched: MatchedRows,
  gone: TraitsOf,
  arrived: TraitsOf,
): Account[] {
  if (arrived.traits.count === 0) return [];
  if (matched.isNobodyNear) return [];
  const keys = new KnownHashes(gone.traits.count + arrived.traits.count);
  for (const { traits, roleOf } of [gone, arrived]) {
    for (let at = 0; at < traits.count; at++) {
      const name = (traits.name[at] as number) || 1;
      keys.add(keyHash(roleOf(at), name, traits.day[at] as number, traits.postal[at] as number));
    }
  }
  const found = new Map<string, Account>();
  for (const spot of matched.whoMayBear(keys)) {
    const account = readAccount(comparison.fresh, spot);
    if (!arrived.counts.has(account.role)) continue;
    const { key, lastName, firstName, postalCode } = account.values;
    const id = key.trim() || `${account.role}|${lastName}|${firstName}|${postalCode}|${spot.row}`;
    if (!found.has(id)) found.set(id, account);
  }
  return [...found.values()];
}
