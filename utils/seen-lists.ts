import type { RosterRole } from './core/roster-facts';
import { type ListedPerson, orders, type WhoIsHere } from './matching/who-is-here';
import type { SeenPeople, SeenPerson, SeenSoFar } from './reference-messages';

/** The lists of the ENT that one tab has shown: names in memory only, for as long as the tab is open. */
export interface SeenLists {
  learn(shown: SeenPeople): SeenSoFar | null;
  /** Every name shown, in each order: whoever bears it is here. */
  names(): ReadonlySet<string>;
  /** The lists of accounts that were read to their end, as a list of who is here; `undefined` when none was. */
  reference(): (Omit<WhoIsHere, 'seen'> & { list: string }) | undefined;
  /** French: how much was read of a list that is no reference yet. */
  unfinished(): string | undefined;
}

type Listing = NonNullable<SeenPeople['listing']>;

/** One list of accounts, by what it was asked for; people by their rank, so that no page counts twice. */
interface Accounts extends Pick<Listing, 'role' | 'organisation' | 'total' | 'pages'> {
  people: Map<number, SeenPerson>;
  /** Pages of which the rows have no rank. */
  leaves: Set<number>;
  ended: boolean;
}

const ROLES: readonly RosterRole[] = ['pupil', 'parent', 'teacher', 'staff', 'guest'];
/** Where only the number of a page is known: more than any page has rows. */
const PAGE_ROWS = 100_000;
const SCREEN = '«\u00A0Droits des utilisateurs et droits d’accès\u00A0»';

/** Begins with nothing seen. */
export function seenLists(): SeenLists {
  const names = new Set<string>();
  const lists = new Map<string, Accounts>();
  return {
    learn({ people, listing }) {
      for (const { name } of people) for (const order of orders(name)) names.add(order);
      if (!listing) return null;
      // A search by name shows who is there, and never that somebody isn't.
      if (listing.narrowed) return { read: people.length, whole: false };
      const key = [listing.role, listing.organisation].join('|');
      const former = lists.get(key);
      const accounts = former && isSameList(former, listing) ? former : newList(listing);
      lists.set(key, accounts);
      take(accounts, people, listing);
      return soFar(accounts);
    },
    names: () => names,
    reference() {
      const whole = [...lists.values()].filter((one) => soFar(one).whole);
      if (whole.length === 0) return undefined;
      const read = countIn(whole);
      return {
        people: whole.flatMap(listedIn),
        roles: new Set(whole.flatMap(({ role }) => role ?? ROLES)),
        list: `${read.toLocaleString('fr-FR')} ${read > 1 ? 'comptes lus' : 'compte lu'} dans ${SCREEN}, dans cet onglet`,
      };
    },
    unfinished() {
      const all = [...lists.values()];
      if (all.length === 0) return undefined;
      const total = all.length === 1 ? all[0]?.total : undefined;
      const of = total === undefined ? '' : ` sur ${total.toLocaleString('fr-FR')}`;
      return `${SCREEN}\u00A0: ${countIn(all).toLocaleString('fr-FR')} comptes lus${of}. La liste n’est pas entière\u00A0: parcourez-en toutes les pages.`;
    },
  };
}

/** Accounts were added or removed meanwhile, or pages are of another size: ranks are no longer the same. */
function isSameList(former: Accounts, { total, pages, whole }: Listing): boolean {
  return !whole && former.total === total && (total !== undefined || former.pages === pages);
}

function newList({ role, organisation, total, pages }: Listing): Accounts {
  return {
    ...(role && { role }),
    ...(organisation && { organisation }),
    ...(total !== undefined && { total }),
    ...(pages !== undefined && { pages }),
    people: new Map(),
    leaves: new Set(),
    ended: false,
  };
}

function take(accounts: Accounts, people: readonly SeenPerson[], listing: Listing): void {
  const { from, page, whole } = listing;
  if (whole) accounts.ended = true;
  const first = from ?? (page === undefined ? 1 : page * PAGE_ROWS);
  if (from === undefined && page !== undefined) accounts.leaves.add(page);
  for (const [at, person] of people.entries()) accounts.people.set(first + at, person);
}

function soFar({ people, role, total, pages, leaves, ended }: Accounts): SeenSoFar {
  const read = people.size;
  const byRank = total !== undefined && read >= total;
  const byPage = total === undefined && pages !== undefined && leaves.size >= pages;
  return {
    read,
    ...(total !== undefined && { total }),
    ...(role && { role }),
    whole: ended || byRank || byPage,
  };
}

function listedIn({ people, role, organisation }: Accounts): ListedPerson[] {
  return [...people.values()].map((person) => {
    const own = { role: person.role ?? role, organisation: person.organisation ?? organisation };
    return {
      lastName: person.name,
      firstName: '',
      ...(own.role && { role: own.role }),
      ...(own.organisation && { organisation: own.organisation }),
    };
  });
}

function countIn(lists: readonly Accounts[]): number {
  return lists.reduce((sum, { people }) => sum + people.size, 0);
}
