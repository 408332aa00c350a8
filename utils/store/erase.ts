import { write } from './db';
import type { StoreName } from './schema';

/** A record rather than a list: a store that is added and forgotten here does not compile. */
const STORES: Record<StoreName, true> = {
  schools: true,
  ticks: true,
  notes: true,
  proofs: true,
  dates: true,
  mappings: true,
  decisions: true,
  files: true,
  expectations: true,
  people: true,
  fiches: true,
  cards: true,
  synonyms: true,
  timetableModes: true,
  lastTimetables: true,
  keptCourses: true,
  years: true,
  ownSteps: true,
  journal: true,
  templates: true,
  enrolments: true,
  detectors: true,
  events: true,
  learnedPages: true,
};

/** Every store that is erased. */
export const STORE_NAMES = Object.keys(STORES) as readonly StoreName[];

/** A place besides the database: `localStorage`, `browser.storage.local`, `browser.storage.session`. */
export interface Area {
  clear(): void | Promise<void>;
}

/**
 * Erases all that is kept: the database in one transaction, then every area given. When the database refuses, nothing
 * is erased anywhere.
 * @throws {StorageProblem}
 */
export async function clearAll(...areas: readonly Area[]): Promise<void> {
  await write([...STORE_NAMES], async (tx) => {
    await Promise.all(STORE_NAMES.map((name) => tx.objectStore(name).clear()));
  });
  for (const area of areas) await area.clear();
}
