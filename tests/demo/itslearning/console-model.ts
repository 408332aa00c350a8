import { startingYear } from '../edifice/calendar';
import type { Account, School } from './model';

/** What the screens of the administration show, in French; English screens change the labels, never these. */
export interface DemoCourse {
  title: string;
  organisation: string;
  createdBy: string;
  participants: number;
  /** ISO dates; an empty visit is none. */
  lastVisit: string;
  updatedOn: string;
  createdOn: string;
}

export interface DemoStrategy {
  name: string;
  organisation: string;
  profiles: string;
  /** Lines of « Utilisateurs individuels »; a number alone stands for names that one has to open. */
  individuals: readonly string[] | number;
}

export interface DemoNode {
  name: string;
  children?: readonly DemoNode[];
  /** Its branches were not loaded. */
  folded?: boolean;
}

/** Everything of one school's console on one day. */
export interface DemoConsole {
  courses: readonly DemoCourse[];
  /** How many courses the search has found, on all its pages. */
  found: number;
  strategies: readonly DemoStrategy[];
  hierarchy: DemoNode;
}

/** Somebody whom a strategy still names and who is in no export. */
export const GONE = 'VAUCLERC Bérénice';
/** Another, whom only the chooser of a strategy shows: the list has a number in place of the name. */
export const GONE_BEHIND = 'QUINTEFEUILLE Hippolyte';
/** The teachers before these play parts in the edited files. */
const ORDINARY_TEACHER = 2;

/** The console of a school on an ISO date, with its planted faults. */
export function consoleOf(school: School, date: string): DemoConsole {
  const startsIn = startingYear(date);
  return school.kind === 'college' ? college(school, startsIn, date) : lycee(startsIn, date);
}

/** Long enough ago for a visit to be expected, when the school year is old enough. */
export function oldEnough(date: string): string {
  const start = `${startingYear(date)}-08-27`;
  const ago = new Date(Date.parse(`${date}T00:00:00Z`) - 30 * 86_400_000).toISOString().slice(0, 10);
  return ago > start ? ago : start;
}

function college(school: School, startsIn: number, date: string): DemoConsole {
  const [year, last] = [`${startsIn}-${startsIn + 1}`, `${startsIn - 1}-${startsIn}`];
  const made = oldEnough(date);
  const course = (title: string, changes: Partial<DemoCourse> = {}): DemoCourse => ({
    title,
    organisation: 'Etablissement',
    createdBy: 'Intégration',
    participants: 27,
    lastVisit: made,
    updatedOn: made,
    createdOn: made,
    ...changes,
  });
  const old = {
    createdOn: `${startsIn - 1}-09-27`,
    updatedOn: `${startsIn}-06-15`,
    lastVisit: `${startsIn}-06-15`,
  };
  const byHand = { createdBy: 'Colette Brunel', ...old };
  return {
    found: 139,
    courses: [
      course('FRANCAIS - 3 A'),
      course('TECHNO - 4 B'),
      course('TECHNO - 4B', { participants: 26 }),
      course('ANGLAIS LV1 - 6 A'),
      course('ANGLAIS LV1 - 6 B', old),
      course('LCA LATIN - 3BDLATIN/4DLATIN'),
      course('LCA LATIN - 3BDLATIN'),
      course('EPS - 5 C', { participants: 0 }),
      course('EPS - 5 D', { participants: 1 }),
      course('MUSIQUE - 3 B', { lastVisit: '' }),
      course('SVT - 4 A', { lastVisit: '', createdOn: date }),
      course(`Club échecs ${last}`, byHand),
      course('Atelier radio', byHand),
      course('Journal du collège', { ...byHand, updatedOn: made, lastVisit: made }),
      course(`Chorale ${year}`, byHand),
    ],
    strategies: collegeStrategies(school),
    hierarchy: {
      name: 'Etablissement',
      children: [
        { name: 'Apprenants [synchronisé]', folded: true },
        { name: 'Enseignants [Synchronisé]', folded: true },
        { name: 'Enseignants [synchronisé] (copie)' },
        { name: 'Personnels [synchronisé]', folded: true },
        { name: `Cours ${last}`, children: [{ name: 'ACC ULIS - ULIS' }, { name: 'ANGLAIS LV1 - 3A' }] },
        {
          name: `Espaces de travail ${year}`,
          children: [{ name: 'FRANCAIS - 3 A' }, { name: 'TECHNO - 4 B' }],
        },
        { name: 'Projet théâtre', children: [{ name: 'Comédiens' }, { name: 'Décors' }] },
        { name: 'Conseil de vie collégienne' },
      ],
    },
  };
}

function collegeStrategies(school: School): DemoStrategy[] {
  const teachers = [...school.teachers.values()];
  const named = ({ lastName, firstName }: Account) => `${lastName} ${firstName}`;
  const reversed = ({ lastName, firstName }: Account) => `${firstName} ${lastName}`;
  const [first, second] = teachers.slice(ORDINARY_TEACHER);
  const [pupil] = school.pupils.values();
  if (!first || !second || !pupil) throw new Error('The school is empty.');
  const strategy = (name: string, individuals: DemoStrategy['individuals'], profiles = ''): DemoStrategy => ({
    name,
    organisation: 'Etablissement',
    profiles,
    individuals,
  });
  return [
    strategy('Dépôt sans limite de taille', [named(first), reversed(second), 'Enseignants'], 'Enseignants'),
    strategy('Impression couleur', [`${GONE} (Enseignant)`, named(second), `${reversed(pupil)} (Elève)`]),
    strategy('Messagerie externe', [named(homonymOf(school))]),
    strategy('Messagerie restreinte', 3),
    strategy('Stockage étendu', [], 'Enseignants, Elèves'),
  ];
}

/** A name that two accounts of the school bear, parents left out. @throws {Error} when there is none. */
export function homonymOf(school: School): Account {
  const seen = new Set<string>();
  for (const one of [...school.teachers.values(), ...school.staff.values(), ...school.pupils.values()]) {
    const name = `${one.lastName} ${one.firstName}`;
    if (seen.has(name)) return one;
    seen.add(name);
  }
  throw new Error('No two accounts bear one name.');
}

/** A console that covers two schools: the same titles occur in both. */
function lycee(startsIn: number, date: string): DemoConsole {
  const made = oldEnough(date);
  const [here, there] = ['LYCEE SOPHIE-GERMAIN (01-BOURG EN BRESSE)', 'COLLEGE MOLIERE (39-LONS LE SAUNIER)'];
  const course = (title: string, organisation: string): DemoCourse => ({
    title,
    organisation,
    createdBy: 'Intégration',
    participants: 24,
    lastVisit: made,
    updatedOn: made,
    createdOn: made,
  });
  return {
    found: 3,
    courses: [
      course('TECHNOLOGIE - 4B', here),
      course('TECHNOLOGIE - 4B', there),
      course('PHILOSOPHIE - TLE 1', here),
    ],
    strategies: [
      { name: 'Impression couleur', organisation: here, profiles: '', individuals: [GONE] },
      { name: 'Impression couleur', organisation: there, profiles: '', individuals: [GONE] },
    ],
    hierarchy: {
      name: 'Site',
      children: [here, there].map((name) => ({
        name,
        children: [
          { name: 'Apprenants [synchronisé]', folded: true },
          { name: 'Responsables [synchronisé]', folded: true },
          { name: 'Enseignants [synchronisé]', folded: true },
          { name: 'Personnels [synchronisé]', folded: true },
          { name: `Espaces de travail ${startsIn}-${startsIn + 1}`, folded: true },
        ],
      })),
    },
  };
}
