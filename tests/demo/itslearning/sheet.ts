import { encode } from './encoding';
import type { Colleague, DemoFile, FileProfile, School } from './model';
import { parentsOf } from './school';

/** A file of accounts as rows of cells; line 1 of the file is `headers`. */
export interface Sheet {
  headers: string[];
  rows: string[][];
}

const PARENT_COLUMNS = [
  'Clé de synchro',
  'Civilité',
  'Nom',
  'Prenom',
  'Code postal',
  'Ville',
  'Nom utilisateur',
];

/**
 * The file of a profile as the platform exports it. Headers bear the profile as a suffix, not all of them with accents
 * (domain itslearning §2.3); pupils and parents share one row per pupil, so a parent stands once per child.
 */
export function exportSheet(school: School, profile: FileProfile): Sheet {
  if (profile === 'Teacher')
    return colleagues([...school.teachers.values()], 'enseignant', 'Matiere enseignant');
  if (profile === 'Personal')
    return colleagues([...school.staff.values()], 'personnel Educatif', 'Fonction personnel Educatif');
  const alone = profile === 'Student';
  const headers = [
    alone ? 'Clé de synchro élève / parent' : 'Clé de synchro élève',
    ...['Nom', 'Prenom', 'Date de naissance', 'Nom utilisateur'].map((name) => `${name} eleve`),
    ...['Classe', 'Niveau', 'Groupe'].map((name) => `${name} Apprenant`),
    ...(alone ? [] : [1, 2].flatMap((n) => PARENT_COLUMNS.map((name) => `${name} parent ${n}`))),
  ];
  const rows = [...school.pupils.values()].map((pupil) => {
    const { key, lastName, firstName, birthDate, username, className, level, group } = pupil;
    const own = [key, lastName, firstName, birthDate, username, className, level, group];
    if (alone) return own;
    const parents = parentsOf(school, pupil).flatMap((one) => [
      one.key,
      one.title,
      one.lastName,
      one.firstName,
      one.postalCode,
      one.city,
      one.username,
    ]);
    return [...own, ...parents, ...Array(PARENT_COLUMNS.length * 2).fill('')].slice(0, headers.length);
  });
  return { headers, rows };
}

function colleagues(people: readonly Colleague[], suffix: string, duty: string): Sheet {
  const names = ['Clé de synchro', 'Civilité', 'Nom', 'Prenom', 'Nom utilisateur'];
  return {
    headers: [...names.map((name) => `${name} ${suffix}`), duty],
    rows: people.map((one) => [one.key, one.title, one.lastName, one.firstName, one.username, one.duty]),
  };
}

/** The name that the platform gives to an exported file. */
export function exportName(school: School, profile: FileProfile): string {
  return `${school.uai}_${profile}.csv`;
}

/** The bytes of a sheet in the school's own encoding: `;`, CRLF, quotes only where a cell needs them. */
export function writeSheet(school: School, name: string, sheet: Sheet): DemoFile {
  return { name, bytes: encode(school.encoding, sheetText(sheet)) };
}

/** The text of a sheet. */
export function sheetText({ headers, rows }: Sheet): string {
  return [headers, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('');
}

function cell(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
