import type { SchoolYear } from '@/utils/core/context';
import type { Course } from '@/utils/core/itslearning-facts';
import type { Flag } from '@/utils/core/rule';

/** ISO date from which a course belongs to a school year: the platform archives those before (source 000 §1). */
export function firstDay({ startsIn }: SchoolYear): string {
  return `${startsIn}-08-01`;
}

/** True for a course of an earlier year; `undefined` when the screen gives no date of creation. */
export function isOfPastYear({ createdOn }: Course, year: SchoolYear): boolean | undefined {
  return createdOn === undefined ? undefined : createdOn < firstDay(year);
}

/** What was told of lists: it is asked of each of their courses. */
const SEVERAL = new WeakMap<readonly Course[], boolean>();

function coversSeveral(all: readonly Course[]): boolean {
  const known = SEVERAL.get(all);
  if (known !== undefined) return known;
  const several = all.some(({ organisation }) => organisation !== all[0]?.organisation);
  SEVERAL.set(all, several);
  return several;
}

/** « , dans COLLEGE MOLIERE » where the list covers several schools: a title occurs in each of them. */
export function whereabouts({ organisation }: Course, all: readonly Course[]): string {
  return organisation && coversSeveral(all) ? `, dans ${organisation}` : '';
}

/**
 * One flag for all the courses of which something could not be read: what nobody knows is never taken for « all is well ».
 * `what`: « la date n’a pas été lue ».
 */
export function* untold(courses: readonly Course[], what: string): Iterable<Flag> {
  const [first, ...others] = courses;
  if (!first) return;
  yield {
    at: first.at,
    also: others.map(({ at }) => at),
    subject: others.length === 0 ? first.title : `${courses.length} cours`,
    says: `Indéterminé : ${what}. À vérifier à l’écran.`,
    review: true,
  };
}

/** Courses in use, perhaps of an earlier year, of which nothing says whether an import of the timetable made them. */
export function withoutOrigin(courses: readonly Course[], year: SchoolYear): Course[] {
  return courses.filter(
    (course) =>
      course.imported === undefined && course.state !== 'archived' && isOfPastYear(course, year) !== false,
  );
}

/** What `untold` says of them. */
export const NO_ORIGIN = 'rien ici ne dit si une intégration les a créés';
