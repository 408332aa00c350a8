import type { Facts } from '@/utils/core/facts';
import type { ExpectedCourse, Lesson } from '@/utils/core/timetable-facts';
import { singleFault } from '@/utils/matching/distance';
import { fold } from '@/utils/matching/fold';

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
    const participants = members && countParticipants(name, lessons, members);
    return {
      name,
      ...(otherName !== undefined && { otherName }),
      lessons: lessons.length,
      ...(participants !== undefined && { participants }),
    };
  });
}

/** Compares expected courses with those of a screen. A shown course that two expected ones share is found for both. */
export function compareCourses(
  expected: readonly ExpectedCourse[],
  shown: readonly ShownCourse[],
): CourseComparison {
  const byKey = new Map(shown.map((course) => [courseKey(course.name), course]));
  const found: CoursePair[] = [];
  const lost: ExpectedCourse[] = [];
  for (const course of expected) {
    const other = course.otherName === undefined ? undefined : byKey.get(courseKey(course.otherName));
    const match = byKey.get(courseKey(course.name)) ?? other;
    if (match) found.push({ expected: course, shown: match });
    else lost.push(course);
  }
  const taken = new Set(found.map((pair) => pair.shown));
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
  return courseKey(expected.name) === courseKey(shown.name) && expected.participants !== shown.participants;
}

/** Spaces, case, accents and the order of joined groups are not told apart. */
function courseKey(name: string): string {
  const { subject, audience } = splitName(name);
  return `${subject}|${audience}`;
}

/** The subject is what stands before the last « - » between spaces: subjects have hyphens of their own. */
function splitName(name: string): { subject: string; audience: string } {
  const at = Math.max(name.lastIndexOf(' - '), name.lastIndexOf(' – '));
  const tight = (text: string) => fold(text).replaceAll(' ', '');
  if (at < 0) return { subject: tight(name), audience: '' };
  const groups = name
    .slice(at + 3)
    .split('/')
    .map(tight);
  return { subject: tight(name.slice(0, at)), audience: groups.sort().join('/') };
}

/** Only where one candidate is left on each side: « renamed » is never a guess between two. */
function pairRenamed(lost: readonly ExpectedCourse[], extra: readonly ShownCourse[]): CoursePair[] {
  const candidates = new Map<string, ShownCourse[]>();
  for (const course of extra) {
    const { subject, audience } = splitName(course.name);
    for (const key of [`A${audience}`, `S${subject}`])
      candidates.set(key, [...(candidates.get(key) ?? []), course]);
  }
  const alikeOf = (course: ExpectedCourse): ShownCourse[] => {
    const own = splitName(course.name);
    const near = [
      ...(candidates.get(`A${own.audience}`) ?? []),
      ...(candidates.get(`S${own.subject}`) ?? []),
    ];
    return near.filter(({ name }) => {
      const other = splitName(name);
      if (own.audience === other.audience) return isNear(own.subject, other.subject);
      return own.subject === other.subject && isNear(own.audience, other.audience);
    });
  };
  const wanted = lost.map((course) => ({ course, alike: alikeOf(course) }));
  const claims = new Map<ShownCourse, number>();
  for (const { alike } of wanted) for (const one of alike) claims.set(one, (claims.get(one) ?? 0) + 1);
  return wanted.flatMap(({ course, alike: [only, ...others] }) =>
    only && others.length === 0 && claims.get(only) === 1 ? [{ expected: course, shown: only }] : [],
  );
}

/** One abbreviates the other (« TECHNO », « TECHNOLOGIE »), or they differ by one slip in a word long enough. */
function isNear(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 4) return false;
  return long.startsWith(short) || singleFault(one, other) !== undefined;
}

/** Positions of pupils in the list, by « C4 A » or « G4LATIN »; undefined when the facts name no pupil. */
function membersByName({ timetablePupils }: Facts): ReadonlyMap<string, number[]> | undefined {
  if (!timetablePupils) return undefined;
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

/** Undefined as soon as a part of a class comes on top: facts don't say who is in it. */
function countParticipants(
  course: string,
  lessons: readonly Lesson[],
  members: ReadonlyMap<string, number[]>,
): number | undefined {
  if (lessons.some(({ parts }) => parts.length > 0)) return undefined;
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
