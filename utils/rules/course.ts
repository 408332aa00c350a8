import type { SchoolYear } from '@/utils/core/context';
import type { Course } from '@/utils/core/itslearning-facts';

/** ISO date from which a course belongs to a school year: the platform archives those before (source 000 §1). */
export function firstDay({ startsIn }: SchoolYear): string {
  return `${startsIn}-08-01`;
}

/** True for a course of an earlier year; `undefined` when the screen gives no date of creation. */
export function isOfPastYear({ createdOn }: Course, year: SchoolYear): boolean | undefined {
  return createdOn === undefined ? undefined : createdOn < firstDay(year);
}

/** « , dans COLLEGE MOLIERE » where the list covers several schools: a title occurs in each of them. */
export function whereabouts({ organisation }: Course, all: readonly Course[]): string {
  const schools = new Set(all.map((one) => one.organisation));
  return organisation && schools.size > 1 ? `, dans ${organisation}` : '';
}
