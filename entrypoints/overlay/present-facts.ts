import { isoDate } from '@/utils/core/context';
import type { Facts, User } from '@/utils/core/facts';
import type { OpenUser } from '@/utils/core/screen-facts';

/** What a live reading said, kept true while the person works: the same object until something changes. */
export interface PresentFacts {
  facts(): Facts;
  learn(open: OpenUser): void;
}

type Fate = Pick<OpenUser, 'detached' | 'preDeleted'>;

/** Follows what the screens of people show after a reading: whoever was detached since is no account of the school. */
export function presentFacts(read: Facts): PresentFacts {
  const fates = new Map<string, Fate>();
  const byLink = new Map(read.users?.items.map((user) => [linkOf(user), user]));
  let now = read;
  return {
    facts: () => now,
    learn({ at, detached, preDeleted }) {
      const link = at.in === 'page' ? at.link : undefined;
      const user = link !== undefined && byLink.get(link);
      if (!read.users || !link || !user) return;
      const before = fates.get(link) ?? { detached: false, preDeleted: Boolean(user.preDeletedOn) };
      if (before.detached === detached && before.preDeleted === preDeleted) return;
      fates.set(link, { detached, preDeleted });
      const items = read.users.items.flatMap((one) => after(one, fates.get(linkOf(one))));
      now = { ...read, users: { ...read.users, items } };
    },
  };
}

function after(user: User, fate: Fate | undefined): User[] {
  if (!fate) return [user];
  if (fate.detached) return [];
  if (fate.preDeleted === Boolean(user.preDeletedOn)) return [user];
  return [{ ...user, preDeletedOn: fate.preDeleted ? isoDate(new Date()) : null }];
}

function linkOf({ at }: User): string {
  return (at.in === 'page' && at.link) || '';
}
