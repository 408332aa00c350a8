import type { Grade } from '@/components/impact-icon';
import type { Choice, GroupView } from '@/components/workshop/results-view';
import type { BusyView, FileProblemView } from '@/components/workshop/view';

/** What the section « Emploi du temps » shows, as plain texts. */
export interface TimetableView {
  sources: readonly SourceView[];
  /** Files stand in the zone, or a pasted list does. */
  filled: boolean;
  pasted: boolean;
  busy?: BusyView;
  /** Why there is no result once something was given. */
  refusal?: string;
  school: SchoolChoiceView;
  accounts: AccountsView;
  results?: TimetableResultsView;
  problem?: { says: string; advice: string };
}

/** One file or list: what it is, what it says of itself, what it can't tell. */
export interface SourceView {
  id: number;
  name: string;
  about: string;
  refused: boolean;
  problems: readonly FileProblemView[];
  tells: readonly { label: string; value: string }[];
  unknowable: readonly string[];
  parts: readonly { name: string; holds: string; modified: string }[];
}

/** The school of the import, and how the file's own code agrees with it. */
export interface SchoolChoiceView {
  uai: string;
  known: readonly Choice[];
  verdict?: { grade: Grade; text: string };
  /** The codes of the files that are not the one chosen: to be taken in its place. */
  inFiles: readonly Choice[];
}

/** The accounts of the platform that people are compared with. */
export interface AccountsView {
  filled: boolean;
  origin?: string;
  files: readonly { id: number; name: string; about: string; problems: readonly FileProblemView[] }[];
  problems: readonly FileProblemView[];
}

export interface TimetableResultsView {
  verdict: { grade: Grade; text: string };
  /** What was not controlled, or not surely. */
  cautions: readonly string[];
  groups: readonly GroupView[];
  lessons?: LessonsView;
  courses?: CoursesView;
  people: PeopleCheckView;
  memory: MemoryView;
  support: { subject: string; body: string };
}

/** How much of a list is shown. */
export interface ListView {
  /** « 12 sur 640 ». */
  count: string;
  more: number;
}

export interface LessonsView extends ListView {
  /** « 627 séances, 4 sans cours ». */
  note: string;
  text: string;
  kind: string;
  className: string;
  kinds: readonly Choice[];
  classes: readonly Choice[];
  rows: readonly LessonView[];
}

export interface LessonView {
  id: number;
  grade: Grade;
  /** Said in place of the courses when there is none. */
  word: string;
  title: string;
  teachers: string;
  slots: string;
  courses: readonly string[];
  why?: string;
  mend?: string;
  place: string;
}

export interface CoursesView extends ListView {
  note: string;
  text: string;
  rows: readonly { name: string; otherName: string; lessons: string; participants: string }[];
  /** Where the whole list is downloaded from. */
  href: string;
  fileName: string;
  /** « retenus le 07/09/2026 » once they are kept. */
  kept?: string;
  /** False while no school is known to keep them for. */
  keepable: boolean;
}

export interface PeopleCheckView {
  note: string;
  /** Why nothing can be compared; absent once it is. */
  missing?: string;
  summaries: readonly { label: string; parts: readonly { grade: Grade; text: string }[] }[];
  list?: ListView & {
    text: string;
    kind: string;
    profile: string;
    kinds: readonly Choice[];
    profiles: readonly Choice[];
    rows: readonly UnreconciledView[];
  };
}

export interface UnreconciledView {
  id: number;
  grade: Grade;
  kind: string;
  name: string;
  detail: string;
  account?: string;
  reasons: readonly string[];
}

/** The last file of this school, and whether this one takes its place. */
export interface MemoryView {
  last?: string;
  /** The button that makes this file the last one, where that is the person's to say. */
  replaceable: boolean;
  forgettable: boolean;
}

/** What a person can do in the section. */
export interface TimetableActs {
  give(files: readonly File[]): void;
  remove(): void;
  paste(text: string): void;
  cancel(): void;
  setSchool(uai: string): void;
  giveAccounts(files: readonly File[]): void;
  removeAccounts(): void;
  more(rule: string): void;
  filterLessons(change: { text?: string; kind?: string; className?: string; limit?: number }): void;
  filterCourses(change: { text?: string; limit?: number }): void;
  filterPeople(change: { text?: string; kind?: string; profile?: string; limit?: number }): void;
  keepCourses(): void;
  rememberFile(): void;
  forget(): void;
  copy(text: string, what: string): void;
}
