import type { EntId } from '@/utils/core/facts';
import type { RuleCount } from '@/utils/core/fiche';
import type {
  ExpectedCourse,
  HashedIdentifier,
  LastTimetable,
  TimetableFile,
} from '@/utils/core/timetable-facts';
import type { ColumnMapping } from '@/utils/files/headers';
import type { FileProblem } from '@/utils/files/problem';
import type { TimetableKind, UdtPart } from '@/utils/files/timetable';
import type { SupportText } from '@/utils/report/import-failure';
import type { LessonOutcome } from '@/utils/report/lesson-outcome';
import type { GivenFile, ListedFinding, ReadSide } from '../protocol';

/** One file or list that was read, or refused. */
export interface Source {
  id: number;
  file: string;
  /** Absent when nothing could be read. */
  kind?: TimetableKind;
  problems: FileProblem[];
  unknowable: readonly string[];
  envelope?: TimetableFile;
  parts?: readonly UdtPart[];
}

/** What judging needs to know beside what was read. */
export interface JudgeContext {
  ent: EntId;
  today: string;
  school?: { uai: string; name: string };
  last?: LastTimetable;
  /** Rules that somebody switched off. */
  off?: readonly string[];
  /** Of this installation. */
  salt: string;
}

/** How many things of each kind were read. */
export interface Counts {
  lessons: number;
  classes: number;
  groups: number;
  pupils: number;
  teachers: number;
}

/** Why people are listed. */
export type PersonKind = 'unreconciled' | 'doubtful' | 'unknown' | 'former' | 'uncompared' | 'absent';

/** Numbers of one profile against the accounts; absent lists tell nothing of it. */
export type PeopleCounts = Record<PersonKind, number> & { profile: 'pupil' | 'teacher'; reconciled: number };

/** What was judged, but for its lists: those are asked for page by page. */
export interface Judged {
  left: readonly string[];
  counts: Counts;
  outcomes: Record<LessonOutcome['kind'], number>;
  classes: readonly string[];
  courses: readonly ExpectedCourse[];
  people: readonly PeopleCounts[];
  identifiers: HashedIdentifier[];
  /** Titles of rules that failed, or were silent on an incomplete list. */
  unproven: string[];
  /** What each rule concluded, for the fiche of the school. */
  ruleCounts: RuleCount[];
  /** Rules that hold the import back, by id. */
  holding: string[];
  support: SupportText;
}

/** What is to be listed; an empty string filters nothing. */
export interface Query {
  findings: Readonly<Record<string, number>>;
  lessons: { text: string; kind: LessonOutcome['kind'] | ''; className: string; limit: number };
  courses: { text: string; limit: number };
  people: { text: string; kind: PersonKind | ''; profile: 'pupil' | 'teacher' | ''; limit: number };
}

/** Lessons of one subject, audience and teacher: one course to whoever mends it. */
export interface ListedLesson extends LessonOutcome {
  id: number;
  title: string;
  teachers: string;
  slots: string;
  place: string;
}

/** Somebody whom the platform may not recognise. */
export interface ListedUnreconciled {
  id: number;
  kind: PersonKind;
  name: string;
  detail: string;
  /** The same person as the accounts write them. */
  account?: string;
  reasons: readonly string[];
}

/** A page of a list, and how long the list is. */
export interface PageOf<T> {
  items: T[];
  matching: number;
  total: number;
}

export interface Pages {
  findings: ListedFinding[];
  lessons: PageOf<ListedLesson>;
  courses: PageOf<ExpectedCourse>;
  people: PageOf<ListedUnreconciled>;
}

/** Every request that the worker of timetables answers. */
export interface TimetableRequests {
  /** In place of the files read before; a pasted list stays. */
  read: { carries: { files: GivenFile[]; today: string }; gives: Source[] };
  /** In place of the list pasted before; an empty text takes it away. */
  paste: { carries: { text: string }; gives: Source[] };
  /** The accounts to compare people with, from an export of the platform. */
  accounts: { carries: { files: GivenFile[]; mappings: ColumnMapping[] }; gives: ReadSide };
  judge: { carries: JudgeContext; gives: Judged };
  list: { carries: Query; gives: Pages };
}

/** A request on the wire. */
export type TimetableRequest = {
  [N in keyof TimetableRequests]: { id: number; name: N; carries: TimetableRequests[N]['carries'] };
}[keyof TimetableRequests];
