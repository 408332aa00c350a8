import { type DemoAnswer, type DemoSettings, json } from '../family';
import type { Person, Structure, World } from './model';
import { groupRecord, memberRecord, sessionRecord, structureRecord, userDetail, userRows } from './records';

const NINETY_DAYS = 7_776_000_000;
const REFUSED: DemoAnswer = json({ error: 'unauthorized' }, 401);

/** A GET of the console: the matched parts of its path, the query, and who asks. */
interface Question {
  world: World;
  role: DemoSettings['role'];
  parts: readonly string[];
  query: URLSearchParams;
}

type Read = readonly [RegExp, (question: Question) => unknown];

/** Paths that answer before the second factor is given. */
export const WITHOUT_SECOND_FACTOR =
  /^\/(auth\/oauth2\/userinfo|directory\/structure\/admin\/list|i18n|theme|admin\/i18n|userbook\/)/;

const READS: readonly Read[] = [
  [/^\/auth\/oauth2\/userinfo$/, ({ world, role }) => sessionRecord(world, role)],
  [/^\/directory\/structure\/admin\/list$/, (q) => scope(q).map(structureRecord)],
  [
    /^\/directory\/structure\/([^/]+)\/users$/,
    (q) => within(q, q.parts[0], (structure) => users(q.world, structure)),
  ],
  [
    /^\/directory\/structure\/([^/]+)\/removedUsers$/,
    (q) => within(q, q.parts[0], (structure) => removed(q.world, structure)),
  ],
  [
    /^\/directory\/structure\/([^/]+)\/quicksearch\/users$/,
    (q) => within(q, q.parts[0], (structure) => quickSearch(q, structure)),
  ],
  [
    /^\/directory\/structure\/([^/]+)\/sources$/,
    (q) => within(q, q.parts[0], (structure) => [{ sources: sources(q.world, structure) }]),
  ],
  [
    /^\/directory\/structure\/([^/]+)\/aaffunctions$/,
    (q) => within(q, q.parts[0], (structure) => [{ aafFunctions: functions(q.world, structure) }]),
  ],
  [
    /^\/directory\/structure\/([^/]+)\/metrics$/,
    (q) => within(q, q.parts[0], (structure) => ({ metrics: metrics(q.world, structure) })),
  ],
  [/^\/directory\/user\/structures\/list$/, attachments],
  [/^\/directory\/user\/admin\/list$/, members],
  [/^\/directory\/user\/([^/]+)\/attachment-school$/, attachmentSchool],
  [/^\/directory\/user\/([^/]+)$/, detail],
  [
    /^\/directory\/group\/admin\/list$/,
    (q) => within(q, q.query.get('structureId'), (structure) => groups(q, structure)),
  ],
  [/^\/directory\/group\/([^/]+)$/, group],
  [
    /^\/directory\/class\/admin\/list$/,
    (q) => within(q, q.query.get('structureId'), (structure) => classes(q.world, structure)),
  ],
  [
    /^\/directory\/duplicates$/,
    (q) => within(q, q.query.get('structure'), (structure) => duplicates(q.world, structure)),
  ],
  [
    /^\/directory\/list\/isolated$/,
    (q) => within(q, q.query.get('structureId'), (structure) => isolated(q, structure)),
  ],
  [/^\/directory\/subject\/admin\/list$/, () => []],
  [/^\/directory\/positions$/, () => []],
  [
    /^\/directory\/profiles$/,
    () => ['Student', 'Relative', 'Teacher', 'Personnel', 'Guest'].map((name) => ({ name, blocked: false })),
  ],
  [/^\/directory\/conf\/public$/, () => ({})],
  [/^\/directory\/userbook\/([^/]+)$/, () => ({ mood: 'default', motto: '', picture: '' })],
  [/^\/communication\/group\/([^/]+)$/, (q) => ({ id: q.parts[0], users: 'BOTH', communiqueWith: [] })],
  [/^\/workspace\/quota\//, () => ({ quota: 104857600, storage: 20480 })],
  [/^\/userbook\/avatar\//, () => ({})],
  [/^\/userbook\/preference\/language$/, () => ({ preference: '{"default-domain":"fr"}' })],
  [/^\/(admin\/)?i18n$/, () => ({ 'admin.title': "Console d'administration" })],
  [
    /^\/theme$/,
    () => ({ template: '/public/template/portal.html', logoutCallback: '', skin: '/assets/themes/demo/' }),
  ],
  [/^\/zendeskGuide\/config$/, () => ({ key: '', module: { default: 'admin' } })],
  [/^\/admin\/api\/platform\/module\/sms$/, () => ({ activated: false })],
  [/^\/admin\/api\/platform\/config$/, config],
  [/^\/directory\/timetable\/import\/([^/]+)\/reports$/, () => []],
  [
    /^\/directory\/timetable\/classes\/([^/]+)$/,
    () => ({ unknownClasses: [], classNames: [], classesMapping: {} }),
  ],
  [
    /^\/directory\/timetable\/groups\/([^/]+)$/,
    () => ({ unknownGroups: [], groupNames: [], groupsMapping: {} }),
  ],
];

/** Answers a GET of the console; `undefined` for a path it doesn't know. */
export function read(world: World, url: URL, role: DemoSettings['role']): DemoAnswer | undefined {
  for (const [pattern, answer] of READS) {
    const match = pattern.exec(url.pathname);
    if (!match) continue;
    const result = answer({ world, role, parts: match.slice(1), query: url.searchParams });
    return result === REFUSED ? REFUSED : json(result);
  }
  return undefined;
}

/** Structures that the person may administer. */
export function scope({ world, role }: Pick<Question, 'world' | 'role'>): Structure[] {
  return [...world.structures.values()].filter(({ administered }) => role === 'ADMC' || administered);
}

function within(
  question: Question,
  id: string | null | undefined,
  answer: (structure: Structure) => unknown,
): unknown {
  const structure = scope(question).find((candidate) => candidate.id === id);
  return structure ? answer(structure) : REFUSED;
}

function byName(a: Person, b: Person): number {
  const [left, right] = [`${a.lastName}\t${a.firstName}`, `${b.lastName}\t${b.firstName}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

function peopleOf(world: World, { id }: Structure): Person[] {
  return [...world.people.values()].filter((person) => person.structures.includes(id)).sort(byName);
}

/** The whole structure; pre-deleted accounts come after the others, with empty lists and only this structure. */
function users(world: World, structure: Structure) {
  const gone = [...world.people.values()].filter(
    (person) => person.deleteDate !== undefined && person.formerly.includes(structure.id),
  );
  const goneRows = gone
    .sort(byName)
    .flatMap((person) => userRows(world, { ...person, structures: [structure.id] }));
  return [...peopleOf(world, structure).flatMap((person) => userRows(world, person)), ...goneRows];
}

function removed(world: World, structure: Structure) {
  const people = [...world.people.values()].filter((person) =>
    person.removedFrom.includes(structure.externalId),
  );
  return people.sort(byName).flatMap((person) => userRows(world, person));
}

function quickSearch({ world, query }: Question, structure: Structure) {
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

function sources(world: World, structure: Structure): string[] {
  return [...new Set(peopleOf(world, structure).map(({ source }) => source))];
}

function functions(world: World, structure: Structure): string[][][] {
  return peopleOf(world, structure)
    .filter((person) => person.functions.length > 0)
    .map((person) => person.functions.map((item) => [...item]));
}

function metrics(world: World, structure: Structure) {
  const people = peopleOf(world, structure);
  return ['Student', 'Relative', 'Teacher', 'Personnel', 'Guest'].map((profile) => {
    const some = people.filter((person) => person.profile === profile);
    const inactive = some.filter(({ code }) => code !== undefined).length;
    return { profile, active: some.length - inactive, inactive };
  });
}

/** Bulk attachments of a school's people: one row per attachment, no identifier. */
function attachments(question: Question): unknown {
  const { query, world } = question;
  const asked = scope(question).filter(({ uai }) => query.getAll('uai').includes(uai));
  if (asked.length === 0 || asked.length < query.getAll('uai').length) return REFUSED;
  const types = query.getAll('type');
  const people = asked
    .flatMap((structure) => peopleOf(world, structure))
    .filter(({ profile }) => types.length === 0 || types.includes(profile));
  return people.flatMap((person) => {
    const { externalId, lastName, firstName, login } = person;
    const row = { externalId, lastName, firstName, login };
    if (query.get('administrativeStructure') !== 'true' || person.attachments.length === 0) return [row];
    return person.attachments.map((id) => ({
      ...row,
      administrativeStructure: world.structures.get(id)?.externalId,
    }));
  });
}

function members(question: Question): unknown {
  const { world, query } = question;
  const groupId = query.get('groupId');
  if (!groupId)
    return within(question, query.get('structureId'), (structure) =>
      peopleOf(world, structure).map((person) => memberRecord(world, person)),
    );
  const ids = world.groups.get(groupId)?.members ?? [];
  const people = ids.flatMap((id) => world.people.get(id) ?? []);
  return people.sort(byName).map((person) => memberRecord(world, person));
}

function attachmentSchool({ world, parts }: Question): unknown {
  const attached = world.people.get(parts[0] ?? '')?.attachments ?? [];
  if (attached.length > 1) return { error: 'non.unique.result' };
  const structure = world.structures.get(attached[0] ?? '');
  return structure ? { id: structure.id, name: structure.name } : {};
}

function detail(question: Question): unknown {
  const person = question.world.people.get(question.parts[0] ?? '');
  if (!person) return {};
  const allowed = scope(question).map(({ id }) => id);
  const known = [...person.structures, ...person.formerly];
  const detachedHere = scope(question).some(({ externalId }) => person.removedFrom.includes(externalId));
  if (!detachedHere && !known.some((id) => allowed.includes(id))) return REFUSED;
  return userDetail(question.world, person);
}

function groups({ world, query }: Question, structure: Structure) {
  const type = query.get('type');
  return [...world.groups.values()]
    .filter((item) => item.structure === structure.id && (!type || item.type === type))
    .map((item) => groupRecord(world, item));
}

function group({ world, parts }: Question): unknown {
  const found = world.groups.get(parts[0] ?? '');
  return found ? { id: found.id, name: found.name, nbUsers: found.nbUsers, type: found.type } : {};
}

function classes(world: World, structure: Structure) {
  return [...world.classes.values()]
    .filter((item) => item.structure === structure.id)
    .map(({ id, name, externalId }) => ({ id, name, externalId }));
}

function duplicates(world: World, structure: Structure) {
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
function isolated({ world, query }: Question, structure: Structure) {
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

function config() {
  const profiles = ['personnel', 'teacher', 'student', 'relative', 'guest'];
  return {
    'delete-user-delay': NINETY_DAYS,
    'reset-code-delay': 0,
    distributions: [],
    'hide-adminv1-link': true,
    'hide-personal-data': false,
    'mass-messaging-enabled': false,
    'allow-adml-structure-name-change': true,
    'enable-manual-group-autolink': false,
    'enable-flashmsg-user-position-field': false,
    ...Object.fromEntries(profiles.map((profile) => [`${profile}-pre-delete-delay`, NINETY_DAYS])),
  };
}
