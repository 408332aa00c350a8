import type { School } from '@/utils/core/context';
import { LiveError } from '@/utils/ents/get-json';
import type { Asking } from './asking';
import {
  type ClassRecord,
  classRecords,
  type DelaysRecord,
  delaysRecord,
  type GroupRecord,
  groupRecords,
  type StructureRecord,
  structureRecords,
} from './records';
import { type UserRecord, userRecords } from './user-records';

/** The schools of who is connected: the same whichever of them is read. */
export const STRUCTURES = '/directory/structure/admin/list';
/** The delays of the whole platform. */
export const PLATFORM = '/admin/api/platform/config';

/** The lists of one school, as the console's JSON gives them; one that the platform keeps back is absent. */
export interface Lists {
  structures?: readonly StructureRecord[];
  users?: readonly UserRecord[];
  /** Manual groups, without the mailing lists. */
  groups?: readonly GroupRecord[];
  classes?: readonly ClassRecord[];
  removed?: readonly UserRecord[];
  delays?: DelaysRecord;
}

/**
 * Reads every list of the school, one after the other.
 * @throws {LiveError} when neither its accounts nor its groups could be read: there is nothing to judge.
 */
export async function readLists(school: School, { ask, step, orGap, refusals }: Asking): Promise<Lists> {
  const id = encodeURIComponent(school.id);
  const list = <T>(doing: string, gap: string, path: string, narrow: Parameters<typeof ask<T>>[1]) => {
    step(doing);
    return orGap(gap, ask(path, narrow));
  };
  const structures = await list(
    'Établissement',
    'L’établissement n’a pas pu être lu',
    STRUCTURES,
    structureRecords,
  );
  const users = await list(
    'Comptes',
    'Les comptes n’ont pas pu être lus',
    `/directory/structure/${id}/users`,
    userRecords,
  );
  const groups = await list(
    'Groupes manuels',
    'Les groupes manuels n’ont pas pu être lus',
    `/directory/group/admin/list?structureId=${id}&translate=true`,
    groupRecords,
  );
  // Nothing to judge: the cause is told once, rather than every list that misses.
  if (!users && !groups) throw refusals.at(-1) ?? new LiveError('refused', '/directory');
  const classes = await list(
    'Classes',
    'Les classes n’ont pas pu être lues',
    `/directory/class/admin/list?structureId=${id}`,
    classRecords,
  );
  const removed = await list(
    'Personnes détachées',
    'Les personnes détachées n’ont pas pu être lues',
    `/directory/structure/${id}/removedUsers`,
    userRecords,
  );
  const delays = await list(
    'Délais de suppression',
    'Les délais de suppression de la plateforme n’ont pas pu être lus',
    PLATFORM,
    delaysRecord,
  );
  const manual = groups?.filter(
    ({ type, subType }) => type === 'ManualGroup' && subType !== 'BroadcastGroup',
  );
  return {
    ...(structures && { structures }),
    ...(users && { users }),
    ...(manual && { groups: manual }),
    ...(classes && { classes }),
    ...(removed && { removed }),
    ...(delays && { delays }),
  };
}
