import type { RepeatedKey, RosterPlatform } from '@/utils/core/roster-facts';
import { type Account, anchorAt, labelOf, readAccount } from './accounts';
import type { RowRef } from './changed-rows';
import type { Found } from './examine';

/** Rows of one key that are read: a key pasted over a whole column must not be read whole. */
const READ = 50;

/**
 * Keys and usernames that stand on several rows of the new files. Not those that the export repeats as often, nor the
 * rows of one and the same parent.
 */
export function repeatedKeys(found: Found, platform: RosterPlatform): RepeatedKey[] {
  const { comparison, repeatedParents } = found;
  const repeated: RepeatedKey[] = [];
  const tell = (field: RepeatedKey['field'], accounts: readonly Account[]) => {
    const [first, ...others] = accounts;
    if (!first) return;
    const at = ({ spots: [spot] }: Account) => anchorAt(comparison.fresh, spot, field);
    repeated.push({
      at: at(first),
      field,
      value: first.values[field].trim(),
      people: [...new Set(accounts.map(labelOf))],
      others: others.map(at),
      platform,
    });
  };
  for (const field of ['key', 'username'] as const) {
    const groups = field === 'key' ? comparison.repeatedKeys : comparison.repeatedUsernames;
    const before = new Map<string, number>();
    for (const rows of groups.old) {
      const [first] = accountsOf(rows.slice(0, 1), comparison.old);
      if (first) before.set(first.values[field].trim(), rows.length);
    }
    for (const rows of groups.fresh) {
      const accounts = accountsOf(rows.slice(0, READ), comparison.fresh);
      const [first] = accounts;
      if (!first || (before.get(first.values[field].trim()) ?? 0) >= rows.length) continue;
      if (first.role === 'parent' && accounts.every((one) => isSamePerson(first, one))) continue;
      tell(field, accounts);
    }
  }
  for (const writings of repeatedParents) tell('key', writings);
  return repeated;
}

function accountsOf(rows: readonly RowRef[], rosters: Found['comparison']['old']): Account[] {
  return rows.map(({ table, row }) => readAccount(rosters, { table, row }));
}

function isSamePerson({ values: one }: Account, { values: other }: Account): boolean {
  return (
    one.key === other.key &&
    one.lastName === other.lastName &&
    one.firstName === other.firstName &&
    one.postalCode === other.postalCode
  );
}
