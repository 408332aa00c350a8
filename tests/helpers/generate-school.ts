import { Registry, SHARE, surname } from './generate-family';
import { type Random, randomFrom } from './random';

/** Someone of an invented school. `id` stays the same over the years and whatever is edited. */
export interface SchoolPerson {
  id: string;
  lastName: string;
  firstName: string;
  username: string;
}

export interface Pupil extends SchoolPerson {
  /** `31/12/2014`. */
  birthDate: string;
  level: string;
  className: string;
  /** Optional groups: languages, options. */
  groups: readonly string[];
  parentIds: readonly string[];
  family: number;
}

export interface Parent extends SchoolPerson {
  postalCode: string;
  city: string;
}

export interface StaffMember extends SchoolPerson {
  /** Subject for a teacher, function for the others. */
  duty: string;
}

/** An invented school in one school year. */
export interface School {
  uai: string;
  name: string;
  kind: 'college' | 'elementary';
  /** The calendar year in which its school year starts. */
  startsIn: number;
  pupils: readonly Pupil[];
  parents: readonly Parent[];
  teachers: readonly StaffMember[];
  staff: readonly StaffMember[];
}

export interface SchoolOptions {
  kind?: School['kind'];
  pupils?: number;
  startsIn?: number;
}

/** Levels, youngest first. */
export const LEVELS = {
  college: ['6e', '5e', '4e', '3e'],
  elementary: ['CP', 'CE1', 'CE2', 'CM1', 'CM2'],
} as const;

const SUBJECTS = ['Mathématiques', 'Français', 'Histoire-géographie', 'Anglais LV1', 'SVT', 'EPS', 'Musique'];
const FUNCTIONS = ['Secrétariat', 'Vie scolaire', 'AESH', 'Direction', 'Intendance'];
const PUPILS_PER_TEACHER = 15;
const PUPILS_PER_CLASS = 26;

function siblingLevels(random: Random, first: string, levels: readonly string[]): string[] {
  if (random.chance(SHARE.twins)) return [first, first];
  if (!random.chance(SHARE.siblings)) return [first];
  const others = levels.filter((level) => level !== first);
  return random.chance(0.1) ? [first, ...random.shuffle(others).slice(0, 2)] : [first, random.pick(others)];
}

function withClasses(pupils: readonly Pupil[], random: Random): Pupil[] {
  const perLevel = new Map<string, number>();
  for (const { level } of pupils) perLevel.set(level, (perLevel.get(level) ?? 0) + 1);
  return pupils.map((pupil) => {
    const classes = Math.max(1, Math.round((perLevel.get(pupil.level) ?? 0) / PUPILS_PER_CLASS));
    const letter = String.fromCharCode(65 + random.below(classes));
    return { ...pupil, className: `${pupil.level} ${letter}` };
  });
}

function postalCodesOf(random: Random): string[] {
  const department = String(1 + random.below(95)).padStart(2, '0');
  return Array.from({ length: 6 }, () => `${department}${String(random.below(90) * 10).padStart(3, '0')}`);
}

/** Invents a school: families with their siblings and twins, teachers, staff. The same seed gives the same school. */
export function generateSchool(seed: number, options: SchoolOptions = {}): School {
  const { kind = 'college', pupils: size = 760, startsIn = 2025 } = options;
  const random = randomFrom(seed);
  const registry = new Registry(random, kind, startsIn, postalCodesOf(random), `s${seed}-`);
  const levels = LEVELS[kind];
  while (registry.pupils.length < size) registry.family(siblingLevels(random, random.pick(levels), levels));
  const teachers = Math.max(4, Math.round(size / PUPILS_PER_TEACHER));
  return {
    uai: `${String(100_0000 + (seed % 800_0000)).padStart(7, '0')}X`,
    name: `${kind === 'college' ? 'Collège' : 'École'} ${surname(random)}`,
    kind,
    startsIn,
    pupils: withClasses(registry.pupils, random),
    parents: [...registry.parents.values()],
    teachers: Array.from({ length: teachers }, () => registry.staffMember(SUBJECTS)),
    staff: Array.from({ length: Math.round(teachers / 3) }, () => registry.staffMember(FUNCTIONS)),
  };
}

/**
 * The same school one year later: everybody moves up, the last level and a few families leave, a new first level
 * arrives (a third of it brothers and sisters of pupils or of leavers, with the same parents), and a few homonyms of
 * leavers who are not they.
 */
export function nextSchoolYear(school: School, seed: number, arrivals = 200): School {
  const random = randomFrom(seed ^ 0x5eed);
  const levels: readonly string[] = LEVELS[school.kind];
  const codes = [...new Set(school.parents.map(({ postalCode }) => postalCode))];
  const startsIn = school.startsIn + 1;
  const registry = new Registry(random, school.kind, startsIn, codes, `${school.startsIn}n${seed}-`);
  for (const parent of school.parents) registry.parents.set(parent.id, parent);
  const leaving = new Set(school.pupils.filter(() => random.chance(0.015)).map(({ family }) => family));
  const leavers: Pupil[] = [];
  for (const pupil of school.pupils) {
    registry.remember(pupil);
    const level = levels[levels.indexOf(pupil.level) + 1];
    if (level === undefined || leaving.has(pupil.family)) leavers.push(pupil);
    else registry.pupils.push({ ...pupil, level });
  }
  const full = registry.pupils.length + arrivals;
  const youngest = levels[0] ?? '';
  for (const homonym of leavers.slice(0, 2)) {
    registry.family([youngest]);
    const arrived = registry.pupils.pop();
    if (arrived)
      registry.pupils.push({ ...arrived, lastName: homonym.lastName, firstName: homonym.firstName });
  }
  while (registry.pupils.length < full) {
    const elder = random.pick(school.pupils);
    if (random.chance(0.33) && !leaving.has(elder.family))
      registry.children(elder.lastName, [youngest], elder.parentIds, elder.family);
    else if (random.chance(0.9))
      registry.family(random.chance(SHARE.twins) ? [youngest, youngest] : [youngest]);
    else registry.family(siblingLevels(random, random.pick(levels), levels));
  }
  const needed = new Set(registry.pupils.flatMap(({ parentIds }) => parentIds));
  const renew = (people: readonly StaffMember[], duties: readonly string[]) =>
    people.map((person) => (random.chance(0.14) ? registry.staffMember(duties) : person));
  return {
    ...school,
    startsIn,
    pupils: withClasses(registry.pupils, random),
    parents: [...registry.parents.values()].filter(({ id }) => needed.has(id)),
    teachers: renew(school.teachers, SUBJECTS),
    staff: renew(school.staff, FUNCTIONS),
  };
}
