import type { DateView } from '@/components/steps/date-field';
import type { StepActs, StepView } from '@/components/steps/view';

/** What the calendar of the workshop shows, as plain texts. */
export interface CalendarView {
  schools: readonly { key: string; name: string; chosen: boolean }[];
  /** Why a backup should be made now. */
  backupDue?: string;
  /** Missing as long as no school was ever seen. */
  school?: SchoolView;
}

/** Storage failed: what happened, and what to do. */
export interface Problem {
  says: string;
  advice: string;
}

export type Tab = 'etapes' | 'frise' | 'dates' | 'journal' | 'listes';

export const TABS: readonly { id: Tab; title: string }[] = [
  { id: 'etapes', title: 'Étapes' },
  { id: 'frise', title: 'Frise' },
  { id: 'dates', title: 'Dates' },
  { id: 'journal', title: 'Journal' },
  { id: 'listes', title: 'Listes suivies' },
];

/** One school in one change of year. */
export interface SchoolView {
  key: string;
  name: string;
  /** « 0590000A · ENT Hauts-de-France ». */
  about: string;
  transition: number;
  years: readonly { transition: number; title: string; chosen: boolean }[];
  /** « Archivée le 12/10/2026 »: nothing can be changed until it is reopened. */
  archived?: string;
  /** What an earlier year would bring into this one. */
  carry?: { from: number; text: string };
  tab: Tab;
  done: number;
  total: number;
  /** Milestones without a date, while steps wait for them. */
  undated: number;
  /** Why they are asked for, when steps wait for them. */
  asksDates?: string;
  /** French: why steps whose time has passed are not late. */
  before?: string;
  /** True when a notification in the morning may be offered. */
  remindable?: boolean;
  initials: string;
  filters: FiltersView;
  phases: readonly CalendarPhase[];
  /** What the filters leave: « 19 étapes, 2 rappels et 5 opérations de la plateforme ». */
  shown: string;
  timeline: TimelineView;
  dates: readonly CalendarDate[];
  journal: readonly JournalLine[];
  lists: readonly ListChoice[];
}

export interface Choice {
  value: string;
  label: string;
}

/** Chosen values and what can be chosen; an empty value is « everything ». */
export interface FiltersView {
  role: string;
  phase: string;
  state: string;
  roles: readonly Choice[];
  phases: readonly Choice[];
  states: readonly Choice[];
}

export interface CalendarPhase {
  id: string;
  /** The list that it belongs to, when the school follows several. */
  list?: string;
  title: string;
  done: number;
  total: number;
  steps: readonly CalendarStep[];
}

export interface CalendarStep extends StepView {
  keepNote: boolean;
  /** Set on a step that the school added itself. */
  own?: OwnStepForm;
}

/** A step of the school's own as it is typed: dates and days are still text. */
export interface OwnStepForm {
  id: string;
  text: string;
  why: string;
  who: string;
  /** `date`, or the milestone that it hangs on, or empty while it has no date. */
  anchor: string;
  on: string;
  until: string;
  /** Days from the milestone, negative before it. */
  from: string;
  to: string;
  link: string;
  keep: boolean;
}

export interface CalendarDate extends DateView {
  missing: boolean;
}

export interface JournalLine {
  id: string;
  /** « 27/08/2026 à 14 h 02 ». */
  when: string;
  text: string;
  by: string;
}

export interface ListChoice {
  id: string;
  title: string;
  about: string;
  followed: boolean;
  optional: boolean;
  imported: boolean;
}

/** The whole change of year on one line of time; places are percents of its width. */
export interface TimelineView {
  /** « du 1er mai au 31 octobre 2026 »; missing when no date at all is known. */
  title?: string;
  months: readonly { label: string; at: number }[];
  today?: number;
  bands: readonly Bar[];
  groups: readonly { title: string; rows: readonly TimelineRow[] }[];
  /** « 7 étapes et 2 rappels »: what cannot be drawn since its date is not known; empty when everything can. */
  undated: string;
}

export interface Bar {
  at: number;
  width: number;
}

export interface TimelineRow {
  id: string;
  text: string;
  who: string;
  period: string;
  state: string;
  tone: 'milestone' | 'closure' | 'platform' | 'done' | 'review' | 'late' | 'now' | 'later' | 'over';
  bar?: Bar & { endless: boolean };
}

/** What a person can do in the calendar. */
export interface CalendarActs extends StepActs {
  chooseSchool(key: string): void;
  chooseYear(transition: number): void;
  openTab(tab: Tab): void;
  filter(change: Partial<Pick<FiltersView, 'role' | 'phase' | 'state'>>): void;
  keepNote(step: string, keep: boolean): void;
  setDate(milestone: string, date: string | undefined): void;
  /** Answers why the step is refused; what was typed stays. */
  saveOwn(form: OwnStepForm): string | undefined;
  removeOwn(id: string): void;
  follow(list: string, followed: boolean): void;
  archive(archived: boolean): void;
  startFrom(transition: number): void;
  setInitials(typed: string): void;
  /** Asks the browser for notifications, and wants one in the morning. */
  remind(): void;
  print(): void;
  exportMarkdown(withNotes: boolean): void;
  /** The file for an agenda: of every list followed, or of one. */
  exportAgenda(list?: string): void;
  exportList(list: string): void;
  /** Answers, once read, why the file is refused. */
  importList(file: File): Promise<readonly string[]>;
  removeList(list: string): void;
  retry(): void;
}
