import type { Rule } from '@/utils/core/rule';
import { uncontrolledTimetable } from '@/utils/rules/uncontrolled-timetable';

/** What the screen where a timetable file is chosen judges by itself; the file is judged where it is read. */
export const TIMETABLE_UPLOAD_RULES = {
  'uncontrolled-timetable': uncontrolledTimetable,
} as const satisfies Record<string, Rule>;
