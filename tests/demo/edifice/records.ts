import type { DemoSettings } from '../family';
import type { Group, Person, Structure, World } from './model';
import { displayName } from './people';

/** JSON shapes of the directory, with their traps: null, missing and all-null entries are not the same thing. */

/** One structure of `/directory/structure/admin/list`. */
export function structureRecord(structure: Structure) {
  return {
    id: structure.id,
    UAI: structure.uai,
    name: structure.name,
    externalId: structure.externalId,
    timetable: null,
    punctualTimetable: null,
    hasApp: true,
    ignoreMFA: null,
    levelsOfEducation: [structure.level],
    distributions: [],
    manualName: null,
    feederName: structure.name,
    source: structure.source,
    exports: structure.garActive ? ['GAR-DEMO'] : [],
    parents: null,
  };
}

/** Rows of `/directory/structure/:id/users`: one per person, and one more for each further duplicate. */
export function userRows(world: World, person: Person) {
  const { structures, classes, manualGroups } = linksOf(world, person);
  const base = {
    id: person.id,
    type: person.profile,
    code: person.code ?? null,
    login: person.login,
    firstName: person.firstName,
    lastName: person.lastName,
    displayName: displayName(person),
    source: person.source,
    deleteDate: person.deleteDate ?? null,
    disappearanceDate: person.disappearanceDate ?? null,
    blocked: person.blocked ?? null,
    creationDate: person.created,
    removedFromStructures: person.removedFrom.length > 0 ? person.removedFrom : null,
    aafFunctions: person.functions.length > 0 ? person.functions : null,
    classes: classes.map(({ id, name, externalId }) => ({ id, name, externalId })),
    functionalGroups: person.teachingGroups,
    manualGroups: manualGroups.map(({ name }) => name),
    functions: person.administers.length > 0 ? [['ADMIN_LOCAL', person.administers]] : [],
    structures: structures.map(({ id, name, externalId }) => ({ id, name, externalId })),
    userPositions: [],
  };
  if (person.duplicates.length === 0) return [{ ...base, duplicates: [] }];
  return person.duplicates.map(({ of, score }) => ({ ...base, duplicates: [duplicateOf(world, of, score)] }));
}

function duplicateOf(world: World, id: string, score: number) {
  const other = world.people.get(id);
  return {
    id,
    firstName: other?.firstName,
    lastName: other?.lastName,
    score,
    code: other?.code ?? null,
    structures: (other?.structures ?? []).map((key) => ({ id: key, name: world.structures.get(key)?.name })),
  };
}

/** `/directory/user/:id?manual-groups=true`: properties the account doesn't have are missing, empty lists are not empty. */
export function userDetail(world: World, person: Person) {
  const { structures, classes, manualGroups } = linksOf(world, person);
  const attachedFirst = [...structures].sort(
    (a, b) => Number(person.attachments.includes(b.id)) - Number(person.attachments.includes(a.id)),
  );
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const other = world.people.get(id);
      return other ? [{ id, displayName: displayName(other), externalId: other.externalId }] : [];
    });
  return {
    id: person.id,
    externalId: person.externalId,
    login: person.login,
    firstName: person.firstName,
    lastName: person.lastName,
    displayName: displayName(person),
    source: person.source,
    profiles: [person.profile],
    type: [person.profile],
    created: person.created,
    modified: person.created,
    ...(person.birthDate ? { birthDate: person.birthDate } : {}),
    ...(person.lastLogin ? { lastLogin: person.lastLogin } : {}),
    ...(person.code ? { activationCode: person.code } : {}),
    ...(person.blocked ? { blocked: true } : {}),
    ...(person.deleteDate ? { deleteDate: person.deleteDate } : {}),
    ...(person.disappearanceDate ? { disappearanceDate: person.disappearanceDate } : {}),
    ...(person.removedFrom.length > 0 ? { removedFromStructures: person.removedFrom } : {}),
    structures: structures.map(({ externalId }) => externalId),
    classes: classes.map(({ externalId }) => externalId),
    structureNodes: attachedFirst.map(({ id, name, uai, externalId, source }) => ({
      id,
      name,
      UAI: uai,
      externalId,
      source,
    })),
    administrativeStructures:
      person.attachments.length > 0 ? person.attachments.map((id) => ({ id })) : [{ id: null }],
    functions: person.administers.length > 0 ? [['ADMIN_LOCAL', person.administers]] : [[null, null]],
    children: named(person.children),
    parents: named(person.parents),
    functionalGroups: person.teachingGroups.map((name) => ({ id: groupId(world, name), name })),
    manualGroups:
      manualGroups.length > 0
        ? manualGroups.map(({ id, name, structure }) => ({
            id,
            name,
            structureId: structure,
            structureUai: world.structures.get(structure)?.uai,
          }))
        : [{ id: null, name: null, structureId: null, structureUai: null }],
    subjectCodes: [],
    userPositions: [],
    hasTotp: false,
  };
}

