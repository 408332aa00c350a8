import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Schema, StoreName } from './schema';

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

/** Version 12: when each screen was last read, or not understood. */
function detectorStore(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('detectors', { keyPath: 'id' });
}

/** Version 13: several controls of one day, which only their hour tells apart: before an act and after it. */
async function fichesByHour(db: IDBPDatabase<Schema>, tx: Upgrade): Promise<void> {
  const fiches = await tx.objectStore('fiches').getAll();
  db.deleteObjectStore('fiches');
  const store = db.createObjectStore('fiches', { keyPath: ['school', 'transition', 'by', 'day', 'at'] });
  for (const fiche of fiches) await store.put(fiche);
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
  detectorStore,
  fichesByHour,
];
