import type { DBSchema, StoreNames } from 'idb';
import type { Milestone } from '@/utils/checklists/checklist';
import type { Proof, Tick } from '@/utils/checklists/progress';
import type { EntId, PageId } from '@/utils/core/facts';
import type { Card, Fiche } from '@/utils/core/fiche';
import type { FicheKey } from '@/utils/core/fiche-key';
import type { Said } from '@/utils/core/person';
import type { KeptCourses, LastTimetable } from '@/utils/core/timetable-facts';
import type { LearnedPage } from '@/utils/messages';
import type { StoredEvent } from './agenda';
import type { StoredDetector } from './detectors';
import type { StoredEnrolment } from './enrolments';
import type {
  StoredEntry,
  StoredOwnStep,
  StoredTemplate,
  StoredTimetableMode,
  StoredYear,
} from './year-records';

/** A school that was seen on a screen. `key` is its family, host and platform id together. */
export interface KnownSchool {
  key: string;
  ent: EntId;
  host: string;
  id: string;
  name: string;
  uai?: string;
  levels?: readonly (1 | 2)[];
  /** ISO instant at which it was first seen on this computer; missing on what an older version kept. */
  firstSeen?: string;
  /** ISO instant. */
  lastSeen: string;
  /** The last reading of it, whatever it concluded. */
  lastRead?: { at: string; by: 'live' | PageId };
  /** ISO instant of the last control of the whole school: the screens read since don't make it forgotten. */
  lastLive?: string;
}

/** One step of one checklist, for one school and one change of year. */
export interface StepKey {
  school: string;
  /** Calendar year of the return to school. */
  transition: number;
  checklist: string;
  step: string;
}

export interface StoredTick extends StepKey, Tick {}

export interface StoredNote extends StepKey {
  text: string;
  at: string;
  /** Carried over when the next change of year is started. */
  keep?: true;
}

export interface StoredProof extends Proof {
  school: string;
  transition: number;
  rule: string;
}

export interface StoredDate {
  school: string;
  transition: number;
  milestone: Milestone;
  /** ISO date. */
  date: string;
  /** ISO instant at which it was set; missing on what an older version kept. */
  at?: string;
}

/** How a person said to read the columns of a file; `signature` cannot be read back into its header. */
export interface StoredMapping {
  signature: string;
  choices: readonly { column: number; field: string; block?: number }[];
  profile?: string;
}

/** What a person decided of two writings; `hash` names nobody (utils/matching/decision.ts). */
export interface StoredDecision {
  hash: string;
  verdict: 'same' | 'different';
  at: string;
}

/** Files kept on this computer because the person asked for it: the only place where names stand. */
export interface KeptFiles {
  id: 'reference';
  files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[];
  keptOn: string;
  /** ISO date of the last day. */
  until: string;
}

/** What an import should give, in numbers, for one profile of one school. */
export interface Expectation {
  /** As the person named it. */
  school: string;
  /** Key of the school, when it was one that is known. */
  of?: string;
  profile: string;
  /** ISO instant of the control. */
  at: string;
  created: number;
  updated: number;
  deleted: number;
  /** The box « Mettre à jour tous les utilisateurs » as it was to be. */
  updateAll: boolean;
  /** What the platform showed of it afterwards. */
  seen?: SeenTotals;
}

/** Numbers that a screen of the platform showed after an import; what it didn't say is absent. */
export interface SeenTotals {
  created?: number;
  updated?: number;
  deleted?: number;
  /** French: what is said of several profiles at once, where the screen doesn't tell them apart. */
  says?: readonly string[];
  /** French: which screen, and when. */
  on: string;
}

/** What was said of one person in one school year; `person` is a salted hash (utils/store/people.ts). */
export interface StoredPerson {
  school: string;
  /** Calendar year in which the school year starts. */
  year: number;
  person: string;
  said: Said;
  /** ISO instant. */
  at: string;
}

/** A word that a school uses for a thing on its screens, which Vigie didn't know. `term` is one of the vocabulary's. */
export interface StoredSynonym {
  /** The school's own host, or its whole portal's. */
  host: string;
  term: string;
  label: string;
}

/**
 * Everything that is kept. No person is named anywhere in it, but in the notes that somebody wrote and in the files
 * that somebody asked to keep.
 */
export interface Schema extends DBSchema {
  schools: { key: string; value: KnownSchool };
  ticks: { key: [string, number, string, string]; value: StoredTick };
  notes: { key: [string, number, string, string]; value: StoredNote };
  proofs: { key: [string, number, string]; value: StoredProof };
  dates: { key: [string, number, string]; value: StoredDate };
  mappings: { key: string; value: StoredMapping };
  decisions: { key: string; value: StoredDecision };
  files: { key: string; value: KeptFiles };
  expectations: { key: [string, string]; value: Expectation };
  people: { key: [string, number, string]; value: StoredPerson };
  fiches: { key: FicheKey; value: Fiche };
  cards: { key: [number, string]; value: Card };
  synonyms: { key: [string, string, string]; value: StoredSynonym };
  timetableModes: { key: string; value: StoredTimetableMode };
  lastTimetables: { key: string; value: LastTimetable };
  keptCourses: { key: string; value: KeptCourses };
  years: { key: [string, number]; value: StoredYear };
  ownSteps: { key: [string, number, string]; value: StoredOwnStep };
  journal: { key: [string, number, string, string]; value: StoredEntry };
  templates: { key: string; value: StoredTemplate };
  enrolments: { key: [string, string, string]; value: StoredEnrolment };
  detectors: { key: string; value: StoredDetector };
  events: { key: [string, number, string]; value: StoredEvent };
  learnedPages: { key: [string, string]; value: LearnedPage };
}

export type StoreName = StoreNames<Schema>;