function groupId(world: World, name: string): string | undefined {
  return [...world.groups.values()].find((group) => group.type === 'FunctionalGroup' && group.name === name)
    ?.id;
}

/** One member of `/directory/user/admin/list`. */
export function memberRecord(world: World, person: Person) {
  const { structures, classes } = linksOf(world, person);
  const label = person.functions.at(-1)?.[2];
  return {
    id: person.id,
    type: person.profile,
    externalId: person.externalId,
    code: person.code ?? null,
    login: person.login,
    originalLogin: person.login,
    firstName: person.firstName,
    lastName: person.lastName,
    displayName: displayName(person),
    source: person.source,
    attachmentId: null,
    birthDate: person.birthDate ?? null,
    blocked: person.blocked ?? null,
    creationDate: person.created,
    lastLogin: person.lastLogin ?? null,
    email: null,
    phone: null,
    mobile: null,
    zipCode: null,
    address: null,
    city: null,
    country: null,
    aafFunctions: label ?? null,
    structures: structures.map(({ id, name }) => ({ id, name })),
    allClasses: classes.map(({ id, name }) => ({ id, name })),
    functions: person.administers.length > 0 ? [['ADMIN_LOCAL', person.administers]] : [],
    parents: person.parents.map((id) => ({ id })),
    children: person.children.map((id) => ({ id })),
  };
}

/** One group of `/directory/group/admin/list`. */
export function groupRecord(world: World, group: Group) {
  const classroom = group.classroom ? world.classes.get(group.classroom) : undefined;
  return {
    id: group.id,
    name: group.name,
    displayName: null,
    filter: group.filter,
    labels: ['Visible', 'Group', group.type],
    createdAt: group.createdAt,
    createdByName: group.createdByName,
    modifiedAt: null,
    modifiedByName: null,
    manualGroupAutolinkUsersPositions: null,
    autolinkTargetAllStructs: null,
    autolinkTargetStructs: null,
    autolinkUsersFromGroups: null,
    autolinkUsersFromPositions: null,
    autolinkUsersFromLevels: null,
    type: group.type,
    internalCommunicationRule: 'BOTH',
    lockDelete: group.lockDelete,
    lockCompose: group.lockCompose,
    nbUsers: group.nbUsers,
    classes: classroom ? [{ name: classroom.name, id: classroom.id }] : null,
    structures: [{ name: world.structures.get(group.structure)?.name, id: group.structure }],
    subType: group.subType,
  };
}

/** `/auth/oauth2/userinfo`: the session. */
export function sessionRecord(world: World, role: DemoSettings['role']) {
  const person = world.people.get(world.admin) as Person;
  const { structures } = linksOf(world, person);
  const local = { ADMIN_LOCAL: { code: 'ADMIN_LOCAL', scope: person.administers } };
  return {
    userId: person.id,
    login: person.login,
    firstName: person.firstName,
    lastName: person.lastName,
    username: displayName(person),
    type: 'PERSEDUCNAT',
    structures: structures.map(({ id }) => id),
    structureNames: structures.map(({ name }) => name),
    uai: structures.map(({ uai }) => uai),
    functions: role === 'ADMC' ? { SUPER_ADMIN: { code: 'SUPER_ADMIN', scope: null } } : local,
    authorizedActions: [],
    apps: [],
    widgets: [],
  };
}

function linksOf(world: World, person: Person) {
  return {
    structures: person.structures.flatMap((id) => world.structures.get(id) ?? []),
    classes: person.classes.flatMap((id) => world.classes.get(id) ?? []),
    manualGroups: [...world.groups.values()].filter(
      (group) => group.type === 'ManualGroup' && group.members.includes(person.id),
    ),
  };
}
