import { partOf } from './cast';
import type { Colleague, Pupil, School } from './model';

/** The steps of the wizard that list what is imported. */
export type StepName = 'subjects' | 'classes' | 'groups' | 'courses';

/** One row of a step. `ent` is empty for a subject that the platform doesn't know. */
export interface Row {
  name: string;
  ent?: string;
  on: boolean;
}

/** Somebody of the timetable file; `account` is empty for whom the platform didn't find. */
export interface Person {
  name: string;
  account: string;
  idpn: string;
  /** « Refuser » was clicked: the row is red although the account is there. */
  refused: boolean;
}

/** One import of the history, and what its recap counts: task, done, failed. */
export interface Run {
  date: string;
  status: string;
  type: 'Automatique' | 'Manuel';
  tasks: number;
  counts: readonly (readonly [string, number, number])[];
  found: { pupils: number; teachers: number };
  lost: { pupils: readonly string[]; teachers: readonly string[] };
}

/** The import under way in one school, and the past ones. */
export interface TimetableImport {
  /** The school code that the file bears. */
  uai: string;
  encrypted: boolean;
  keyPresent: boolean;
  rows: Record<StepName, Row[]>;
  teachers: Person[];
  pupils: Person[];
  /** Created courses, created and deleted events, created and deleted memberships. */
  summary: readonly [number, number, number, number, number];
  runs: readonly Run[];
}

/** Subjects as the guide spells them, and whether the platform knows them (source 001 §3.5). */
const SUBJECTS: readonly (readonly [string, boolean])[] = [
  ['ACCUEIL CM2', true],
  ['ACTIVITES EDUCATIVES', true],
  ['AE-AID DEVOIR LECON', true],
  ['AIDE ESPAGNOL', true],
  ['ALPHABETISATION', true],
  ['BILAN CLASSE', true],
  ['CONCERTATION SEGPA', true],
  ['FRANCAIS', true],
  ['LCA LATIN', true],
  ['TECHNO', true],
  ['DEVOIRS COMMUNS', false],
  ['Evaluation Numérique', false],
];
const GROUPS = ['3AIDE ESPAGNOL', '3BDLATIN', '3FLS', '4BCCHAT', '4D3BDLAT', '5CELATIN'];
const TASKS = [
  'Nombre de création de cours',
  'Nombre de création de groupe',
  'Nombre de création de hiérarchie',
  'Nombre de suppression de hiérarchie',
  "Nombre de création d'évènement",
  "Nombre de suppression d'évènement",
] as const;

/** The import of a school: in the collège many things are wrong, in the lycée only the school and the last import. */
export function inventTimetable(school: School): TimetableImport {
  return school.kind === 'college' ? college(school) : lycee(school);
}

function college(school: School): TimetableImport {
  const made = ordinary(school);
  const off = (step: StepName, name: string) => {
    for (const row of made.rows[step]) if (row.name === name) row.on = false;
  };
  off('subjects', 'BILAN CLASSE');
  off('groups', '3FLS');
  off('courses', 'LCA LATIN - 4BCCHAT');
  const lost = (name: string) => ({ name, account: '', idpn: idpnOf(name), refused: false });
  // The ENT writes René Hélène's name with its accents.
  made.teachers.splice(2, 1, lost('Helene RENE'), lost('Firmin TRIQUETAL'));
  for (const one of made.teachers.slice(-1)) one.refused = true;
  const [accent, hyphen] = [partOf('college', 'accent'), partOf('college', 'hyphen')];
  made.pupils.splice(
    4,
    0,
    lost(`${accent.firstName} ${accent.lastName}`),
    lost(`Jean Batiste ${hyphen.lastName}`),
    lost('Ondine PASDECHEZNOUS'),
  );
  return {
    ...made,
    summary: [0, 320, 882, 73, 140],
    runs: [
      run(['11/02/2026 10:32', 'Fait', 'Automatique'], [0, 526, 9719, 142, 16491, 0], [0, 1, 237, 0, 0, 0], {
        pupils: [
          `${accent.firstName} ${accent.lastName}`,
          'Ondine PASDECHEZNOUS',
          `Jean Batiste ${hyphen.lastName}`,
        ],
        teachers: ['Helene RENE', 'Firmin TRIQUETAL'],
      }),
      run(['08/02/2026 16:21', 'Fait', 'Automatique'], [12, 0, 0, 0, 320, 18], [0, 0, 0, 0, 0, 0]),
      run(['16/01/2026 13:05', 'Interrompu', 'Manuel'], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]),
      run(['13/11/2025 15:42', 'Fait', 'Manuel'], [44, 12, 60, 0, 2000, 0], [0, 0, 0, 0, 0, 0]),
    ],
  };
}

function lycee(school: School): TimetableImport {
  return {
    ...ordinary(school),
    uai: '0490856P',
    encrypted: true,
    keyPresent: false,
    summary: [44, 2000, 0, 1200, 3],
    runs: [
      run(['25/08/2026 09:12', 'Interrompu', 'Manuel'], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]),
      run(['11/06/2026 10:32', 'Fait', 'Automatique'], [0, 2, 9, 0, 16, 1], [0, 0, 0, 0, 0, 0]),
    ],
  };
}

/** An import of which nothing is wrong. */
function ordinary(school: School): TimetableImport {
  const classes = [...new Set([...school.pupils.values()].map(({ className }) => className))].sort();
  const subjects = SUBJECTS.filter(([, known]) => known || school.kind === 'college');
  return {
    uai: school.uai,
    encrypted: false,
    keyPresent: false,
    rows: {
      subjects: subjects.map(([name, known]) => ({ name, ent: known ? name : '', on: known })),
      classes: classes.map((name) => ({ name, ent: name, on: true })),
      groups: GROUPS.map((name) => ({ name, on: true })),
      courses: [
        ...classes.map((name) => ({ name: `FRANCAIS - ${name}`, on: true })),
        ...GROUPS.map((name) => ({ name: `LCA LATIN - ${name}`, on: true })),
      ],
    },
    teachers: [...school.teachers.values()].slice(0, 14).map((one) => found(one)),
    pupils: [...school.pupils.values()].slice(40, 76).map((one) => found(one)),
    summary: [44, 2000, 12, 1200, 3],
    runs: [],
  };
}

function found({ firstName, lastName, key }: Colleague | Pupil): Person {
  const name = `${firstName} ${lastName}`;
  return { name, account: `PERSON ${key}`, idpn: idpnOf(name), refused: false };
}

const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Sixteen signs made of a name: the same each time. */
function idpnOf(name: string): string {
  let state = 7;
  return Array.from({ length: 16 }, (_, at) => {
    state = (state * 31 + name.charCodeAt(at % name.length) + at) % 65521;
    return SIGNS[state % SIGNS.length];
  }).join('');
}

function run(
  [date, status, type]: readonly [string, string, Run['type']],
  done: readonly number[],
  failed: readonly number[],
  lost: Run['lost'] = { pupils: [], teachers: [] },
): Run {
  return {
    date,
    status,
    type,
    tasks: [...done, ...failed].reduce((sum, one) => sum + one, 0),
    counts: TASKS.map((what, at) => [what, done[at] ?? 0, failed[at] ?? 0]),
    found: { pupils: 1163, teachers: 91 },
    lost,
  };
}
