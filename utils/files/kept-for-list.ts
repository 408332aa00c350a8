import type { Course } from '@/utils/core/itslearning-facts';
import type { KeptCourses } from '@/utils/core/timetable-facts';
import { courseNameKey } from '@/utils/matching/course-name';

/** The file whose courses a list is compared with, and the organisation of the list that is its school. */
export interface FileOfList {
  kept: KeptCourses;
  organisation: string;
}

/** Share of a file's courses that an organisation must show for both to be one school. */
const ENOUGH = 0.5;

/**
 * Which of the files controlled on this computer is that of a school in a list of courses. « Administration des cours »
 * shows no UAI: the names of the courses themselves tell, and only when one file and one organisation stand out.
 */
export function fileOfList(
  files: readonly KeptCourses[],
  courses: readonly Course[],
): FileOfList | undefined {
  const shown = new Map<string, Set<string>>();
  for (const { organisation = '', title } of courses) {
    const keys = shown.get(organisation) ?? new Set();
    shown.set(organisation, keys.add(courseNameKey(title)));
  }
  const pairs: FileOfList[] = [];
  for (const kept of files) {
    const keys = new Set(kept.courses.map(({ name }) => courseNameKey(name)));
    for (const [organisation, titles] of shown) {
      const common = [...keys].filter((key) => titles.has(key)).length;
      if (keys.size > 0 && common >= ENOUGH * keys.size) pairs.push({ kept, organisation });
    }
  }
  return pairs.length === 1 ? pairs[0] : undefined;
}
