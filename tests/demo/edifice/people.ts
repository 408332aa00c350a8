import { FIRST_NAMES, LAST_NAMES } from '../names';
import type { Random } from '../random';
import { dayFrom, instantFrom, startingYear } from './calendar';
import type { Planted } from './manifest';
import type { AafFunction, Classroom, Group, Person, Profile, Structure, World } from './model';

/** Fills a world: invents identifiers and logins, never twice the same ordinary name in one profile. */
export interface Builder {
  readonly world: World;
  readonly random: Random;
  person(structure: Structure | undefined, profile: Profile, name: string, some?: Partial<Person>): Person;
  /** A name nobody of this profile bears yet, as « LASTNAME|Firstname ». */
  freshName(profile: Profile, lastName?: string): string;
  classroom(structure: Structure, name: string): Classroom;
  group(structure: Structure, name: string, members: readonly Person[], some?: Partial<Group>): Group;
  /** Notes what a rule must make of a subject. */
  plant(
    school: Planted['school'],
    rule: Planted['rule'],
    subject: Person | Group | Classroom | Structure,
    expected: Planted['expected'],
    why: string,
  ): void;
}

/** « LASTNAME Firstname », as the console shows it. */
export function displayName(person: Person): string {
  return `${person.lastName} ${person.firstName}`;
}

/** The function that a teacher of a primary school holds in a structure. */
export function teaching(structure: Structure): AafFunction {
  return structure.level === 1
    ? [structure.externalId, 'ENS', 'ENSEIGNEMENT DEVANT ELEVES', 'G0120', 'ENSEIGNER EN CLASSE ELEMENTAIRE']
    : [structure.externalId, 'ENS', 'ENSEIGNEMENT', 'L0202', 'LETTRES MODERNES'];
}

/** The function of a person who accompanies pupils with a disability. */
export function accompanying(structure: Structure): AafFunction {
  return [structure.externalId, 'AEH', 'ACCOMPAGNEMENT', 'D0021', 'ACCOMPAGNEMENT ELEVES SITUATION HANDICAP'];
}

export function builder(world: World, random: Random): Builder {
  const taken = new Set<string>();
  const logins = new Set<string>();

  const login = (firstName: string, lastName: string) => {
    const plain = (text: string) =>
      text
        .normalize('NFD')
        .replace(/[^A-Za-z-]/g, '')
        .toLowerCase();
    const base = `${plain(firstName) || 'compte'}.${plain(lastName) || random.between(100, 999)}`;
    let candidate = base;
    for (let n = 1; logins.has(candidate); n++) candidate = `${base}${n}`;
    logins.add(candidate);
    return candidate;
  };

  return {
    world,
    random,
    person(structure, profile, name, some = {}) {
      const [lastName = '', firstName = ''] = name.split('|');
      taken.add(`${profile}/${name}`);
      const never = some.code !== undefined;
      const made: Person = {
        id: random.uuid(),
        externalId: `${structure?.externalId ?? 'DEMO'}-${100000 + world.people.size}`,
        login: login(firstName, lastName),
        firstName,
        lastName,
        profile,
        source: structure?.source ?? 'MANUAL',
        created: instantFrom(world.date, -random.between(90, 900)),
        structures: structure ? [structure.id] : [],
        attachments: [],
        removedFrom: [],
        functions: [],
        classes: [],
        teachingGroups: [],
        administers: [],
        children: [],
        parents: [],
        duplicates: [],
        formerly: [],
        ...(never ? {} : { lastLogin: instantFrom(world.date, -random.between(0, 60)) }),
        ...some,
      };
      world.people.set(made.id, made);
      return made;
    },
    freshName(profile, lastName) {
      for (;;) {
        const name = `${lastName ?? random.pick(LAST_NAMES)}|${random.pick(FIRST_NAMES)}`;
        if (!taken.has(`${profile}/${name}`)) return name;
      }
    },
    classroom(structure, name) {
      const made = {
        id: random.uuid(),
        name,
        externalId: `${structure.externalId}$${name}`,
        structure: structure.id,
      };
      world.classes.set(made.id, made);
      return made;
    },
    group(structure, name, members, some = {}) {
      const made: Group = {
        id: random.uuid(),
        name,
        type: 'ManualGroup',
        subType: null,
        filter: 'Manual',
        structure: structure.id,
        lockDelete: null,
        lockCompose: null,
        createdAt: null,
        createdByName: null,
        nbUsers: members.length,
        members: members.map((member) => member.id),
        ...some,
      };
      world.groups.set(made.id, made);
      return made;
    },
    plant(school, rule, subject, expected, why) {
      const name = 'profile' in subject ? displayName(subject) : subject.name;
      world.planted.push({ school, rule, subject: name, id: subject.id, expected, why });
    },
  };
}

/** A pupil of a class, with one or two parents; born so that the class fits the age. */
export function family(build: Builder, structure: Structure, classroom: Classroom, age: number): Person {
  const { random, world } = build;
  const name = build.freshName('Student');
  const pupil = build.person(structure, 'Student', name, {
    classes: [classroom.id],
    birthDate: birthDate(build, age),
    ...(random.next() < 0.12 ? { code: random.uuid().slice(0, 8) } : {}),
  });
  const parents = random.next() < 0.55 ? 2 : 1;
  for (let n = 0; n < parents; n++) {
    const shared = n === 0 || random.next() < 0.6 ? pupil.lastName : undefined;
    const parent = build.person(structure, 'Relative', build.freshName('Relative', shared), {
      children: [pupil.id],
      ...(random.next() < 0.3 ? { code: random.uuid().slice(0, 8) } : {}),
    });
    pupil.parents.push(parent.id);
  }
  world.people.set(pupil.id, pupil);
  return pupil;
}

function birthDate({ world, random }: Builder, age: number): string {
  const year = startingYear(world.date) - age;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}

/** Milliseconds since 1970 of a day before (negative) or after the world's date. */
export function day({ world }: Builder, days: number): number {
  return dayFrom(world.date, days);
}
