import type { Label } from '@/utils/reading/labels';
import { findTable, type Table, type TableRow } from '@/utils/reading/table';
import { ORGANISATION } from './admin-titles';
import { cellOf } from './cells';
import { type PersonLine, roleNamed } from './people-lines';

const LAST: Label = ['Nom', 'Nom de famille', 'Last name', 'Surname'];
const FIRST: Label = ['Prénom', 'First name'];
const ACCOUNT: Label = [
  "Nom d'utilisateur",
  'Identifiant',
  'Login',
  'Adresse e-mail',
  'E-mail',
  'Username',
  'Email',
  'Email address',
];
/** Heads the column of whole names. */
export const WHOLE_NAME: Label = [
  'Nom',
  'Nom Prénom',
  'Nom et prénom',
  'Prénom Nom',
  'Prénom et nom',
  'Nom complet',
  'Utilisateur',
  'Utilisateurs',
  'Name',
  'Full name',
  'User',
  'Users',
];
export const PROFILE: Label = ['Profil', 'Profils', 'Profile', 'Profiles', 'Rôle', 'Role'];

/** Somebody of a table of people. */
export interface ListedLine extends PersonLine {
  /** The school or site that the row names. */
  organisation?: string;
  /** The cells that hold the name, last name first. */
  cells: string;
}

/** One header alone would be found in any block: a list of people has another column, or is read line by line. */
export function peopleTable(within: ParentNode & Node): Table | undefined {
  const beside = [PROFILE, ORGANISATION, ACCOUNT].map((label) => findTable(within, [WHOLE_NAME, label]));
  const found = [findTable(within, [LAST, FIRST]), ...beside].filter((table) => table !== undefined);
  return found.find(({ rows }) => rows.length > 0) ?? found[0];
}

/** The people of rows of such a table; a row that bears the name of a profile is nobody. */
export function peopleOf(table: Table, rows: readonly TableRow[] = table.rows): ListedLine[] {
  return rows.flatMap((row): ListedLine[] => {
    const first = cellOf(table, row, FIRST);
    const last = first ? cellOf(table, row, LAST) : cellOf(table, row, WHOLE_NAME);
    const role = roleNamed(cellOf(table, row, PROFILE));
    const organisation = cellOf(table, row, ORGANISATION);
    const name = `${last} ${first}`.trim();
    if (name === '' || roleNamed(name)) return [];
    const own = { ...(role && { role }), ...(organisation && { organisation }) };
    return [{ name, cells: `${last}|${first}`, element: row.element, ...own }];
  });
}
