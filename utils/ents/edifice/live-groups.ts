import { isoDate, type School } from '@/utils/core/context';
import type { ManualGroup, Member, Membership } from '@/utils/core/facts';
import { type Asking, twoAtATime } from './asking';
import { type GroupRecord, type MemberRecord, memberRecords } from './records';
import { groupPath } from './screen';

/** Identifiers of the school with those below it, and of its accounts. */
export interface Attached {
  structures: ReadonlySet<string>;
  users: ReadonlySet<string>;
  /** False when one of the two could not be read: who isn't found here may then be, all the same. */
  known: boolean;
}

/**
 * The members of every group, in the order of the groups; one that is refused becomes a sentence in `gaps`.
 * @throws {LiveError}
 */
export async function readMemberships(
  groups: readonly GroupRecord[],
  school: School,
  attached: Attached,
  { ask, orGap, step, expect }: Asking,
): Promise<Membership[]> {
  const read: (Membership | undefined)[] = new Array(groups.length);
  expect(groups.length);
  await twoAtATime(groups, async (group, index) => {
    step('Membres des groupes');
    const path = `/directory/user/admin/list?groupId=${encodeURIComponent(group.id)}`;
    const records = await orGap('Les membres d’un groupe n’ont pas pu être lus', ask(path, memberRecords));
    if (!records) return;
    const members = records.map((one) => member(one, attached));
    read[index] = { at: anchor(group, school), group: group.name, members };
  });
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
    ...(group.createdAt && { createdOn: isoDate(new Date(group.createdAt)) }),
    ...(group.nbUsers !== undefined && { announcedMembers: group.nbUsers }),
  };
}

/**
 * The accounts of the school count as attached, whatever the member's own list of structures says: while they aren't
 * all known, nobody can be said to have left.
 */
function member({ id, displayName, type, structures }: MemberRecord, attached: Attached): Member {
  const here = attached.users.has(id) || structures.some((one) => attached.structures.has(one));
  const gone = attached.known && (structures.length > 0 ? 'elsewhere' : 'nowhere');
  const belongs = here ? 'here' : gone;
  return { id, name: displayName, ...(type && { profile: type }), ...(belongs && { belongs }) };
}
