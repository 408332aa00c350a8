import type { School } from '@/utils/core/context';
import type { Facts, Gathered, StructureInfo, User } from '@/utils/core/facts';
import type { Live, LiveReading, LiveTools } from '@/utils/ents/page';
import { manualGroup, readMemberships } from './live-groups';
import {
  groupRecords,
  type StructureRecord,
  structureRecords,
  type UserRecord,
  userFunctions,
  userRecords,
} from './records';
import { userPath } from './screen';

/** Reads one school through the GETs that the console itself issues (domain Edifice §3.2, §10.2). */
export const edificeLive: Live = { gather };

async function gather(school: School, tools: LiveTools): Promise<LiveReading> {
  const gaps: string[] = [];
  const id = encodeURIComponent(school.id);
  const tell = (done: number, doing: string) => tools.tell({ done, total: 4, doing });
  tell(0, 'Établissement');
  const functions = userFunctions(await tools.get('/auth/oauth2/userinfo'));
  const structures = structureRecords(await tools.get('/directory/structure/admin/list'));
  const structure = structures.find((one) => one.id === school.id);
  tell(1, 'Comptes');
  const users = userRecords(await tools.get(`/directory/structure/${id}/users`));
  tell(2, 'Groupes manuels');
  const groups = groupRecords(
    await tools.get(`/directory/group/admin/list?structureId=${id}&translate=true`),
  ).filter((group) => group.type === 'ManualGroup' && group.subType !== 'BroadcastGroup');
  const attached = {
    structures: withDescendants(school.id, structures),
    users: new Set(users.filter(({ deleted }) => !deleted).map((user) => user.id)),
  };
  const memberships = await readMemberships(groups, school, attached, tools, gaps);
  const facts: Facts = {
    manualGroups: complete(groups.map((group) => manualGroup(group, school))),
    memberships: {
      items: memberships,
      complete: memberships.length === groups.length,
      read: { shown: memberships.length, total: groups.length },
    },
    users: complete(users.map((user) => account(user, school))),
    ...(structure && { structure: { items: [structureInfo(structure)], complete: true } }),
  };
  return {
    facts,
    school: structure
      ? { id: school.id, name: structure.name, ...(structure.UAI && { uai: structure.UAI }) }
      : school,
    role: functions.has('SUPER_ADMIN') ? 'central' : 'local',
    gaps,
  };
}

function complete<T>(items: readonly T[]): Gathered<T> {
  return { items, complete: true, read: { shown: items.length, total: items.length } };
}

function account({ id, name, type }: UserRecord, school: School): User {
  const link = userPath(school.id, id);
  const key = `${name}|${type ?? ''}`;
  return { at: { in: 'page', page: 'edifice/users', key, link }, id, name, ...(type && { profile: type }) };
}

/** A group may rightly hold people of the schools below this one. */
function withDescendants(id: string, structures: readonly StructureRecord[]): Set<string> {
  const here = new Set([id]);
  for (let size = 0; size !== here.size; ) {
    size = here.size;
    for (const structure of structures) {
      if (structure.parents.some((parent) => here.has(parent))) here.add(structure.id);
    }
  }
  return here;
}

function structureInfo({ id, exports, levels }: StructureRecord): StructureInfo {
  return {
    at: { in: 'page', page: 'edifice/structure', key: id },
    garActive: exports.some((name) => name.startsWith('GAR-')),
    levels,
  };
}
