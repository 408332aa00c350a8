import { isoDate } from '@/utils/core/context';
import type { Anchor, Facts, User } from '@/utils/core/facts';
import type { OpenUser } from '@/utils/core/screen-facts';

/** What a live reading said, kept true while the person works: the same object until something changes. */
export interface PresentFacts {
  facts(): Facts;
  learn(seen: Seen): void;
  /** All that was learnt since the reading. */
  learnt(): readonly Seen[];
  /** The addresses of the accounts that are no longer what was read. */
  treated(): readonly string[];
}

/** What a screen says of one person since. `detached` is said of a deleted account too: it is in the school no more. */
export type Seen = Pick<OpenUser, 'at' | 'detached' | 'preDeleted'>;
type Fate = Omit<Seen, 'at'>;

/** Follows what the screens of people show after a reading: whoever was detached since is no account of the school. */
export function presentFacts(read: Facts): PresentFacts {
  const fates = new Map<string, Fate>();
  const users = read.users;
  const byLink = new Map(users?.items.map((user) => [linkOf(user.at), user]));
  const linkByKey = new Map<string, string | undefined>();
  for (const { at } of users?.items ?? []) {
    const key = keyOf(at);
    linkByKey.set(key, linkByKey.has(key) ? undefined : linkOf(at));
  }
  let now = read;
  return {
    facts: () => now,
    treated: () =>
      [...fates].flatMap(([link, { detached, preDeleted }]) =>
        detached || preDeleted !== Boolean(byLink.get(link)?.preDeletedOn) ? link : [],
      ),
    learnt: () =>
      [...fates].flatMap(([link, fate]) => {
        const at = byLink.get(link)?.at;
        return at ? { at, ...fate } : [];
      }),
    learn({ at, detached, preDeleted }) {
      // « Identité » may be folded: then a name that nobody shares tells who it is.
      const link = linkOf(at) || linkByKey.get(keyOf(at));
      const user = link && byLink.get(link);
      if (!users || !link || !user) return;
      const before = fates.get(link) ?? { detached: false, preDeleted: Boolean(user.preDeletedOn) };
      if (before.detached === detached && before.preDeleted === preDeleted) return;
      fates.set(link, { detached, preDeleted });
      now = { ...read, users: { ...users, items: users.items.flatMap((one) => after(one, fates)) } };
    },
  };
}

function after(user: User, fates: ReadonlyMap<string, Fate>): User[] {
  const fate = fates.get(linkOf(user.at));
  if (!fate) return [user];
  if (fate.detached) return [];
  if (fate.preDeleted === Boolean(user.preDeletedOn)) return [user];
  return [{ ...user, preDeletedOn: fate.preDeleted ? isoDate(new Date()) : null }];
}

function linkOf(at: Anchor): string {
  return (at.in === 'page' && at.link) || '';
}

function keyOf(at: Anchor): string {
  return at.in === 'page' ? at.key : '';
}
