import type { Fiche } from '@/utils/core/fiche';
import { read, type Transaction, write } from '@/utils/store/db';
import { loadSalt, type SaltArea } from '@/utils/store/decisions';
import { redrawCard } from '@/utils/store/fiches';
import { loadInitials, saveInitials } from '@/utils/store/initials';
import type { StoreName } from '@/utils/store/schema';
import {
  BACKED_UP_NAMES,
  type BackedUp,
  type Content,
  canonical,
  keyOf,
  NO_STORES,
  type Stores,
} from './content';
import { fichesKept, joinAny } from './join';

/** Stores whose hashes are made with the salt of the installation: under another one they say nothing. */
const SALTED: readonly BackedUp[] = ['decisions', 'people', 'lastTimetables'];

/** What the person wants in a backup beside the rest. */
export interface Wanted {
  /** What was decided of people, as hashes, and the salt that they are made with. */
  decisions: boolean;
  /** The reference files that are kept, with the names in them. */
  files: boolean;
}

/** Everything that a backup is to hold, read at one moment. @throws {StorageProblem} */
export async function gather(area: SaltArea, wanted: Wanted): Promise<Content> {
  const [salt, initials, stored] = await Promise.all([loadSalt(area), loadInitials(area), area.get(CHOICES)]);
  const choices = stored[CHOICES];
  const { stores, files } = await read([...BACKED_UP_NAMES, 'files'] as StoreName[], async (tx) => ({
    stores: await readStores(tx),
    files: wanted.files ? await tx.objectStore('files').get('reference') : undefined,
  }));
  const without = Object.fromEntries(SALTED.map((name) => [name, []]));
  return {
    stores: wanted.decisions ? stores : { ...stores, ...without },
    settings: {
      ...(initials !== '' && { initials }),
      ...(isRecord(choices) && { choices }),
    },
    ...(wanted.decisions && salt !== undefined && { salt }),
    ...(files && { files }),
  };
}

/** The name under which the choices of the settings stand in the browser's own storage. */
export const CHOICES = 'settings';

async function readStores(tx: Transaction<'readonly'> | Transaction<'readwrite'>): Promise<Stores> {
  const all = await Promise.all(
    BACKED_UP_NAMES.map(async (name) => [name, await tx.objectStore(name).getAll()] as const),
  );
  return { ...NO_STORES, ...Object.fromEntries(all) };
}

/** What a restoration does to one store. `kept`: the same here, or a later word that stays. */
export interface StorePlan {
  store: BackedUp;
  added: number;
  changed: number;
  kept: number;
}

/** What a restoration would do, or has done. */
export interface RestorePlan {
  stores: readonly StorePlan[];
  /** Records that another installation's salt makes useless here: left aside. */
  unusable: number;
  /** Files with names: kept until this ISO date, unless there are some here already. */
  files?: { until: string; fate: 'added' | 'kept' | 'expired' };
  initials?: 'added' | 'kept';
}

interface Change {
  store: BackedUp;
  record: object;
}

function planOf(mine: Stores, given: Stores): { stores: StorePlan[]; changes: Change[] } {
  const changes: Change[] = [];
  const theirs = { ...given, fiches: fichesKept(given.fiches, mine.fiches) };
  const stores = BACKED_UP_NAMES.map((store): StorePlan => {
    const known = new Map<string, object>(mine[store].map((record) => [keyOf(store, record), record]));
    const plan = { store, added: 0, changed: 0, kept: 0 };
    for (const record of theirs[store]) {
      const own = known.get(keyOf(store, record));
      const joined = joinAny(store, own ?? record, record);
      if (own && canonical(own) === canonical(joined)) {
        plan.kept++;
        continue;
      }
      if (own) plan.changed++;
      else plan.added++;
      changes.push({ store, record: joined });
    }
    return plan;
  });
  return { stores: stores.filter(({ added, changed, kept }) => added + changed + kept > 0), changes };
}

