import { FIRST_NAMES, LAST_NAMES } from '../names';
import { type Random, seeded } from '../random';
import { CAST } from './cast';
import { bare, keyOf } from './keys';
import type { Account, Colleague, Parent, Pupil, School } from './model';

const LEVELS: Readonly<Record<School['kind'], readonly (readonly [string, number])[]>> = {
  college: [
    ['6e', 11],
    ['5e', 12],
    ['4e', 13],
    ['3e', 14],
  ],
  lycee: [
    ['2nde', 15],
    ['1re', 16],
    ['Tle', 17],
  ],
};
const SIZES = { college: 600, lycee: 210 } as const;
const CLASSES = { college: ['A', 'B', 'C', 'D', 'E', 'F'], lycee: ['1', '2', '3'] } as const;
/** Postal codes of the Ain and the Jura, half of them with a zero that spreadsheets eat. */
const TOWNS = [
  ['01000', 'Bourg-en-Bresse'],
  ['01160', 'Pont-d’Ain'],
  ['01500', 'Ambérieu-en-Bugey'],
  ['39000', 'Lons-le-Saunier'],
  ['39160', 'Saint-Amour'],
] as const;
const GROUPS = ['', '', 'LATIN', 'ALL LV2', 'CHORALE'];
const SUBJECTS = ['Mathématiques', 'Français', 'Histoire-géographie', 'Anglais LV1', 'SVT', 'EPS'];
const DUTIES = ['Secrétariat', 'Vie scolaire', 'AESH', 'Intendance'];

/** Invents the accounts of a school at the end of the school year that starts in `startsIn`. Same year, same school. */
export function inventSchool(kind: School['kind'], startsIn: number): School {
  const school: School = {
    ...(kind === 'college'
      ? { site: 'college-demo', uai: '0019901G', name: 'Collège Rosa-Bonheur', encoding: 'utf-8' }
      : { site: 'lycee-demo', uai: '0019902H', name: 'Lycée Sophie-Germain', encoding: 'windows-1252' }),
    kind,
    pupils: new Map(),
    parents: new Map(),
    teachers: new Map(),
    staff: new Map(),
    recaps: [],
  };
  const invent = inventor(school, startsIn, seeded(kind === 'college' ? 20_260_701 : 20_260_702));
  for (const { lastName, firstName, className } of CAST[kind])
    invent.family(lastName, [{ firstName, className }]);
  while (school.pupils.size < SIZES[kind]) invent.anyFamily();
  const size = kind === 'college' ? 44 : 26;
  for (const name of ['RENÉ|Hélène', 'PETIT-JEAN|Anne-Laure']) invent.colleague('teachers', name);
  while (school.teachers.size < size) invent.colleague('teachers');
  while (school.staff.size < 14) invent.colleague('staff');
  return school;
}

interface Child {
  firstName?: string;
  className?: string;
  /** Twins share it. */
  birthDate?: string;
}

function inventor(school: School, startsIn: number, random: Random) {
  const usernames = new Set<string>();
  const levels = LEVELS[school.kind];

  const account = (key: string, lastName: string, firstName: string): Account => {
    const base = bare(`${firstName}.${lastName}`)
      .toLowerCase()
      .replace(/[^a-z.]/g, '');
    let username = base;
    for (let n = 2; usernames.has(username); n++) username = `${base}${n}`;
    usernames.add(username);
    return { key, username, lastName, firstName };
  };

  const parent = (lastName: string, title: string, town: (typeof TOWNS)[number]): string => {
    const firstName = random.pick(FIRST_NAMES);
    const [postalCode, city] = town;
    const key = keyOf(school.kind, 'parent', { firstName, lastName, postalCode });
    if (!school.parents.has(key))
      school.parents.set(key, { ...account(key, lastName, firstName), title, postalCode, city });
    return key;
  };

  const dateFor = (level: string): string => {
    const age = levels.find(([name]) => name === level)?.[1] ?? 11;
    const two = (n: number) => String(n).padStart(2, '0');
    return `${two(random.between(1, 28))}/${two(random.between(1, 12))}/${startsIn - age}`;
  };

  const pupil = (lastName: string, parents: string[], child: Child): Pupil => {
    const className = child.className ?? `${random.pick(levels)[0]} ${random.pick(CLASSES[school.kind])}`;
    const level = className.split(' ')[0] ?? '';
    const birthDate = child.birthDate ?? dateFor(level);
    for (;;) {
      const firstName = child.firstName ?? random.pick(FIRST_NAMES);
      const key = keyOf(school.kind, 'pupil', { firstName, lastName, birthDate });
      if (school.pupils.has(key)) continue;
      const group = random.pick(GROUPS);
      const made = { ...account(key, lastName, firstName), birthDate, className, level, group, parents };
      school.pupils.set(key, made);
      return made;
    }
  };

  return {
    family(lastName: string, children: readonly Child[]): void {
      const town = random.pick(TOWNS);
      const other = random.next() < 0.3 ? random.pick(LAST_NAMES) : lastName;
      const parents = [parent(lastName, 'M.', town)];
      if (random.next() < 0.85) parents.push(parent(other, 'Mme', town));
      for (const child of children) pupil(lastName, [...new Set(parents)], child);
    },
    /** One child mostly; sometimes two in different classes, rarely twins in the same one. */
    anyFamily(): void {
      const chance = random.next();
      const children: Child[] = [{}];
      if (chance < 0.22) children.push({});
      else if (chance < 0.25) {
        const className = `${random.pick(levels)[0]} ${random.pick(CLASSES[school.kind])}`;
        const twin = { className, birthDate: dateFor(className.split(' ')[0] ?? '') };
        children.splice(0, 1, twin, { ...twin });
      }
      this.family(random.pick(LAST_NAMES), children);
    },
    colleague(where: 'teachers' | 'staff', name?: string): void {
      const [lastName = '', firstName = ''] = name?.split('|') ?? [
        random.pick(LAST_NAMES),
        random.pick(FIRST_NAMES),
      ];
      const key = keyOf(school.kind, 'colleague', { firstName, lastName });
      if (school.teachers.has(key) || school.staff.has(key)) return;
      const duty = random.pick(where === 'teachers' ? SUBJECTS : DUTIES);
      const made: Colleague = {
        ...account(key, lastName, firstName),
        title: random.pick(['M.', 'Mme']),
        duty,
      };
      school[where].set(key, made);
    },
  };
}

/** The parents of a pupil, in the order of the file. */
export function parentsOf(school: School, pupil: Pupil): Parent[] {
  return pupil.parents.flatMap((key) => school.parents.get(key) ?? []);
}
