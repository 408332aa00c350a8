import type { MilestoneDates } from '@/utils/checklists/calendar';
import type { TimetableMode } from '@/utils/core/skolengo-facts';
import { rangeOf, read, write } from './db';

/** What a school said of one change of year: its own dates, and how it imports its timetable. */
export interface SchoolYearSaid {
  dates: MilestoneDates;
  mode?: TimetableMode;
}

/** @throws {StorageProblem} */
export function loadSchoolYear(school: string, transition: number): Promise<SchoolYearSaid> {
  return read(['dates', 'timetableModes'], async (tx) => {
    const [dates, said] = await Promise.all([
      tx.objectStore('dates').getAll(rangeOf(school, transition)),
      tx.objectStore('timetableModes').get(school),
    ]);
    return {
      dates: Object.fromEntries(dates.map(({ milestone, date }) => [milestone, date])),
      ...(said && { mode: said.mode }),
    };
  });
}

/** Remembers how a school imports its timetable at an ISO instant; `undefined` forgets it. @throws {StorageProblem} */
export function saveTimetableMode(
  school: string,
  mode: TimetableMode | undefined,
  at: string,
): Promise<void> {
  return write(['timetableModes'], async (tx) => {
    const store = tx.objectStore('timetableModes');
    if (mode === undefined) await store.delete(school);
    else await store.put({ school, mode, at });
  });
}
