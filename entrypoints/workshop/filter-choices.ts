import type { DeletionGauge, RosterRole } from '@/utils/core/roster-facts';
import type { Account } from '@/utils/files/accounts';
import { classOf } from '@/utils/files/couple-facts';
import type { ListedRow } from './protocol';

/** What the lists of a control can be filtered by. */
export interface FilterChoices {
  profiles: RosterRole[];
  classes: string[];
}

/** What a control found, whole: the rows in words are only the first ones of long lists. */
export interface FoundPeople {
  people: Iterable<Account>;
  gauge?: DeletionGauge | undefined;
  rows: readonly ListedRow[];
}

/** « 6e 2 » before « 6e 10 ». Made once: each comparison of two texts with options would make its own. */
const BY_NUMBER = new Intl.Collator('fr', { numeric: true });

/** The profiles and classes of everybody of whom something is told, shown or not. */
export function filterChoices({ people, gauge, rows }: FoundPeople): FilterChoices {
  const profiles = new Set<RosterRole>();
  const classes = new Set<string>();
  for (const { profile, className } of rows) {
    if (profile) profiles.add(profile);
    if (className) classes.add(className);
  }
  for (const account of people) {
    profiles.add(account.role);
    const className = classOf(account);
    if (className !== '') classes.add(className);
  }
  for (const { profile, unexpected } of gauge?.byProfile ?? []) if (unexpected > 0) profiles.add(profile);
  for (const { label, unexpected } of gauge?.byClass ?? []) if (unexpected > 0) classes.add(label);
  return { profiles: [...profiles], classes: [...classes].sort(BY_NUMBER.compare) };
}
