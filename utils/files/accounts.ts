import type { Anchor } from '@/utils/core/facts';
import type { KeyField, RosterPlatform, RosterRole } from '@/utils/core/roster-facts';
import type { Person, PersonProfile } from '@/utils/matching/person';
import type { Field } from './fields';
import type { FieldColumns, RosterProfile } from './headers';
import type { RosterTable } from './pairing';
import { anchorOf } from './roster';

/** A place in one of several tables. */
export interface Spot {
  table: number;
  row: number;
  /** Number of the repeated block; none for the row's own person. */
  block?: number;
}

/** What is read of an account: all that a platform recognises it by, and where it belongs. */
export type AccountValues = Record<KeyField | 'class' | 'level', string>;

/** Somebody in one of the files. */
export interface Account {
  role: RosterRole;
  values: AccountValues;
  /** Every place where the person stands, the first one first. */
  spots: [Spot, ...Spot[]];
  /** « NOM Prénom » of the pupils of a parent, of the parents of a pupil. */
  relatives: string[];
}

/** The fields that are read of an account, most needed first. */
export const ACCOUNT_FIELDS = [
  'key',
  'username',
  'lastName',
  'firstName',
  'birthDate',
  'postalCode',
  'class',
  'level',
] as const satisfies readonly Field[];

const ROLES: Record<RosterProfile, readonly RosterRole[]> = {
  pupils: ['pupil'],
  'pupils-and-parents': ['pupil', 'parent'],
  parents: ['parent'],
  teachers: ['teacher'],
  staff: ['staff'],
  guests: ['guest'],
  mixed: ['pupil', 'parent', 'teacher', 'staff', 'guest'],
};

/** Whose accounts a file of a profile holds. */
export function rolesOf(profile: RosterProfile): readonly RosterRole[] {
  return ROLES[profile];
}

/** Whose accounts a file holds. Without any sign, a birth date makes pupils of them. */
export function rolesIn({ layout }: RosterTable): readonly RosterRole[] {
  if (layout.profile) return ROLES[layout.profile];
  return layout.columns.birthDate ? ['pupil'] : ['staff'];
}

/** The platform that a file comes from; itslearning when nothing tells, since its consequence is the worse one. */
export function platformOf(rosters: readonly RosterTable[]): RosterPlatform {
  const kinds = rosters.map(({ layout }) => layout.kind);
  return !kinds.includes('itslearning') && kinds.some((kind) => kind !== 'unknown')
    ? 'edifice'
    : 'itslearning';
}

/** The fields that make a person's key (source 000 §1.4.A, facts edifice §5.3). */
export function keyFields(role: RosterRole): readonly KeyField[] {
  if (role === 'pupil') return ['key', 'lastName', 'firstName', 'birthDate'];
  if (role === 'parent') return ['key', 'lastName', 'firstName', 'postalCode'];
  return ['key', 'lastName', 'firstName'];
}

/** The columns of the person who stands at a place. */
export function columnsAt({ layout }: RosterTable, block: number | undefined): FieldColumns {
  return block === undefined ? layout.columns : (layout.blocks[block]?.columns ?? {});
}

/** Reads who stands at a place. */
export function readAccount(rosters: readonly RosterTable[], spot: Spot): Account {
  const roster = rosters[spot.table] as RosterTable;
  const columns = columnsAt(roster, spot.block);
  const read = (field: keyof AccountValues) => {
    const column = columns[field]?.[0];
    return column === undefined ? '' : roster.table.cell(spot.row, column);
  };
  // Written out: an object that grows field by field takes twice the room, and thousands are kept.
  const values: AccountValues = {
    key: read('key'),
    username: read('username'),
    lastName: read('lastName'),
    firstName: read('firstName'),
    birthDate: read('birthDate'),
    postalCode: read('postalCode'),
    class: read('class'),
    level: read('level'),
  };
  const role = spot.block === undefined ? roleAt(roster, spot.row) : 'parent';
  return { role, values, spots: [spot], relatives: relativesAt(roster, spot) };
}

/** True when nobody stands at a place: an empty block of a second parent. */
export function isNobody({ values }: Account): boolean {
  return (values.lastName + values.firstName + values.key + values.username).trim() === '';
}

/** The role of the person whom a row is about. */
export function roleAt(roster: RosterTable, row: number): RosterRole {
  const { table, layout } = roster;
  const type = layout.profile === 'mixed' ? layout.columns.type?.[0] : undefined;
  if (type === undefined) return rolesIn(roster)[0] ?? 'staff';
  const text = table.cell(row, type);
  if (/^(é|e)l(è|e)ve|student|apprenant/i.test(text)) return 'pupil';
  if (/parent|responsable|relative/i.test(text)) return 'parent';
  if (/enseign|teacher/i.test(text)) return 'teacher';
  return /invit|guest/i.test(text) ? 'guest' : 'staff';
}

/** The row's own person for somebody of a block; the people of the blocks for the row's own person. */
function relativesAt(roster: RosterTable, { row, block }: Spot): string[] {
  if (block !== undefined) return [nameIn(roster, row, roster.layout.columns)].filter(Boolean);
  return roster.layout.blocks.map(({ columns }) => nameIn(roster, row, columns)).filter(Boolean);
}

function nameIn({ table }: RosterTable, row: number, { lastName, firstName }: FieldColumns): string {
  const text = (column: number | undefined) => (column === undefined ? '' : table.cell(row, column));
  return `${text(lastName?.[0])} ${text(firstName?.[0])}`.trim();
}

/** « NOM Prénom », as the file writes it. */
export function labelOf({ values }: Account): string {
  return `${values.lastName} ${values.firstName}`.trim() || 'Sans nom';
}

/** The same for who stands at a place. */
export function labelAt(rosters: readonly RosterTable[], { table, row, block }: Spot): string {
  const roster = rosters[table] as RosterTable;
  return nameIn(roster, row, columnsAt(roster, block)) || 'Sans nom';
}

/** Where an account, or one of its cells, stands. */
export function anchorAt(rosters: readonly RosterTable[], spot: Spot, field?: Field): Anchor {
  const roster = rosters[spot.table] as RosterTable;
  const { row, block } = spot;
  return anchorOf(
    roster,
    { row, line: roster.table.lineOf(row), ...(block === undefined ? {} : { block }) },
    field,
  );
}

const PROFILES: Record<RosterRole, PersonProfile> = {
  pupil: 'pupil',
  parent: 'parent',
  teacher: 'teacher',
  staff: 'staff',
  guest: 'staff',
};

/** What the matching takes an account for. */
export function profileOf({ role }: Account): PersonProfile {
  return PROFILES[role];
}

/** An account as the matching reads people; `id` is the caller's. */
export function personOf({ role, values, relatives }: Account, id: number): Person {
  return {
    id,
    profile: PROFILES[role],
    lastName: values.lastName,
    firstName: values.firstName,
    ...(role === 'pupil' ? { birthDate: values.birthDate, className: values.class } : {}),
    ...(role === 'parent' ? { postalCode: values.postalCode } : {}),
    relatives,
  };
}

/** A text that names a place. */
export function spotName({ table, row, block }: Spot): string {
  return `${table}.${row}${block === undefined ? '' : `.${block}`}`;
}
