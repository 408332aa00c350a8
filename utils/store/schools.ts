import type { SeenSchool } from '@/utils/messages';
import { read, type Transaction, write } from './db';
import { StorageProblem } from './problem';
import type { KnownSchool } from './schema';

/** The key of a school: ids are only unique within one family on one host. */
export function schoolKey({ ent, host, id }: Pick<SeenSchool, 'ent' | 'host' | 'id'>): string {
  return `${ent}|${host}|${id}`;
}

/** A name is what a page says it is: a longer one is no name, and would fill what is kept. Characters. */
const LONGEST_NAME = 200;

/** What is known of a school once a screen has shown it again: a screen that doesn't say the UAI doesn't erase it. */
export function mergeSchool(known: KnownSchool | undefined, seen: SeenSchool, at: string): KnownSchool {
  const uai = seen.uai ?? known?.uai;
  const levels = seen.levels ?? known?.levels;
  // A screen that names no school doesn't rename one that another has named.
  const name = (seen.unnamed || seen.lagging) && known ? known.name : seen.name;
  const firstSeen = known ? known.firstSeen : at;
  return {
    key: schoolKey(seen),
    ent: seen.ent,
    host: seen.host,
    id: seen.id,
    name: name.slice(0, LONGEST_NAME),
    ...(firstSeen !== undefined && { firstSeen }),
    lastSeen: known && known.lastSeen > at ? known.lastSeen : at,
    ...(uai !== undefined && { uai }),
    ...(levels !== undefined && { levels }),
    ...(known?.lastRead && { lastRead: known.lastRead }),
    ...(known?.lastLive !== undefined && { lastLive: known.lastLive }),
  };
}

/** A page says itself of which school it is: one that invents a school at each visit must not fill what is kept. */
export const MOST_OF_SITE = 2000;

/**
 * What is kept of a school that a page shows, inside a transaction on `schools`; nothing for one that is new.
 * @throws {StorageProblem} when it is new, and its site has shown as many as there may be.
 */
export async function knownOrNew(
  tx: Transaction<'readwrite'>,
  { ent, host, id }: Pick<SeenSchool, 'ent' | 'host' | 'id'>,
): Promise<KnownSchool | undefined> {
  const store = tx.objectStore('schools');
  const known = await store.get(schoolKey({ ent, host, id }));
  if (known) return known;
  const ofSite = IDBKeyRange.bound(schoolKey({ ent, host, id: '' }), schoolKey({ ent, host, id: '\uffff' }));
  if ((await store.count(ofSite)) >= MOST_OF_SITE) throw new StorageProblem('crowded');
  return undefined;
}

/** Remembers that a school was seen at an ISO instant, and gives back all that is known of it. @throws {StorageProblem} */
export function seeSchool(seen: SeenSchool, at: string): Promise<KnownSchool> {
  return write(['schools'], async (tx) => {
    const known = await knownOrNew(tx, seen);
    // The name may be another school's: what is known is told, and nothing is kept.
    if (seen.lagging) return known ?? { ...mergeSchool(undefined, seen, at), name: '' };
    const merged = mergeSchool(known, seen, at);
    await tx.objectStore('schools').put(merged);
    return merged;
  });
}

/** Every school that was seen, the latest first. @throws {StorageProblem} */
export async function listSchools(): Promise<KnownSchool[]> {
  const schools = await read(['schools'], (tx) => tx.objectStore('schools').getAll());
  return schools.sort((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1));
}
