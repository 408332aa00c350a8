import { transitionOn } from '@/utils/checklists/calendar';
import { isoDate } from '@/utils/core/context';
import { rangeOf, read, type Transaction, write } from './db';
import type { SaltArea } from './decisions';
import type { StoreName } from './schema';

/** Stores whose keys begin with a school and a change of year. */
const BY_SCHOOL_AND_YEAR = [
  'ticks',
  'notes',
  'proofs',
  'dates',
  'years',
  'ownSteps',
  'journal',
  'fiches',
  'events',
] as const;

/** Stores that are dated by the instant of their last change. */
const BY_INSTANT = ['decisions', 'expectations', 'lastTimetables', 'keptCourses'] as const;

const STORES: StoreName[] = [...BY_SCHOOL_AND_YEAR, ...BY_INSTANT, 'people', 'cards', 'schools'];

/** Month (1–12) at which a change of year has ceased to be the current one (`transitionOn`). */
const OVER_MONTH = 5;

/**
 * The day (ISO) from which what is kept of a change of year is to be erased: so many months after the next one has
 * become the current one; `undefined` when it never is.
 */
export function expiryOf(transition: number, months: number | null): string | undefined {
  if (months === null) return undefined;
  return new Date(Date.UTC(transition + 1, OVER_MONTH - 1 + months, 1)).toISOString().slice(0, 10);
}

/** Days between the first notice of an expiry and the erasing: a clock that is wrong for a day erases nothing. */
export const NOTICE_DAYS = 7;

const NOTICES = 'expiryNotices';

/** By change of year, the day (ISO) on which its expiry was first noticed. */
type Notices = Readonly<Record<string, string>>;

/** A change of year whose time is over: what is kept of it is erased on `on` (ISO). */
export interface Expiring {
  transition: number;
  on: string;
}

/** What is about to be erased, the oldest first. */
export async function listExpiring(area: SaltArea): Promise<Expiring[]> {
  return Object.entries(await noticesIn(area))
    .map(([transition, noticed]) => ({ transition: Number(transition), on: daysAfter(noticed, NOTICE_DAYS) }))
    .sort((a, b) => a.transition - b.transition);
}

/**
 * Notices the changes of year whose time is over, and erases those that were noticed a week ago or more. What a later
 * change of year uses stays: schools seen since, words, lists. Returns those that were erased.
 * @throws {StorageProblem}
 */
export async function sweep(area: SaltArea, months: number | null, today: string): Promise<number[]> {
  const known = await read(STORES, transitionsIn);
  const over = known.filter((transition) => (expiryOf(transition, months) ?? '9999') <= today);
  const former = await noticesIn(area);
  const notices = Object.fromEntries(
    over.map((transition) => {
      const noticed = former[transition];
      // Noticed on a day that is still to come: the clock was wrong then.
      return [transition, noticed !== undefined && noticed <= today ? noticed : today];
    }),
  );
  const due = over.filter((transition) => daysAfter(notices[transition] ?? today, NOTICE_DAYS) <= today);
  if (due.length > 0) await write(STORES, (tx) => eraseYears(tx, new Set(due)));
  const left = Object.fromEntries(Object.entries(notices).filter(([year]) => !due.includes(Number(year))));
  if (JSON.stringify(left) !== JSON.stringify(former)) await area.set({ [NOTICES]: left });
  return due;
}

async function noticesIn(area: SaltArea): Promise<Notices> {
  const stored = (await area.get(NOTICES))[NOTICES];
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(([, day]) => typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)),
  );
}

/** Every change of year that something is kept of, the oldest first. */
async function transitionsIn(tx: Transaction<'readonly'>): Promise<number[]> {
  const keys = await Promise.all(BY_SCHOOL_AND_YEAR.map((name) => tx.objectStore(name).getAllKeys()));
  const years = (keys.flat() as readonly (readonly [string, number])[]).map(([, transition]) => transition);
  const people = (await tx.objectStore('people').getAllKeys()).map(([, year]) => year);
  const instants = await Promise.all(BY_INSTANT.map((name) => tx.objectStore(name).getAll()));
  const others = instants.flat().map(({ at }) => yearAt(at));
  const schools = (await tx.objectStore('schools').getAll()).map(({ lastSeen }) => yearAt(lastSeen));
  return [...new Set([...years, ...people, ...others, ...schools])].sort((a, b) => a - b);
}

async function eraseYears(tx: Transaction<'readwrite'>, due: ReadonlySet<number>): Promise<void> {
  for (const name of BY_SCHOOL_AND_YEAR) {
    const keys = (await tx.objectStore(name).getAllKeys()) as (readonly [string, number])[];
    const gone = new Set(
      keys.filter(([, year]) => due.has(year)).map(([school, year]) => `${year} ${school}`),
    );
    for (const one of gone) {
      const [year = '', ...school] = one.split(' ');
      await tx.objectStore(name).delete(rangeOf(school.join(' '), Number(year)));
    }
  }
  for (const key of await tx.objectStore('people').getAllKeys())
    if (due.has(key[1])) await tx.objectStore('people').delete(key);
  for (const key of await tx.objectStore('cards').getAllKeys())
    if (due.has(key[0])) await tx.objectStore('cards').delete(key);
  for (const name of BY_INSTANT) {
    const store = tx.objectStore(name);
    for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue())
      if (due.has(yearAt(cursor.value.at))) await cursor.delete();
  }
  const left = await Promise.all(BY_SCHOOL_AND_YEAR.map((name) => tx.objectStore(name).getAllKeys()));
  const used = new Set((left.flat() as readonly (readonly [string, number])[]).map(([school]) => school));
  const schools = tx.objectStore('schools');
  for (const { key, lastSeen } of await schools.getAll())
    if (due.has(yearAt(lastSeen)) && !used.has(key)) await schools.delete(key);
}

function yearAt(instant: string): number {
  return transitionOn(isoDate(new Date(instant)));
}

/** Days are added in UTC: local midnight would skip or repeat a day when the clocks change. */
function daysAfter(isoDay: string, days: number): string {
  const date = new Date(`${isoDay}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
