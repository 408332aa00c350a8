import { FIRST_NAMES, SURNAMES } from './data/names';
import {
  LEVELS,
  type Parent,
  type Pupil,
  type School,
  type SchoolPerson,
  type StaffMember,
} from './generate-school';
import type { Random } from './random';

const YOUNGEST_AGE = { college: 11, elementary: 6 };
const LANGUAGES = ['ESPAGNOL', 'ALLEMAND', 'LATIN', 'CHORALE'];

/** How families are made. Rounded from national orders of magnitude: enough to meet every trap, not a survey. */
export const SHARE = {
  siblings: 0.28,
  twins: 0.02,
  single: 0.2,
  separated: 0.15,
  marriedName: 0.5,
  doubleName: 0.12,
};

function weighted(source: string): (random: Random) => string {
  const names: string[] = [];
  const ends: number[] = [];
  let total = 0;
  for (const entry of source.split(';')) {
    const space = entry.lastIndexOf(' ');
    names.push(entry.slice(0, space));
    total += Number(entry.slice(space + 1));
    ends.push(total);
  }
  return (random) => {
    const at = random.next() * total;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return names[low] ?? '';
  };
}

const anySurname = weighted(SURNAMES);
const anyFirstName = weighted(FIRST_NAMES);

/** A surname as frequent as in France, in capitals as school files write it. */
export function surname(random: Random): string {
  return anySurname(random);
}

/** A first name with its accents and capitals: « Jean-François ». */
export function firstName(random: Random): string {
  return anyFirstName(random)
    .toLowerCase()
    .replace(/(^|[- '])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** The people of a school being invented; counts them, so that a later year goes on with fresh identifiers. */
export class Registry {
  readonly pupils: Pupil[] = [];
  readonly parents = new Map<string, Parent>();
  private made = 0;
  private readonly given = new Map<number, Set<string>>();

  constructor(
    readonly random: Random,
    readonly kind: School['kind'],
    readonly startsIn: number,
    private readonly postalCodes: readonly string[],
    private readonly prefix: string,
  ) {}

  identify(lastName: string, first: string): SchoolPerson {
    this.made++;
    const username = `${first}.${lastName}${this.made}`.toLowerCase().replace(/[^a-z0-9.]/g, '');
    return { id: `${this.prefix}${this.made}`, lastName, firstName: first, username };
  }

  /** A family whose children are in the given levels; the same level twice makes twins. */
  family(levels: readonly string[]): void {
    const { random } = this;
    const father = surname(random);
    const mother = random.chance(SHARE.marriedName) ? father : surname(random);
    const home = random.pick(this.postalCodes);
    const parents = [this.parent(father, home)];
    if (!random.chance(SHARE.single))
      parents.push(
        this.parent(mother, random.chance(SHARE.separated) ? random.pick(this.postalCodes) : home),
      );
    let name = father;
    if (mother !== father && random.chance(SHARE.doubleName * 2)) name = `${father}-${mother}`;
    else if (random.chance(SHARE.doubleName)) name = mother;
    this.made++;
    const family = Number(`${this.startsIn}${this.made}`);
    this.children(
      name,
      levels,
      parents.map(({ id }) => id),
      family,
    );
  }

  children(name: string, levels: readonly string[], parentIds: readonly string[], family: number): void {
    const births = new Map<string, string>();
    const used = this.firstNames(family);
    for (const level of levels) {
      let first = firstName(this.random);
      while (used.has(first)) first = firstName(this.random);
      used.add(first);
      const birthDate = births.get(level) ?? this.birthDate(level);
      births.set(level, birthDate);
      this.pupils.push({
        ...this.identify(name, first),
        birthDate,
        level,
        className: '',
        groups: this.random.chance(0.4) ? [this.random.pick(LANGUAGES)] : [],
        parentIds,
        family,
      });
    }
  }

  /** First names already given in a family, those of children who left included: no two siblings share one. */
  private firstNames(family: number): Set<string> {
    const known = this.given.get(family) ?? new Set();
    this.given.set(family, known);
    return known;
  }

  remember({ family, firstName: given }: Pupil): void {
    this.firstNames(family).add(given);
  }

  private parent(lastName: string, postalCode: string): Parent {
    const person = { ...this.identify(lastName, firstName(this.random)), postalCode, city: 'VILLENEUVE' };
    this.parents.set(person.id, person);
    return person;
  }

  private birthDate(level: string): string {
    const levels: readonly string[] = LEVELS[this.kind];
    const late = this.random.chance(0.05) ? 1 : 0;
    const year = this.startsIn - YOUNGEST_AGE[this.kind] - levels.indexOf(level) - late;
    const date = new Date(Date.UTC(year, 0, 1 + this.random.below(365)));
    const two = (number: number) => String(number).padStart(2, '0');
    return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${year}`;
  }

  staffMember(duties: readonly string[]): StaffMember {
    const { random } = this;
    return { ...this.identify(surname(random), firstName(random)), duty: random.pick(duties) };
  }
}
