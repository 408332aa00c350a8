import type { SchoolYear } from '@/utils/core/context';
import type { Facts, Gathered } from '@/utils/core/facts';
import type { CourseGap } from '@/utils/core/import-wizard-facts';
import type { Course } from '@/utils/core/itslearning-facts';
import type { ExpectedCourse } from '@/utils/core/timetable-facts';
import { compareCourses, type ShownCourse } from './expected-courses';

/** Which courses of « Administration des cours » are compared: those of one school, made by this year's imports. */
export interface CourseScope {
  year: SchoolYear;
  /** As the list names it; needed as soon as the list covers several. */
  organisation?: string;
}

/**
 * What « Administration des cours » shows beside what the timetable file should give: missing, renamed, unexpected, or
 * with another number of participants. Undefined when the list covers several schools and none is named. On a list that
 * was not read to its end nothing is missing, and nothing is taken for another that was renamed.
 */
export function courseListGaps(
  expected: readonly ExpectedCourse[],
  { courses }: Pick<Facts, 'courses'>,
  { year, organisation }: CourseScope,
): Gathered<CourseGap> | undefined {
  if (!courses) return undefined;
  const schools = new Set(courses.items.map((course) => course.organisation));
  if (organisation === undefined && schools.size > 1) return undefined;
  const own = courses.items.filter((course) => isCompared(course, year, organisation));
  const shown = own.map((course) => ({
    name: course.title,
    at: course.at,
    ...(course.participants !== undefined && { participants: course.participants }),
  }));
  const compared = compareCourses(expected, shown);
  // By course and not by name: two may bear the same.
  const placeOf = new Map<ShownCourse, CourseGap['at']>(shown.map((course) => [course, course.at]));
  const nowhere = { in: 'page', page: 'itslearning/courses' } as const;
  const missingAt = (name: string) => ({ ...nowhere, key: `${name}|missing` });
  const at = (course: ShownCourse) => placeOf.get(course) ?? missingAt(course.name);
  const gaps: CourseGap[] = compared.miscounted.map(({ expected: one, shown: other }) => ({
    at: at(other),
    kind: 'miscounted',
    name: one.name,
    detail: `${one.participants} participants attendus, ${other.participants} affichés`,
  }));
  const { complete } = courses;
  for (const { expected: one, shown: other } of complete ? compared.renamed : [])
    gaps.push({ at: at(other), kind: 'renamed', name: one.name, detail: other.name });
  for (const { name } of complete ? compared.missing : [])
    gaps.push({ at: missingAt(name), kind: 'missing', name });
  const others = complete ? [] : compared.renamed.map((pair) => pair.shown);
  for (const course of [...compared.unexpected, ...others])
    gaps.push({ at: at(course), kind: 'unexpected', name: course.name });
  return { items: gaps, complete, ...(courses.read && { read: courses.read }) };
}

/** Courses made by hand, archived or of an earlier year are none of the file's. */
function isCompared(course: Course, { startsIn }: SchoolYear, organisation: string | undefined): boolean {
  const { imported, state, createdOn } = course;
  if (imported === false || state === 'archived') return false;
  if (createdOn !== undefined && createdOn < `${startsIn}-08-01`) return false;
  return organisation === undefined || course.organisation === organisation;
}
