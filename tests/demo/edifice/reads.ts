import { type DemoAnswer, type DemoSettings, json } from '../family';
import type { Structure, World } from './model';
import { memberRecord, sessionRecord, structureRecord, userDetail } from './records';
import {
  byName,
  classes,
  duplicates,
  functions,
  groups,
  isolated,
  metrics,
  peopleOf,
  type Question,
  quickSearch,
  removed,
  sources,
  users,
} from './school-answers';

const NINETY_DAYS = 7_776_000_000;
const REFUSED: DemoAnswer = json({ error: 'unauthorized' }, 401);

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

function group({ world, parts }: Question): unknown {
  const found = world.groups.get(parts[0] ?? '');
  return found ? { id: found.id, name: found.name, nbUsers: found.nbUsers, type: found.type } : {};
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
