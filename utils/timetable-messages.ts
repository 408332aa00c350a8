import type { RuleResult } from './core/audit';
import type { School } from './core/context';
import type { EntId } from './core/facts';
import type { RuleTexts } from './core/rule';
import type { ExpectedCourse, LastTimetable } from './core/timetable-facts';

/** Asks for the control of the one timetable file that an upload has carried (`import/piece`). */
export interface TimetableRequest {
  host: string;
  upload: string;
  ent: EntId;
  /** The school of the screen, when it says so. */
  school?: School;
}

/** What the control of the chosen file gave. Every text is French. */
export type TimetableControl =
  | { kind: 'unreadable'; problems: readonly string[] }
  | { kind: 'failed'; says: string }
  | ControlledTimetable;

/** What the rules say of the file, judged where it was read: its lists would be megabytes to a page that shows ten lines. */
export interface ControlledTimetable {
  kind: 'done';
  results: readonly RuleResult[];
  rules: readonly RuleTexts[];
  /** What the file is. */
  lines: readonly string[];
  /** What cannot be known from it. */
  unknowable: readonly string[];
  /** What was found in the file and did not keep it from being read. */
  problems: readonly string[];
  /** True where only the workshop can tell more. */
  toWorkshop?: boolean;
  /** To be kept once the import is sent; absent when the school is not known. */
  remember?: Omit<SentTimetable, 'host'>;
}

/** What is kept of a file whose import was sent: nobody's name. */
export interface SentTimetable {
  host: string;
  last: LastTimetable;
  /** Absent when the file doesn't tell its lessons. */
  courses?: readonly ExpectedCourse[];
}
