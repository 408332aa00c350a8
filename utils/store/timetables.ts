import type { KeptCourses, LastTimetable } from '@/utils/core/timetable-facts';
import { read, write } from './db';

/** The last file seen of a school; undefined for one of which none was. @throws {StorageProblem} */
export function loadLastTimetable(uai: string): Promise<LastTimetable | undefined> {
  return read(['lastTimetables'], (tx) => tx.objectStore('lastTimetables').get(uai));
}

/**
 * Remembers a file in place of the one before. What says nothing of its software leaves the last one known: its edition
 * is what the next file is compared with. @throws {StorageProblem}
 */
export function saveLastTimetable(last: LastTimetable): Promise<void> {
  return write(['lastTimetables'], async (tx) => {
    const store = tx.objectStore('lastTimetables');
    const software = last.software ?? (await store.get(last.uai))?.software;
    await store.put({ ...last, ...(software && { software }) });
  });
}

/** The courses expected in a school; undefined when none were kept. @throws {StorageProblem} */
export function loadKeptCourses(uai: string): Promise<KeptCourses | undefined> {
  return read(['keptCourses'], (tx) => tx.objectStore('keptCourses').get(uai));
}

/** The courses expected in every school. @throws {StorageProblem} */
export function listKeptCourses(): Promise<KeptCourses[]> {
  return read(['keptCourses'], (tx) => tx.objectStore('keptCourses').getAll());
}

/** Keeps the courses expected in a school, in place of those before. @throws {StorageProblem} */
export function saveKeptCourses(kept: KeptCourses): Promise<void> {
  return write(['keptCourses'], async (tx) => {
    await tx.objectStore('keptCourses').put(kept);
  });
}

/** Forgets the file and the courses of a school. @throws {StorageProblem} */
export function forgetTimetable(uai: string): Promise<void> {
  return write(['lastTimetables', 'keptCourses'], async (tx) => {
    await tx.objectStore('lastTimetables').delete(uai);
    await tx.objectStore('keptCourses').delete(uai);
  });
}
