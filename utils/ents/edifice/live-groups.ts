import type { School } from '@/utils/core/context';
import type { ManualGroup, Member, Membership } from '@/utils/core/facts';
import { LiveError, type LiveProblem } from '@/utils/ents/get-json';
import type { LiveTools } from '@/utils/ents/page';
import { type GroupRecord, type MemberRecord, memberRecords } from './records';
import { groupPath } from './screen';

/** How many members' lists are asked for at once: the console itself asks for two or three (domain Edifice §10.2). */
const PARALLEL = 2;

/** After these, the other groups can still be read; after any other, nothing can. */
const ONE_GROUP_ONLY: readonly LiveProblem[] = ['refused', 'server', 'unreadable'];

/** Identifiers of the school with those below it, and of its accounts. */
export interface Attached {
  structures: ReadonlySet<string>;
  users: ReadonlySet<string>;
}

/**
 * The members of every group, in the order of the groups; one that is refused becomes a sentence in `gaps`.
 * @throws {LiveError}
 */
export async function readMemberships(
  groups: readonly GroupRecord[],
  school: School,
  attached: Attached,
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
          members: records.map((one) => member(one, attached)),
        };
      } catch (error) {
        if (!(error instanceof LiveError) || !ONE_GROUP_ONLY.includes(error.problem)) throw error;
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

/** A group of the console's list as a fact. */
export function manualGroup(group: GroupRecord, school: School): ManualGroup {
  return {
    at: anchor(group, school),
    id: group.id,
    name: group.name,
    deletionLocked: group.lockDelete === true,
    ...(group.createdAt && { createdOn: new Date(group.createdAt).toISOString().slice(0, 10) }),
    ...(group.nbUsers !== undefined && { announcedMembers: group.nbUsers }),
  };
}

/** The accounts of the school count as attached, whatever the member's own list of structures says. */
function member({ id, displayName, type, structures }: MemberRecord, attached: Attached): Member {
  const here = attached.users.has(id) || structures.some((one) => attached.structures.has(one));
  const belongs = here ? 'here' : structures.length > 0 ? 'elsewhere' : 'nowhere';
  return { name: displayName, ...(type && { profile: type }), belongs };
}
