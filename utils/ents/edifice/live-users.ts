import type { School } from '@/utils/core/context';
import type { SchoolClass, User, UserFunction } from '@/utils/core/facts';
import { personKey } from './list';
import type { Attached } from './live-attachments';
import type { Lists } from './live-lists';
import type { ClassRecord, StructureRecord } from './records';
import { classPath, userPath } from './screen';
import type { UserRecord } from './user-records';

/** The school, as accounts name it: functions, classes and attachments only know its external identifier. */
export interface Place {
  id: string;
  uai?: string;
  externalId?: string;
  isHere(one: { structure?: string }): boolean;
  isClassHere(one: { id: string; externalId: string }): boolean;
}

/** How accounts name this school; its own record may be missing, they know its external identifier too. */
export function placeOf(
  school: School,
  structure: StructureRecord | undefined,
  { users, classes }: Lists,
): Place {
  const externalId = structure?.externalId ?? externalIdAmong(users ?? [], school.id);
  const uai = structure?.UAI ?? school.uai;
  const classIds = new Set(classes?.map(({ id }) => id));
  return {
    id: school.id,
    ...(uai && { uai }),
    ...(externalId && { externalId }),
    isHere: (one) => externalId !== undefined && one.structure === externalId,
    isClassHere: (one) =>
      classIds.has(one.id) || (externalId !== undefined && one.externalId.startsWith(`${externalId}$`)),
  };
}

function externalIdAmong(users: readonly UserRecord[], id: string): string | undefined {
  for (const { structures } of users) {
    const here = structures.find((one) => one.id === id);
    if (here?.externalId) return here.externalId;
  }
  return undefined;
}

/** What stands for a name where the directory has none: the row keeps its own, which is empty. */
const NAMELESS = '(compte sans nom)';

/** An account as a fact: without its login, and what it says of this school told apart from the others. */
export function userFact(user: UserRecord, place: Place, attached?: Attached): User {
  const { id, name, type, source, activated, created } = user;
  const link = userPath(place.id, id);
  const classes = user.classes?.filter(place.isClassHere);
  return {
    at: { in: 'page', page: 'edifice/users', key: personKey(name, type), link },
    id,
    name: name || NAMELESS,
    ...(type && { profile: type }),
    ...(source && { source }),
    ...(activated !== undefined && { activated }),
    ...(created && { createdOn: created }),
    absentSince: user.absentSince,
    preDeletedOn: user.preDeletedOn,
    blocked: user.blocked,
    structures: user.structures.map((one) => ({ id: one.id, name: one.name })),
    ...(user.functions && { functions: user.functions.map((one) => functionFact(one, place)) }),
    ...(classes && {
      classes: classes.map((one) => one.name),
      classesElsewhere: user.classes?.filter((one) => !classes.includes(one)).map((one) => one.name) ?? [],
    }),
    groups: user.groups,
    localAdmin: user.administers.includes(place.id),
    duplicates: user.duplicates,
    ...attached,
  };
}

function functionFact(one: NonNullable<UserRecord['functions']>[number], place: Place): UserFunction {
  return { ...one, ...(one.structure && place.externalId && { here: place.isHere(one) }) };
}

/** The classes with how many accounts of the school are in each; homonym classes are told apart by identifier. */
export function classFacts(
  classes: readonly ClassRecord[],
  users: readonly UserRecord[] | undefined,
  school: School,
): SchoolClass[] {
  const known = users?.every((user) => user.classes !== undefined);
  const counts = new Map<string, { pupils: number; teachers: number }>();
  for (const { type, classes: mine } of users ?? []) {
    if (type !== 'Student' && type !== 'Teacher') continue;
    for (const { id } of mine ?? []) {
      const count = counts.get(id) ?? { pupils: 0, teachers: 0 };
      if (type === 'Student') count.pupils++;
      else count.teachers++;
      counts.set(id, count);
    }
  }
  return classes.map(({ id, name }) => {
    const link = classPath(school.id, id);
    return {
      at: { in: 'page', page: 'edifice/classes', key: name, link },
      id,
      name,
      ...(known && (counts.get(id) ?? { pupils: 0, teachers: 0 })),
    };
  });
}
