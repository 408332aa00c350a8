import type { Facts } from '@/utils/core/facts';
import type { AccountDays } from '@/utils/import-messages';

/**
 * When the accounts that files made were created and pre-deleted, day by day and without a name: what an import did, as the
 * console's own list shows it. Nothing of a list that is not whole.
 */
export function accountDays({ users }: Facts): AccountDays[] {
  if (!users?.complete) return [];
  const profiles = new Map<string, AccountDays>();
  for (const { profile, source, createdOn, preDeletedOn } of users.items) {
    if (!profile) continue;
    const days = profiles.get(profile) ?? { profile, created: {}, preDeleted: {} };
    profiles.set(profile, days);
    if (source !== 'CSV') continue;
    if (createdOn) days.created[createdOn] = (days.created[createdOn] ?? 0) + 1;
    if (preDeletedOn) days.preDeleted[preDeletedOn] = (days.preDeleted[preDeletedOn] ?? 0) + 1;
  }
  return [...profiles.values()];
}
