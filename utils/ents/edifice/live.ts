import type { School } from '@/utils/core/context';
import type { Facts, ManualGroup, Member, Membership, StructureInfo } from '@/utils/core/facts';
import { LiveError } from '@/utils/ents/get-json';
import type { Live, LiveReading, LiveTools } from '@/utils/ents/page';
import {
  type GroupRecord,
  groupRecords,
  type MemberRecord,
  memberRecords,
  type StructureRecord,
  structureRecords,
  userFunctions,
} from './records';
import { groupPath } from './screen';

/** How many members' lists are asked for at once: the console itself asks for two or three (domain Edifice §10.2). */
const PARALLEL = 2;

/** Reads one school through the GETs that the console itself issues (domain Edifice §3.2, §10.2). */
export const edificeLive: Live = { gather };

async function gather(school: School, tools: LiveTools): Promise<LiveReading> {
  const gaps: string[] = [];
  tools.tell({ done: 0, total: 3, doing: 'Établissement' });
  const functions = userFunctions(await tools.get('/auth/oauth2/userinfo'));
  const structures = structureRecords(await tools.get('/directory/structure/admin/list'));
  const structure = structures.find(({ id }) => id === school.id);
  tools.tell({ done: 1, total: 3, doing: 'Groupes manuels' });
  const groups = groupRecords(
    await tools.get(
      `/directory/group/admin/list?structureId=${encodeURIComponent(school.id)}&translate=true`,
    ),
  ).filter((group) => group.type === 'ManualGroup' && group.subType !== 'BroadcastGroup');

  const here = withDescendants(school.id, structures);
  const memberships = await readMemberships(groups, school, here, tools, gaps);
  const facts: Facts = {
    manualGroups: {
      items: groups.map((group) => manualGroup(group, school)),
      complete: true,
      read: { shown: groups.length, total: groups.length },
    },
    memberships: {
      items: memberships,
      complete: memberships.length === groups.length,
      read: { shown: memberships.length, total: groups.length },
    },
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

async function readMemberships(
  groups: readonly GroupRecord[],
  school: School,
  here: ReadonlySet<string>,
  tools: LiveTools,
  gaps: string[],
): Promise<Membership[]> {
  const read: (Membership | undefined)[] = new Array(groups.length);
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < groups.length; index = next++) {
      const group = groups[index] as GroupRecord;
      tools.tell({ done: done + 2, total: groups.length + 2, doing: 'Membres des groupes' });
      try {
        const records = memberRecords(
          await tools.get(`/directory/user/admin/list?groupId=${encodeURIComponent(group.id)}`),
        );
        read[index] = {
          at: anchor(group, school),
          group: group.name,
          members: records.map((one) => member(one, here)),
        };
      } catch (error) {
        if (!(error instanceof LiveError) || !['refused', 'server', 'unreadable'].includes(error.problem))
          throw error;
        gaps.push(`Les membres d’un groupe n’ont pas pu être lus : ${error.message}`);
      }
      done++;
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return read.filter((list) => list !== undefined);
}

function anchor(group: GroupRecord, school: School) {
  return {
    in: 'page',
    page: 'edifice/manual-groups',
    key: group.name,
    link: groupPath(school.id, group.id),
  } as const;
}

function manualGroup(group: GroupRecord, school: School): ManualGroup {
  return {
    at: anchor(group, school),
    id: group.id,
    name: group.name,
    deletionLocked: group.lockDelete === true,
    ...(group.createdAt && { createdOn: new Date(group.createdAt).toISOString().slice(0, 10) }),
    ...(group.nbUsers !== undefined && { announcedMembers: group.nbUsers }),
  };
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

function member({ displayName, type, structures }: MemberRecord, here: ReadonlySet<string>): Member {
  const belongs = structures.some((id) => here.has(id))
    ? 'here'
    : structures.length > 0
      ? 'elsewhere'
      : 'nowhere';
  return { name: displayName, ...(type && { profile: type }), belongs };
}

function structureInfo({ id, exports, levels }: StructureRecord): StructureInfo {
  return {
    at: { in: 'page', page: 'edifice/structure', key: id },
    garActive: exports.some((name) => name.startsWith('GAR-')),
    levels,
  };
}
