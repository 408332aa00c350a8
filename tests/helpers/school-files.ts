import { openTable } from '@/utils/files/csv';
import { encodeText } from '@/utils/files/encoding';
import { recogniseLayout } from '@/utils/files/headers';
import type { RosterTable } from '@/utils/files/pairing';
import type { School } from './generate-school';

/** How the files of a school are written. */
export interface FileOptions {
  encoding?: 'utf-8' | 'windows-1252';
  delimiter?: ';' | ',' | '\t';
  newline?: '\r\n' | '\n';
  /** `own`: the export's key and username for those it knows, nothing for the others. `none`: a list made without the export. */
  keys?: 'own' | 'none';
  /** People whose key is made anew from their name, as a hand that « corrects » it would: their username stays. */
  rekeyed?: ReadonlySet<string>;
  /** People typed again as new: neither key nor username. */
  retyped?: ReadonlySet<string>;
}

interface Someone {
  id: string;
  lastName: string;
  firstName: string;
  username: string;
  birthDate?: string;
  postalCode?: string;
}

/** The key that the invented platform makes: first name, surname, then what the profile adds. */
function keyOf({ id, lastName, firstName, birthDate, postalCode }: Someone): string {
  const name = `${firstName}${lastName}`.toLowerCase().replace(/[\s'’-]/g, '');
  // Homonyms of a school share a name: an export never repeats a key.
  return `${name}${birthDate ?? postalCode ?? ''}-${id.replace(/\D/g, '')}`;
}

/** The keys of everybody in a school, by their lasting identifier. */
export function keysOf({ pupils, parents, teachers, staff }: School): Map<string, [string, string]> {
  return new Map(
    [...pupils, ...parents, ...teachers, ...staff].map((one) => [one.id, [keyOf(one), one.username]]),
  );
}

const PUPIL = [
  'Clé de synchro élève',
  'Nom d’utilisateur élève',
  'Nom élève',
  'Prénom élève',
  'Date de naissance élève',
  'Classe Apprenant',
  'Niveau',
  'Groupes',
];
const PARENT = [
  'Clé de synchro parent',
  'Nom d’utilisateur parent',
  'Nom parent',
  'Prénom parent',
  'Code postal parent',
  'Ville parent',
];
const STAFF = ['Clé de synchro', 'Nom d’utilisateur', 'Nom', 'Prénom', 'Matière'];

/** The three files of a school: pupils with up to two parents, teachers, staff. `known` are the keys of the export. */
export function schoolFiles(
  school: School,
  known: ReadonlyMap<string, readonly [string, string]>,
  options: FileOptions = {},
): RosterTable[] {
  const parents = new Map(school.parents.map((parent) => [parent.id, parent]));
  const ids = (one: Someone): readonly [string, string] => {
    if (options.keys === 'none' || options.retyped?.has(one.id)) return ['', ''];
    const own = known.get(one.id) ?? ['', ''];
    return options.rekeyed?.has(one.id) ? [keyOf(one), own[1]] : own;
  };
  const pupils = school.pupils.map((pupil) => [
    ...ids(pupil),
    pupil.lastName,
    pupil.firstName,
    pupil.birthDate,
    pupil.className,
    pupil.level,
    pupil.groups.join(', '),
    ...[0, 1].flatMap((at) => {
      const parent = parents.get(pupil.parentIds[at] ?? '');
      return parent
        ? [...ids(parent), parent.lastName, parent.firstName, parent.postalCode, parent.city]
        : PARENT.map(() => '');
    }),
  ]);
  const staff = (people: School['staff']) =>
    people.map((one) => [...ids(one), one.lastName, one.firstName, one.duty]);
  const header = [...PUPIL, ...[1, 2].flatMap((n) => PARENT.map((name) => `${name} ${n}`))];
  return [
    fileOf('Parent.csv', [header, ...pupils], options),
    fileOf('Teacher.csv', [STAFF.map((name) => `${name} enseignant`), ...staff(school.teachers)], options),
    fileOf('Personal.csv', [STAFF.map((name) => `${name} personnel`), ...staff(school.staff)], options),
  ];
}

/** Opens a file made of rows. */
export function fileOf(
  name: string,
  rows: readonly (readonly string[])[],
  { encoding = 'utf-8', delimiter = ';', newline = '\r\n' }: FileOptions = {},
): RosterTable {
  const cell = (value: string) =>
    value.includes(delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const text = rows.map((row) => row.map(cell).join(delimiter) + newline).join('');
  const { table, problems } = openTable(name, encodeText(text, encoding));
  if (!table) throw new Error(problems[0]?.message);
  return { table, layout: recogniseLayout(table.header, name) };
}
