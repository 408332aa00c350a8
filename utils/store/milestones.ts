import type { MilestoneDates } from '@/utils/core/milestones';
import { rangeOf, read } from './db';

/** The dates that a school set for itself, for one change of year. @throws {StorageProblem} */
export function loadDates(school: string, transition: number): Promise<MilestoneDates> {
  return read(['dates'], async (tx) => {
    const dates = await tx.objectStore('dates').getAll(rangeOf(school, transition));
    return Object.fromEntries(dates.map(({ milestone, date }) => [milestone, date]));
  });
}
