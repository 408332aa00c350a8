import { read, write } from './db';
import type { KeptFiles } from './schema';

/** Days that are proposed, and the most that is accepted: three months, as long as accounts may outlive their reason. */
const PROPOSED_DAYS = 15;
const MOST_MONTHS = 3;

/** The date proposed and the last one accepted, for files kept from an ISO date on. */
export function keepingDates(today: string): { proposed: string; latest: string } {
  const proposed = dayOf(today);
  proposed.setUTCDate(proposed.getUTCDate() + PROPOSED_DAYS);
  const latest = dayOf(today);
  const day = latest.getUTCDate();
  latest.setUTCMonth(latest.getUTCMonth() + MOST_MONTHS);
  // 30 November and three months is the end of February, not 2 March.
  if (latest.getUTCDate() !== day) latest.setUTCDate(0);
  return { proposed: textOf(proposed), latest: textOf(latest) };
}

/**
 * Keeps the reference files until the end of a day, in place of those kept before.
 * @throws {RangeError} in French when the date is past or too far.
 * @throws {StorageProblem}
 */
export async function keepFiles(files: KeptFiles['files'], until: string, today: string): Promise<void> {
  const { latest } = keepingDates(today);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || until < today || until > latest)
    throw new RangeError('Choisissez une date entre aujourd’hui et dans trois mois.');
  await write(['files'], async (tx) => {
    await tx.objectStore('files').put({ id: 'reference', files, keptOn: today, until });
  });
}

/** The files kept, if any; those whose last day is past are forgotten, never given. @throws {StorageProblem} */
export async function loadKeptFiles(today: string): Promise<KeptFiles | undefined> {
  const kept = await read(['files'], (tx) => tx.objectStore('files').get('reference'));
  if (!kept || kept.until >= today) return kept;
  await forgetFiles();
  return undefined;
}

/** @throws {StorageProblem} */
export function forgetFiles(): Promise<void> {
  return write(['files'], async (tx) => {
    await tx.objectStore('files').delete('reference');
  });
}

function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function textOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
