import type { Facts, Gathered } from '@/utils/core/facts';
import type { CourseGap } from '@/utils/core/import-wizard-facts';
import { compareCourses } from './expected-courses';

/**
 * What the courses of the wizard's last list are beside those that the checked file should give. Undefined when either
 * is not there. What is missing is only told of a list that was read to its end.
 */
export function courseGaps({ wizardRows, expectedCourses }: Facts): Gathered<CourseGap> | undefined {
  const rows = wizardRows?.items.filter(({ list }) => list === 'courses') ?? [];
  const [first] = rows;
  if (!wizardRows || !expectedCourses || !first) return undefined;
  const byName = new Map(rows.map(({ name, at }) => [name, at]));
  const compared = compareCourses(
    expectedCourses.items,
    rows.map(({ name }) => ({ name })),
  );
  const gaps: CourseGap[] = [];
  const renamed = wizardRows.complete ? compared.renamed : [];
  for (const { expected: one, shown } of renamed) {
    const at = byName.get(shown.name) ?? first.at;
    gaps.push({ at, kind: 'renamed', name: one.name, detail: shown.name });
  }
  if (wizardRows.complete)
    for (const { name } of compared.missing)
      gaps.push({ at: missingAt(first.at, name), kind: 'missing', name });
  const others = wizardRows.complete
    ? compared.unexpected
    : [...compared.unexpected, ...compared.renamed.map(({ shown }) => shown)];
  for (const { name } of others) gaps.push({ at: byName.get(name) ?? first.at, kind: 'unexpected', name });
  // What was switched off is somebody's choice: that nothing else is missing proves nothing of it.
  const chosen = rows.every(({ state }) => state !== 'off');
  return { items: gaps, complete: chosen && wizardRows.complete && expectedCourses.complete };
}

/** What is not on the screen has a place of its own there, that no row bears. */
function missingAt(at: CourseGap['at'], name: string): CourseGap['at'] {
  return at.in === 'page' ? { ...at, key: `${name}|missing` } : at;
}
