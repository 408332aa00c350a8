import type { EnrolmentSaid, KeptEnrolment } from '@/utils/enrolment-messages';
import { read, write } from './db';
import { schoolKey } from './schools';

/** A course in which the administrator enrolled to check it. It names a course, nobody. */
export interface StoredEnrolment {
  host: string;
  /** As the list of courses writes it; empty when it says none. */
  organisation: string;
  course: string;
  /** Key of the school, where the screen said which. */
  school?: string;
  /** ISO instant. */
  at: string;
}

/** The enrolments on a site that nobody was seen to leave, the oldest first. @throws {StorageProblem} */
export async function listEnrolments(host: string): Promise<KeptEnrolment[]> {
  const range = IDBKeyRange.bound([host], [host, []]);
  const all = await read(['enrolments'], (tx) => tx.objectStore('enrolments').getAll(range));
  return all
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ course, organisation, school, at }) => ({
      course,
      organisation,
      since: at,
      ...(school && { school }),
    }));
}

/** Those of every site, the oldest first. @throws {StorageProblem} */
export async function listAllEnrolments(): Promise<StoredEnrolment[]> {
  const all = await read(['enrolments'], (tx) => tx.objectStore('enrolments').getAll());
  return all.sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Remembers that the person enrolled in courses, or forgets those that they left. All or nothing. @throws {StorageProblem} */
export function sayEnrolment({ host, school, courses, what, at }: EnrolmentSaid): Promise<void> {
  return write(['enrolments'], async (tx) => {
    const store = tx.objectStore('enrolments');
    for (const { course, organisation } of courses) {
      const key: [string, string, string] = [host, organisation, course];
      if (what === 'leave') await store.delete(key);
      // Enrolled twice, the first day is the one to remember.
      else if (!(await store.get(key)))
        await store.put({ host, organisation, course, at, ...(school && { school: schoolKey(school) }) });
    }
  });
}
