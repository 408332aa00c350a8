import { transitionOn } from '@/utils/checklists/calendar';
import { isoDate } from '@/utils/core/context';
import type { JournalTold } from '@/utils/messages';
import { rangeOf, read, type Transaction, write } from './db';
import { schoolKey } from './schools';
import type { JournalAct, StoredEntry } from './year-records';

/** Who does something and when: an ISO instant, and initials when the person gave some. */
export interface Doing {
  at: string;
  by?: string;
}

/** The journal of one school and one change of year, in order. @throws {StorageProblem} */
export function listJournal(school: string, transition: number): Promise<StoredEntry[]> {
  return read(['journal'], (tx) => tx.objectStore('journal').getAll(rangeOf(school, transition)));
}

/** Writes one line, for what changes nothing else. @throws {StorageProblem} */
export function addToJournal(
  school: string,
  transition: number,
  act: JournalAct,
  doing: Doing,
): Promise<void> {
  return write(['journal'], (tx) => writeEntry(tx, school, transition, act, doing));
}

/** Writes what a screen told of its school, in the year that it happened in. @throws {StorageProblem} */
export function writeTold({ school, at, act }: JournalTold, by: string): Promise<void> {
  const transition = transitionOn(isoDate(new Date(at)));
  return addToJournal(schoolKey(school), transition, act, { at, ...(by !== '' && { by }) });
}

/** Lines written by this page: those of one instant stay in the order in which they were written. */
let written = 0;

/** Writes one line inside the transaction that does what it tells: both are there, or neither. */
export async function writeEntry(
  tx: Transaction<'readwrite'>,
  school: string,
  transition: number,
  act: JournalAct,
  { at, by }: Doing,
): Promise<void> {
  const id = `${String(++written).padStart(6, '0')}-${crypto.randomUUID()}`;
  const entry: StoredEntry = { school, transition, at, id, act, ...(by && { by }) };
  await tx.objectStore('journal').put(entry);
}
