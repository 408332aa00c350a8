import { type DemoAnswer, type DemoRequest, json } from '../family';
import { dayFrom } from './calendar';
import type { Group, Person, World } from './model';
import { checkWizardStep } from './wizard';

/** The value that every write must repeat in its `X-XSRF-TOKEN` header. */
export const XSRF_TOKEN = 'b7a1d0c4-demo-4e52-9f3d-0c6d2f6f1a11';

const DONE = json({});
const MISSING = json({ error: 'not.found' }, 404);
const REMOVABLE = ['MANUAL', 'CSV', 'CLASS_PARAM', 'BE1D', 'SSO'];

type Write = readonly [
  string,
  RegExp,
  (world: World, parts: readonly string[], request: DemoRequest) => DemoAnswer,
];

const WRITES: readonly Write[] = [
  ['DELETE', /^\/directory\/structure\/([^/]+)\/unlink\/([^/]+)$/, detach],
  ['PUT', /^\/directory\/structure\/([^/]+)\/link\/([^/]+)$/, attach],
  ['DELETE', /^\/directory\/user$/, (world, _, { url }) => remove(world, url.searchParams.getAll('userId'))],
  [
    'PUT',
    /^\/directory\/restore\/user$/,
    (world, _, { url }) => restore(world, url.searchParams.getAll('userId')),
  ],
  ['PUT', /^\/auth\/block\/([^/]+)$/, block],
  [
    'DELETE',
    /^\/directory\/class\/([^/]+)\/unlink\/([^/]+)$/,
    (world, parts) => classLink(world, parts, false),
  ],
  ['PUT', /^\/directory\/class\/([^/]+)\/link\/([^/]+)$/, (world, parts) => classLink(world, parts, true)],
  [
    'PUT',
    /^\/directory\/group\/([^/]+)\/users\/add$/,
    (world, parts, request) => membership(world, parts, request, true),
  ],
  [
    'PUT',
    /^\/directory\/group\/([^/]+)\/users\/delete$/,
    (world, parts, request) => membership(world, parts, request, false),
  ],
  ['PUT', /^\/directory\/group\/([^/]+)$/, rename],
  ['DELETE', /^\/directory\/group\/([^/]+)$/, removeGroup],
  [
    'POST',
    /^\/directory\/wizard\/(column\/mapping|classes\/mapping|validate)$/,
    (world, parts) => checkWizardStep(world, parts[0] ?? ''),
  ],
  ['PUT', /^\/directory\/wizard\/import\/([^/]+)$/, () => DONE],
];

/** Carries out a write of the console; `undefined` for an address it doesn't know. */
export function write(world: World, request: DemoRequest): DemoAnswer | undefined {
  for (const [method, pattern, act] of WRITES) {
    const match = method === request.method ? pattern.exec(request.url.pathname) : null;
    if (!match) continue;
    if (request.headers['x-xsrf-token'] !== XSRF_TOKEN) return json({ error: 'invalid.xsrf.token' }, 403);
    return act(world, match.slice(1), request);
  }
  return undefined;
}

/** The red cross: no structure link, no class, no group of the school any more; the attachment stays. */
function detach(world: World, [structureId = '', userId = '']: readonly string[]): DemoAnswer {
  const structure = world.structures.get(structureId);
  const person = world.people.get(userId);
  if (!structure || !person) return MISSING;
  person.structures = person.structures.filter((id) => id !== structureId);
  if (!person.removedFrom.includes(structure.externalId)) person.removedFrom.push(structure.externalId);
  person.classes = person.classes.filter((id) => world.classes.get(id)?.structure !== structureId);
  person.administers = person.administers.filter((id) => id !== structureId);
  for (const group of world.groups.values()) if (group.structure === structureId) leave(group, [userId]);
  return DONE;
}

function attach(world: World, [structureId = '', userId = '']: readonly string[]): DemoAnswer {
  const structure = world.structures.get(structureId);
  const person = world.people.get(userId);
  if (!structure || !person) return MISSING;
  if (!person.structures.includes(structureId)) person.structures.push(structureId);
  person.removedFrom = person.removedFrom.filter((externalId) => externalId !== structure.externalId);
  return DONE;
}

/** Never activated: erased at once. Activated: pre-deleted, out of every group and class. */
function remove(world: World, ids: readonly string[]): DemoAnswer {
  const people = ids.flatMap((id) => world.people.get(id) ?? []);
  const refused = people.some(
    ({ source, disappearanceDate }) => !REMOVABLE.includes(source) && !disappearanceDate,
  );
  if (refused) return json({ error: 'unauthorized.user' }, 400);
  for (const person of people) {
    for (const group of world.groups.values()) leave(group, [person.id]);
    if (person.code !== undefined) world.people.delete(person.id);
    else preDelete(world, person);
  }
  return DONE;
}

function preDelete(world: World, person: Person): void {
  person.deleteDate = dayFrom(world.date, 0);
  person.formerly = person.structures;
  person.structures = [];
  person.classes = [];
}

function restore(world: World, ids: readonly string[]): DemoAnswer {
  for (const person of ids.flatMap((id) => world.people.get(id) ?? [])) {
    delete person.deleteDate;
    delete person.disappearanceDate;
    person.structures = person.formerly;
    person.formerly = [];
  }
  return DONE;
}

function block(world: World, [userId = '']: readonly string[], { body }: DemoRequest): DemoAnswer {
  const person = world.people.get(userId);
  if (!person) return MISSING;
  person.blocked = (parsed(body) as { block?: boolean }).block !== false;
  return DONE;
}

function classLink(
  world: World,
  [classId = '', userId = '']: readonly string[],
  linked: boolean,
): DemoAnswer {
  const person = world.people.get(userId);
  if (!person || !world.classes.has(classId)) return MISSING;
  person.classes = person.classes.filter((id) => id !== classId);
  if (linked) person.classes.push(classId);
  return DONE;
}

function membership(
  world: World,
  [groupId = '']: readonly string[],
  { body }: DemoRequest,
  adding: boolean,
): DemoAnswer {
  const group = world.groups.get(groupId);
  if (!group) return MISSING;
  const { userIds = [] } = parsed(body) as { userIds?: string[] };
  leave(group, userIds);
  if (adding) group.members.push(...userIds);
  group.nbUsers = group.members.length;
  return DONE;
}

/** A group that the platform locked keeps its name, and says nothing about it. */
function rename(world: World, [groupId = '']: readonly string[], { body }: DemoRequest): DemoAnswer {
  const group = world.groups.get(groupId);
  if (!group) return MISSING;
  const { name } = parsed(body) as { name?: string };
  if (name && group.lockDelete !== true) group.name = name;
  return DONE;
}

/** Same for its deletion: the answer is the same, the group stays. */
function removeGroup(world: World, [groupId = '']: readonly string[]): DemoAnswer {
  const group = world.groups.get(groupId);
  if (!group) return MISSING;
  if (group.lockDelete !== true) world.groups.delete(groupId);
  return DONE;
}

function leave(group: Group, ids: readonly string[]): void {
  group.members = group.members.filter((id) => !ids.includes(id));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}
