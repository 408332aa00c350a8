import type { UserListing } from '@/utils/core/itslearning-facts';
import { type Page, Unreadable } from '@/utils/ents/page';
import { controlsIn, findControls } from '@/utils/reading/control';
import { isLabel, type Label } from '@/utils/reading/labels';
import { isWhole, type Table } from '@/utils/reading/table';
import { ADMIN_TITLES, ORGANISATION } from './admin-titles';
import { placesByKey, readOf } from './cells';
import { honest } from './import-screen';
import { roleNamed } from './people-lines';
import { type ListedLine, PROFILE, peopleOf, peopleTable } from './people-table';
import { isOnlyAFrame, isTitled } from './screen';

const ID = 'itslearning/users';
const TITLE = 'Droits des utilisateurs et droits d’accès';
const ALL: Label = ['Tout', 'Tous', 'Toutes', 'Tous les profils', 'All', 'All profiles', 'Any', '-', ''];

/**
 * The list of accounts (source 001 §1.4 names the screen, no guide shows it): nothing is controlled on it, and whoever it
 * shows has an account, which tells strategies that name nobody here.
 */
export const usersPage: Page = {
  id: ID,
  title: TITLE,

  recognise: (document) => !isOnlyAFrame(document) && isTitled(document, ADMIN_TITLES.users),

  gather(document) {
    const table = peopleTable(document);
    if (!table)
      throw new Unreadable('la liste des utilisateurs, ou sa colonne «\u00A0Nom\u00A0», est introuvable');
    const listing = listingOn(document, honest(table, TITLE));
    const items = peopleOf(table).map((line) => {
      const { name, role = listing.role, organisation } = line;
      const at = { in: 'page', page: ID, key: keyOf(line) } as const;
      return { at, name, ...(role && { role }), ...(organisation && { organisation }) };
    });
    const complete = listing.whole && !listing.narrowed && !listing.role && !listing.organisation;
    return {
      listedUsers: { items, complete, read: readOf(items, listing.whole, table.pager?.total) },
      userListings: { items: [listing], complete: true },
    };
  },

  places(document) {
    const table = peopleTable(document);
    const people = table ? peopleOf(table) : [];
    const places = placesByKey(people.map((one) => [keyOf(one), one.element] as const));
    return table ? places.set(table.headers.find(Boolean) ?? '', table.element) : places;
  },
};

function keyOf({ cells, organisation = '' }: ListedLine): string {
  return `${cells}|${organisation}`;
}

function listingOn(document: Document, table: Table): UserListing {
  const { from, total, page, pages } = table.pager ?? {};
  const role = roleNamed(chosenIn(document, PROFILE) ?? '');
  const organisation = chosenIn(document, ORGANISATION);
  return {
    at: { in: 'page', page: ID, key: table.headers.find(Boolean) ?? '' },
    narrowed: isNarrowed(document, table.element),
    shown: table.rows.length,
    whole: isWhole(table),
    ...(role && { role }),
    ...(organisation && { organisation }),
    ...(from !== undefined && { from }),
    ...(total !== undefined && { total }),
    ...(page !== undefined && { page }),
    ...(pages !== undefined && { pages }),
  };
}

/** What a list of choices that filters was set to; `undefined` for « Tout ». */
function chosenIn(document: Document, label: Label): string | undefined {
  const [select] = findControls(document, label, 'select');
  return select && !isLabel(select.value, ALL) ? select.value : undefined;
}

/** True when something else than a known profile or a school leaves people out; choices of numbers are page sizes. */
function isNarrowed(document: Document, list: Element): boolean {
  const selects = (label: Label) => findControls(document, label, 'select').map(({ element }) => element);
  const [profiles, schools] = [selects(PROFILE), selects(ORGANISATION)];
  return controlsIn(document).some(({ element, kind, value }) => {
    if (list.contains(element)) return false;
    if (kind === 'text') return value.trim() !== '';
    if (kind !== 'select' || isLabel(value, ALL) || /^\s*\d+\s*$/.test(value)) return false;
    return !schools.includes(element) && !(profiles.includes(element) && roleNamed(value));
  });
}
