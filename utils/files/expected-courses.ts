import type { Facts } from '@/utils/core/facts';
import type { ExpectedCourse, Lesson } from '@/utils/core/timetable-facts';
import { courseNameKey, isNearWord, splitCourseName } from '@/utils/matching/course-name';

/** A course as a screen lists it. */
export interface ShownCourse {
  name: string;
  participants?: number;
}

/** One expected course and the shown one that is held to be it. */
export interface CoursePair {
  expected: ExpectedCourse;
  shown: ShownCourse;
}

/** What became of the expected courses on a screen. */
export interface CourseComparison {
  /** Shown under its name, spaces, case and accents apart, or under its other name. */
  found: readonly CoursePair[];
  /** Found, with another number of participants. */
  miscounted: readonly CoursePair[];
  /** Same audience and nearly the same subject, or the reverse. */
  renamed: readonly CoursePair[];
  missing: readonly ExpectedCourse[];
  unexpected: readonly ShownCourse[];
}

/** The courses that the platform makes of a timetable, in the order of the file. */
export function expectedCourses(facts: Facts): ExpectedCourse[] {
  const members = membersByName(facts);
  const groupsUnknown = facts.timetablePupils?.items.some((pupil) => pupil.groupsUnknown) ?? false;
  const courses = new Map<string, { lessons: Lesson[]; otherName?: string }>();
  for (const lesson of facts.lessons?.items ?? []) {
    for (const name of lesson.courses) {
      const course = courses.get(name) ?? { lessons: [] };
      course.lessons.push(lesson);
      if (lesson.otherCourse !== undefined) course.otherName = lesson.otherCourse;
      courses.set(name, course);
    }
  }
  return [...courses].map(([name, { lessons, otherName }]) => {
    // A list of pupils without their groups still tells who is in a class.
    const isTold = !groupsUnknown || lessons.every(({ audience }) => audience !== 'group');
    const participants = members && isTold ? countParticipants(name, lessons, members) : undefined;
    return {
      name,
      ...(otherName !== undefined && { otherName }),
      lessons: lessons.length,
      ...(participants !== undefined && { participants }),
    };
  });
}

/**
 * Compares expected courses with those of a screen. A shown course that two expected ones share is found for both. Of
 * several shown under the expected name none is unexpected: that they are doubles is for a rule of its own to say.
 */
export function compareCourses(
  expected: readonly ExpectedCourse[],
  shown: readonly ShownCourse[],
): CourseComparison {
  const byKey = new Map<string, ShownCourse[]>();
  for (const course of shown) {
    const key = courseNameKey(course.name);
    const same = byKey.get(key);
    if (same) same.push(course);
    else byKey.set(key, [course]);
  }
  const found: CoursePair[] = [];
  const taken = new Set<ShownCourse>();
  const lost: ExpectedCourse[] = [];
  for (const course of expected) {
    const other = course.otherName === undefined ? undefined : byKey.get(courseNameKey(course.otherName));
    const alike = byKey.get(courseNameKey(course.name)) ?? other ?? [];
    const match = alike.find((one) => !isMiscounted(course, one)) ?? alike[0];
    if (match) found.push({ expected: course, shown: match });
    else lost.push(course);
    for (const one of alike) taken.add(one);
  }
  const extra = shown.filter((course) => !taken.has(course));
  const renamed = pairRenamed(lost, extra);
  const paired = new Set<unknown>(renamed.flatMap((pair) => [pair.expected, pair.shown]));
  return {
    found,
    miscounted: found.filter(({ expected: one, shown: other }) => isMiscounted(one, other)),
    renamed,
    missing: lost.filter((course) => !paired.has(course)),
    unexpected: extra.filter((course) => !paired.has(course)),
  };
}

/** Under its other name, a course also has the members of the class: only the same course can be counted. */
function isMiscounted(expected: ExpectedCourse, shown: ShownCourse): boolean {
  if (expected.participants === undefined || shown.participants === undefined) return false;
  return (
    courseNameKey(expected.name) === courseNameKey(shown.name) && expected.participants !== shown.participants
  );
}

/** Only where one candidate is left on each side: « renamed » is never a guess between two. */
function pairRenamed(lost: readonly ExpectedCourse[], extra: readonly ShownCourse[]): CoursePair[] {
  const candidates = new Map<string, ShownCourse[]>();
  for (const course of extra) {
    const { subject, audience } = splitCourseName(course.name);
    for (const key of [`A${audience}`, `S${subject}`])
      candidates.set(key, [...(candidates.get(key) ?? []), course]);
  }
  const alikeOf = (course: ExpectedCourse): ShownCourse[] => {
    const own = splitCourseName(course.name);
    const near = [
      ...(candidates.get(`A${own.audience}`) ?? []),
      ...(candidates.get(`S${own.subject}`) ?? []),
    ];
    return near.filter(({ name }) => {
      const other = splitCourseName(name);
      if (own.audience === other.audience) return isNearWord(own.subject, other.subject);
      return own.subject === other.subject && isNearWord(own.audience, other.audience);
    });
  };
  const wanted = lost.map((course) => ({ course, alike: alikeOf(course) }));
  const claims = new Map<ShownCourse, number>();
  for (const { alike } of wanted) for (const one of alike) claims.set(one, (claims.get(one) ?? 0) + 1);
  return wanted.flatMap(({ course, alike: [only, ...others] }) =>
    only && others.length === 0 && claims.get(only) === 1 ? [{ expected: course, shown: only }] : [],
  );
}

/** Positions of pupils in the list, by « C4 A » or « G4LATIN »; undefined when the facts don't say who is where. */
function membersByName({ timetablePupils }: Facts): ReadonlyMap<string, number[]> | undefined {
  if (!timetablePupils) return undefined;
  if (timetablePupils.items.some((pupil) => pupil.classesUnknown)) return undefined;
  const members = new Map<string, number[]>();
  for (const [index, { classes, groups }] of timetablePupils.items.entries()) {
    for (const key of [...classes.map((name) => `C${name}`), ...groups.map((name) => `G${name}`)]) {
      const list = members.get(key);
      if (list) list.push(index);
      else members.set(key, [index]);
    }
  }
  return members;
}

/** Undefined as soon as a part of a class comes on top, or teachers are not known: facts don't say who they are. */
function countParticipants(
  course: string,
  lessons: readonly Lesson[],
  members: ReadonlyMap<string, number[]>,
): number | undefined {
  if (lessons.some(({ parts, teachersUnknown }) => parts.length > 0 || teachersUnknown)) return undefined;
  const pupils = new Set<number>();
  const teachers = new Set<string>();
  for (const lesson of lessons) {
    for (const name of lesson.teachers) teachers.add(name);
    const own = lesson.classes.filter((name) => course === `${lesson.subject} - ${name}`);
    const keys =
      lesson.audience === 'group' ? lesson.groups.map((name) => `G${name}`) : own.map((name) => `C${name}`);
    for (const key of keys) for (const pupil of members.get(key) ?? []) pupils.add(pupil);
  }
  return pupils.size + teachers.size;
}