/** Tells what restoring would do, and changes nothing. @throws {StorageProblem} */
export async function previewRestore(area: SaltArea, content: Content, today: string): Promise<RestorePlan> {
  const mine = await read([...BACKED_UP_NAMES, 'files'] as StoreName[], async (tx) => ({
    stores: await readStores(tx),
    files: (await tx.objectStore('files').count()) > 0,
  }));
  const salt = await saltFate(area, content, mine.stores);
  const initials = await loadInitials(area);
  return {
    stores: planOf(mine.stores, salt.theirs).stores,
    unusable: salt.unusable,
    ...(content.files && {
      files: { until: content.files.until, fate: fileFate(content, mine.files, today) },
    }),
    ...(content.settings.initials && { initials: initials === '' ? 'added' : 'kept' }),
  };
}

/**
 * Joins a backup with what is here: all of it or nothing. Nothing is ever taken away: what is only here stays, and of two
 * words on one thing the later one counts.
 * @throws {StorageProblem}
 */
export async function restore(area: SaltArea, content: Content, today: string): Promise<RestorePlan> {
  const before = await read([...SALTED], readSalted);
  const salt = await saltFate(area, content, before);
  // Before the hashes that are made with it: had the browser stopped in between, they would say nothing.
  if (salt.adopt !== undefined) await area.set({ decisionSalt: salt.adopt });
  const plan = await write([...BACKED_UP_NAMES, 'cards', 'files'] as StoreName[], async (tx) => {
    const { stores, changes } = planOf(await readStores(tx), salt.theirs);
    for (const { store, record } of changes) await tx.objectStore(store).put(record as never);
    await redrawCards(tx, changes);
    const fate = content.files && fileFate(content, (await tx.objectStore('files').count()) > 0, today);
    if (content.files && fate === 'added') await tx.objectStore('files').put(content.files);
    return { stores, ...(content.files && fate && { files: { until: content.files.until, fate } }) };
  });
  const { initials, choices } = content.settings;
  const own = await loadInitials(area);
  if (initials && own === '') await saveInitials(area, initials);
  if (choices && !isRecord((await area.get(CHOICES))[CHOICES])) await area.set({ [CHOICES]: choices });
  return {
    ...plan,
    unusable: salt.unusable,
    ...(initials && { initials: own === '' ? ('added' as const) : ('kept' as const) }),
  };
}

async function readSalted(tx: Transaction<'readonly'>): Promise<Stores> {
  const all = await Promise.all(
    SALTED.map(async (name) => [name, await tx.objectStore(name).getAll()] as const),
  );
  return { ...NO_STORES, ...Object.fromEntries(all) };
}

/** What to do of the hashes of a backup: they join ours under the same salt, and bring theirs where there is nothing yet. */
async function saltFate(
  area: SaltArea,
  { stores, salt }: Content,
  mine: Stores,
): Promise<{ theirs: Stores; unusable: number; adopt?: string }> {
  const count = SALTED.reduce((sum, name) => sum + stores[name].length, 0);
  if (count === 0) return { theirs: stores, unusable: 0 };
  const own = await loadSalt(area);
  if (salt !== undefined && own === salt) return { theirs: stores, unusable: 0 };
  const empty = SALTED.every((name) => mine[name].length === 0);
  if (salt !== undefined && empty) return { theirs: stores, unusable: 0, adopt: salt };
  const without = Object.fromEntries(SALTED.map((name) => [name, []]));
  return { theirs: { ...stores, ...without }, unusable: count };
}

function fileFate({ files }: Content, known: boolean, today: string): 'added' | 'kept' | 'expired' {
  if (known) return 'kept';
  return files && files.until < today ? 'expired' : 'added';
}

/** The board is made of the fiches: of a school that got some, its card is made anew. */
async function redrawCards(tx: Transaction<'readwrite'>, changes: readonly Change[]): Promise<void> {
  const touched = new Map<string, Fiche>();
  for (const { store, record } of changes) {
    if (store !== 'fiches') continue;
    const fiche = record as Fiche;
    touched.set(JSON.stringify([fiche.school, fiche.transition]), fiche);
  }
  for (const { school, transition } of touched.values()) await redrawCard(tx, school, transition);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
