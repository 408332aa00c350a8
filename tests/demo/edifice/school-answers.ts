import type { DemoSettings } from '../family';
import type { Person, Structure, World } from './model';
import { groupRecord, userRows } from './records';

/** A GET of the console: the matched parts of its path, the query, and who asks. */
export interface Question {
  world: World;
  role: DemoSettings['role'];
  parts: readonly string[];
  query: URLSearchParams;
}

export function byName(a: Person, b: Person): number {
  const [left, right] = [`${a.lastName}\t${a.firstName}`, `${b.lastName}\t${b.firstName}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function peopleOf(world: World, { id }: Structure): Person[] {
  return [...world.people.values()].filter((person) => person.structures.includes(id)).sort(byName);
}

/** The whole structure; pre-deleted accounts come after the others, with empty lists and only this structure. */
export function users(world: World, structure: Structure) {
  const gone = [...world.people.values()].filter(
    (person) => person.deleteDate !== undefined && person.formerly.includes(structure.id),
  );
  const goneRows = gone
    .sort(byName)
    .flatMap((person) => userRows(world, { ...person, structures: [structure.id] }));
  return [...peopleOf(world, structure).flatMap((person) => userRows(world, person)), ...goneRows];
}

export function removed(world: World, structure: Structure) {
  const people = [...world.people.values()].filter((person) =>
    person.removedFrom.includes(structure.externalId),
  );
  return people.sort(byName).flatMap((person) => userRows(world, person));
}

export function quickSearch({ world, query }: Question, structure: Structure) {
  const input = (query.get('input') ?? '').toLowerCase();
  return peopleOf(world, structure)
    .filter((person) => `${person.lastName} ${person.firstName}`.toLowerCase().includes(input))
    .map((person) => ({
      id: person.id,
      firstName: person.firstName,
      lastName: person.lastName,
      displayName: `${person.lastName} ${person.firstName}`,
    }));
}

export function sources(world: World, structure: Structure): string[] {
  return [...new Set(peopleOf(world, structure).map(({ source }) => source))];
}

export function functions(world: World, structure: Structure): string[][][] {
  return peopleOf(world, structure)
    .filter((person) => person.functions.length > 0)
    .map((person) => person.functions.map((item) => [...item]));
}

export function metrics(world: World, structure: Structure) {
  const people = peopleOf(world, structure);
  return ['Student', 'Relative', 'Teacher', 'Personnel', 'Guest'].map((profile) => {
    const some = people.filter((person) => person.profile === profile);
    const inactive = some.filter(({ code }) => code !== undefined).length;
    return { profile, active: some.length - inactive, inactive };
  });
}

export function groups({ world, query }: Question, structure: Structure) {
  const type = query.get('type');
  return [...world.groups.values()]
    .filter((item) => item.structure === structure.id && (!type || item.type === type))
    .map((item) => groupRecord(world, item));
}

export function classes(world: World, structure: Structure) {
  return [...world.classes.values()]
    .filter((item) => item.structure === structure.id)
    .map(({ id, name, externalId }) => ({ id, name, externalId }));
}

export function duplicates(world: World, structure: Structure) {
  const seen = new Set<string>();
  return peopleOf(world, structure).flatMap((person) =>
    person.duplicates.flatMap(({ of, score }) => {
      const other = world.people.get(of);
      if (!other || seen.has(of)) return [];
      seen.add(person.id);
      return [{ score, user1: twin(person), user2: twin(other) }];
    }),
  );
}

function twin(person: Person) {
  const { id, firstName, lastName, birthDate = null, profile, structures } = person;
  return { id, firstName, lastName, birthDate, email: null, profiles: [profile], structures };
}

/** People of one profile without any class, a page at a time. */
export function isolated({ world, query }: Question, structure: Structure) {
  const from = Number(query.get('fromIndex') ?? 0);
  const limit = Number(query.get('limitResult') ?? 100);
  return peopleOf(world, structure)
    .filter(
      (person) => person.classes.length === 0 && person.profile === (query.get('profile') ?? person.profile),
    )
    .slice(from, from + limit)
    .map(({ id, profile, code = null, firstName, lastName }) => {
      return { id, type: profile, code, firstName, lastName, displayName: `${lastName} ${firstName}` };
    });
}
