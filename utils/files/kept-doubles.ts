import { type Account, readAccount } from './accounts';
import type { Comparison } from './compare';
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
  const roles = new Set(arrived.roles);
  if (arrived.traits.count === 0) return [];
  const near = matched.nearPeople;
  if (near.length === 0) return [];
  const among = new Set(near.map(({ hash }) => hash));
  const wanted = new Set<number>();
  for (const { traits, roles: own } of [gone, arrived]) {
    for (let at = 0; at < traits.count; at++) {
      const name = traits.name[at] as number;
      const day = traits.day[at] as number;
      const postal = traits.postal[at] as number;
      const hash = keyHash(own[at] ?? 'staff', name || 1, day, postal);
      if (among.has(hash)) wanted.add(hash);
    }
  }
  const found = new Map<string, Account>();
  for (const { hash, table, row, block } of near) {
    if (!wanted.has(hash)) continue;
    const account = readAccount(comparison.fresh, { table, row, ...(block === undefined ? {} : { block }) });
    if (!roles.has(account.role)) continue;
    const { key, lastName, firstName, postalCode } = account.values;
    const id = key.trim() || `${account.role}|${lastName}|${firstName}|${postalCode}|${row}`;
    if (!found.has(id)) found.set(id, account);
  }
  return [...found.values()];
}
