import type { Checklist, Milestone } from '@/utils/checklists/checklist';
import type { OwnStep } from '@/utils/checklists/followed';
import type { Proof } from '@/utils/checklists/progress';
import type { TimetableMode } from '@/utils/core/skolengo-facts';

/* What is kept of a school's change of year, beside its ticks, notes, proofs and dates. */

/** One change of year of one school. A year that nobody has touched has no record. */
export interface StoredYear {
  school: string;
  transition: number;
  /** Ids of the checklists followed; missing while the school chose none. */
  lists?: readonly string[];
  /** ISO instant at which they were chosen; missing on what an older version kept. */
  listsAt?: string;
  /** ISO instant; what is archived is only read until it is reopened. */
  archivedAt?: string;
  /** ISO instant at which it was last reopened: another computer may still hold it archived. */
  reopenedAt?: string;
  /** ISO instant at which kept notes and steps of an earlier year were carried over into it. */
  startedAt?: string;
}

export interface StoredOwnStep extends OwnStep {
  school: string;
  transition: number;
  /** ISO instant of the last change. */
  at: string;
}

/** Something that happened in a school's change of year. Never names a pupil or a member of staff. */
export type JournalAct =
  | { kind: 'ticked' | 'unticked'; list: string; step: string }
  | { kind: 'proven'; list: string; step: string; by: Proof['by']; on?: string }
  | { kind: 'contradicted'; list: string; step: string; violations: number }
  /** `what`: French, « le calendrier, en Markdown ». */
  | { kind: 'exported'; what: string }
  /** An irreversible click held back: which one and by which rule, in French; `resumed` when the person went on. */
  | { kind: 'held'; action: string; rule: string; resumed: boolean }
  | { kind: 'dated'; milestone: Milestone; date?: string }
  | { kind: 'listed'; lists: readonly string[] }
  | { kind: 'started' | 'archived' | 'reopened' };

/** One line of the journal. */
export interface StoredEntry {
  school: string;
  transition: number;
  /** ISO instant. */
  at: string;
  /** Unlike any other: two things may happen at one instant, in the order of these. */
  id: string;
  /** Initials, when the person gave some; never a name. */
  by?: string;
  act: JournalAct;
}

/** A checklist that somebody imported; its id is the key. */
export interface StoredTemplate {
  id: string;
  checklist: Checklist;
  /** ISO instant. */
  importedAt: string;
}

/** How a school said that its timetable is imported, asked once. */
export interface StoredTimetableMode {
  school: string;
  mode: TimetableMode;
  /** ISO instant. */
  at: string;
}
