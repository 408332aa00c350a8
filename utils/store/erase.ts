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
  lastTimetables: true,
  keptCourses: true,
  years: true,
  ownSteps: true,
  journal: true,
  templates: true,
  enrolments: true,
};

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
  const names = Object.keys(STORES) as StoreName[];
  await write(names, async (tx) => {
    await Promise.all(names.map((name) => tx.objectStore(name).clear()));
  });
  for (const area of areas) await area.clear();
}
