import type { Person, Profile, World } from './model';

/** A file as somebody would give it. */
export interface RosterFile {
  name: string;
  bytes: Uint8Array;
}

type Children = readonly { person: Person; className: string }[];

/**
 * What « Export Transition d'année » gives for one profile of a school: header in quotes, values without, a mark at the
 * beginning (domain Edifice §5.5).
 */
export function transitionExport(world: World, structure: string, profile: Profile): RosterFile {
  // The platform gives every profile the same name; browsers number those that they save beside one another.
  const at = PROFILES.indexOf(profile);
  return written(`exportTransition${at > 0 ? ` (${at})` : ''}.csv`, rowsOf(world, structure, profile));
}

/**
 * What a careful person makes of that export for the next year: pupils of the last level are gone with those who had
 * already left, the others go up; parents and staff are as they were.
 */
export function nextYearFile(world: World, structure: string, profile: Profile): RosterFile {
  const [header = [], ...rows] = rowsOf(world, structure, profile);
  const moved = profile === 'Student' ? rows.flatMap(movedUp) : rows;
  return written(`${profile}.csv`, [header, ...moved]);
}

/** The same file with one value typed otherwise, on the first row where it stands. */
export function retyped(file: RosterFile, was: string, is: string): RosterFile {
  const text = new TextDecoder().decode(file.bytes);
  if (!text.includes(was)) throw new Error(`No « ${was} » in ${file.name}.`);
  return { ...file, bytes: new TextEncoder().encode(text.replace(was, is)) };
}

const PROFILES: readonly Profile[] = ['Student', 'Relative', 'Teacher', 'Personnel', 'Guest'];
const PUPIL = ['externalid', 'Prénom*', 'Nom*', 'Date de naissance*', 'Courriel', 'Classe*'];
const TEACHER = ['externalid', 'Prénom*', 'Nom*', 'Courriel', ...Array.from({ length: 10 }, () => 'Classe*')];
const STAFF = ['externalid', 'Prénom*', 'Nom*', 'Courriel'];
const GUEST = [
  'externalid',
  'Prénom*',
  'Nom*',
  'Date de naissance*',
  'Courriel',
  'Adresse*',
  'cp',
  'ville',
  'pays',
];
const CHILD = ['childexternalid', 'childFirstName', 'childLastName', 'childClass'];
const MOST_CHILDREN = 5;

function rowsOf(world: World, structure: string, profile: Profile): string[][] {
  const people = [...world.people.values()].filter(
    (person) => person.profile === profile && person.structures.includes(structure),
  );
  const classesOf = ({ classes }: Person) =>
    classes.flatMap((id) => {
      const classroom = world.classes.get(id);
      return classroom?.structure === structure ? [classroom.name] : [];
    });
  const named = ({ externalId, firstName, lastName }: Person) => [externalId, firstName, lastName];
  if (profile === 'Student')
    return [
      PUPIL,
      ...people.map((one) => [...named(one), french(one.birthDate), '', classesOf(one)[0] ?? '']),
    ];
  if (profile === 'Relative')
    return [
      [
        ...STAFF,
        'childexternalid*',
        ...CHILD.slice(1),
        ...Array(MOST_CHILDREN - 1)
          .fill(CHILD)
          .flat(),
      ],
      ...people.map((one) => {
        const children: Children = one.children.flatMap((id) => {
          const person = world.people.get(id);
          return person ? [{ person, className: classesOf(person)[0] ?? '' }] : [];
        });
        const blocks = children
          .slice(0, MOST_CHILDREN)
          .flatMap(({ person, className }) => [...named(person), className]);
        return padded([...named(one), '', ...blocks], STAFF.length + MOST_CHILDREN * CHILD.length);
      }),
    ];
  if (profile === 'Teacher')
    return [TEACHER, ...people.map((one) => padded([...named(one), '', ...classesOf(one)], TEACHER.length))];
  if (profile === 'Guest')
    return [GUEST, ...people.map((one) => padded([...named(one), french(one.birthDate)], GUEST.length))];
  return [STAFF, ...people.map((one) => [...named(one), ''])];
}

/** Next year's class of each level; whoever is in a class of none of them stays there. */
const NEXT: readonly (readonly [RegExp, string])[] = [
  [/^PS\b/, 'PS-MS'],
  [/^MS\b/, 'GS'],
  [/^GS\b/, 'CP A'],
  [/^CP\b/, 'CE1'],
  [/^CE1\b/, 'CE2'],
  [/^CE2\b/, 'CM1'],
  [/^CM1\b/, 'CM2'],
];

function movedUp(row: string[]): string[][] {
  const className = row.at(-1) ?? '';
  if (/^CM2\b/.test(className)) return [];
  const next = NEXT.find(([level]) => level.test(className))?.[1];
  return [[...row.slice(0, -1), next ?? className]];
}

function written(name: string, [header = [], ...rows]: readonly string[][]): RosterFile {
  const lines = [header.map((title) => `"${title}"`), ...rows.map((row) => row.map(cell))];
  const text = `\uFEFF${lines.map((line) => `${line.join(';')}\r\n`).join('')}`;
  return { name, bytes: new TextEncoder().encode(text) };
}

/** A value with a quote or a separator of its own still needs quotes around it. */
function cell(value: string): string {
  return /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function padded(row: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, at) => row[at] ?? '');
}

function french(date: string | undefined): string {
  return date ? date.split('-').reverse().join('/') : '';
}
