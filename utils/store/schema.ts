import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Milestone } from '@/utils/checklists/checklist';
import type { Proof, Tick } from '@/utils/checklists/progress';
import type { EntId, PageId } from '@/utils/core/facts';
import type { Card, Fiche } from '@/utils/core/fiche';
import type { Said } from '@/utils/core/person';
import type { KeptCourses, LastTimetable } from '@/utils/core/timetable-facts';
import type { LearnedPage } from '@/utils/messages';
import type { StoredEvent } from './agenda';
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
  fiches: { key: [string, number, string, string]; value: Fiche };
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
  events: { key: [string, number, string]; value: StoredEvent };
  learnedPages: { key: [string, string]; value: LearnedPage };
}

export type StoreName = StoreNames<Schema>;

type Upgrade = IDBPTransaction<Schema, StoreName[], 'versionchange'>;

/** Brings a database from one version to the next. It may only use what its own version knows. */
export type Migration = (db: IDBPDatabase<Schema>, tx: Upgrade) => void | Promise<void>;

const STEP_KEY = ['school', 'transition', 'checklist', 'step'];

/** Version 1: schools, what persons said, what readings showed. */
function firstStores(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('schools', { keyPath: 'key' });
  db.createObjectStore('ticks', { keyPath: STEP_KEY });
  db.createObjectStore('notes', { keyPath: STEP_KEY });
  db.createObjectStore('proofs', { keyPath: ['school', 'transition', 'rule'] });
}

/** Version 2: the dates that a school sets for itself. */
function milestoneDates(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('dates', { keyPath: ['school', 'transition', 'milestone'] });
}

/** Version 3: what the workshop remembers of files and of decisions. */
function workshopStores(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('mappings', { keyPath: 'signature' });
  db.createObjectStore('decisions', { keyPath: 'hash' });
  db.createObjectStore('files', { keyPath: 'id' });
  db.createObjectStore('expectations', { keyPath: ['school', 'profile'] });
}

/** Version 4: whom somebody has looked at or decided to keep, by hash. */
function peopleStore(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('people', { keyPath: ['school', 'year', 'person'] });
}

/**
 * Version 5: what each control showed, and the board made of it. The board has a store of its own since five hundred
 * schools with all their controls are too much to read before the first paint.
 */
function boardStores(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('fiches', { keyPath: ['school', 'transition', 'by', 'day'] });
  db.createObjectStore('cards', { keyPath: ['transition', 'school'] });
}

/** Version 6: the timetable file last seen of each school, and the courses expected of it. */
function timetableStores(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('lastTimetables', { keyPath: 'uai' });
  db.createObjectStore('keptCourses', { keyPath: 'uai' });
}

/** Version 7: what a school's change of year has of its own: lists, steps, what happened; and lists that were imported. */
function yearStores(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('years', { keyPath: ['school', 'transition'] });
  db.createObjectStore('ownSteps', { keyPath: ['school', 'transition', 'id'] });
  db.createObjectStore('journal', { keyPath: ['school', 'transition', 'at', 'id'] });
  db.createObjectStore('templates', { keyPath: 'id' });
}

/** Version 8: the words of a school's own screens, and how its timetable is imported. */
function schoolWords(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('synonyms', { keyPath: ['host', 'term', 'label'] });
  db.createObjectStore('timetableModes', { keyPath: 'school' });
}

/** Version 9: the courses that the administrator entered to check them, and has yet to leave. */
function enrolmentStore(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('enrolments', { keyPath: ['host', 'organisation', 'course'] });
}

/** Version 10: what was exported to an agenda, so that the next export updates it. */
function eventStore(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('events', { keyPath: ['school', 'transition', 'step'] });
}

/** Version 11: the pages that somebody taught Vigie to read. */
function learnedPages(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('learnedPages', { keyPath: ['host', 'descriptor.id'] });
}

/** In order: the first makes version 1. Never change one that was released; add another. */
export const MIGRATIONS: readonly Migration[] = [
  firstStores,
  milestoneDates,
  workshopStores,
  peopleStore,
  boardStores,
  timetableStores,
  yearStores,
  schoolWords,
  enrolmentStore,
  eventStore,
  learnedPages,
];
