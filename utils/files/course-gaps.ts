import type { Facts, Gathered } from '@/utils/core/facts';
import type { CourseGap } from '@/utils/core/import-wizard-facts';
import { compareCourses, type ShownCourse } from './expected-courses';

/**
 * What the courses of the wizard's last list are beside those that the checked file should give. Undefined when either
 * is not there. What is missing is only told of a list that was read to its end.
 */
export function courseGaps({ wizardRows, expectedCourses }: Facts): Gathered<CourseGap> | undefined {
  const rows = wizardRows?.items.filter(({ list }) => list === 'courses') ?? [];
  const [first] = rows;
  if (!wizardRows || !expectedCourses || !first) return undefined;
  const listed = rows.map(({ name }) => ({ name }));
  // By course and not by name: two may bear the same.
  const placeOf = new Map<ShownCourse, CourseGap['at'] | undefined>(
    listed.map((course, n) => [course, rows[n]?.at]),
  );
  const compared = compareCourses(expectedCourses.items, listed);
  const gaps: CourseGap[] = [];
  const renamed = wizardRows.complete ? compared.renamed : [];
  for (const { expected: one, shown } of renamed) {
    const at = placeOf.get(shown) ?? first.at;
    gaps.push({ at, kind: 'renamed', name: one.name, detail: shown.name });
  }
  if (wizardRows.complete)
    for (const { name } of compared.missing)
      gaps.push({ at: missingAt(first.at, name), kind: 'missing', name });
  const others = wizardRows.complete
    ? compared.unexpected
    : [...compared.unexpected, ...compared.renamed.map(({ shown }) => shown)];
  for (const course of others)
    gaps.push({ at: placeOf.get(course) ?? first.at, kind: 'unexpected', name: course.name });
  // What was switched off is somebody's choice: that nothing else is missing proves nothing of it.
  const chosen = rows.every(({ state }) => state !== 'off');
  return { items: gaps, complete: chosen && wizardRows.complete && expectedCourses.complete };
}

/** What is not on the screen has a place of its own there, that no row bears. */
function missingAt(at: CourseGap['at'], name: string): CourseGap['at'] {
  return at.in === 'page' ? { ...at, key: `${name}|missing` } : at;
}
