import type { Anchor } from '@/utils/core/facts';
import type { Lesson } from '@/utils/core/timetable-facts';

/** Lessons that are one thing to the person who mends them: same subject, same audience. */
export interface SameLessons {
  at: Anchor;
  also: readonly Anchor[];
  first: Lesson;
  /** « 3 séances ». */
  count: string;
}

/** Brings lessons together by subject and audience, in the order of the file: a course has several slots a week. */
export function sameLessons(lessons: readonly Lesson[], audience: (lesson: Lesson) => string): SameLessons[] {
  const groups = new Map<string, [Lesson, ...Lesson[]]>();
  for (const lesson of lessons) {
    const key = `${lesson.subject}\u0000${audience(lesson)}`;
    const same = groups.get(key);
    if (same) same.push(lesson);
    else groups.set(key, [lesson]);
  }
  return [...groups.values()].map(([first, ...others]) => ({
    at: first.at,
    also: others.map(({ at }) => at),
    first,
    count: `${others.length + 1} séance${others.length > 0 ? 's' : ''}`,
  }));
}

/** « 4 A », « 4 A et 4 B », « 4 A, 4 B et 4 C »: each name once. */
export function enumerated(names: readonly string[]): string {
  const once = [...new Set(names)];
  const last = once.at(-1) ?? '';
  return once.length < 2 ? last : `${once.slice(0, -1).join(', ')} et ${last}`;
}

/** The subject of a lesson, for a title. */
export function subjectOf({ subject, subjectUnknown }: Lesson): string {
  if (subjectUnknown) return 'Matière non connue';
  return subject === '' ? 'Cours sans matière' : subject;
}
