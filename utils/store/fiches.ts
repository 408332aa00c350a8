import type { IDBPTransaction } from 'idb';
import { transitionOn } from '@/utils/checklists/calendar';
import { isoDate } from '@/utils/core/context';
import { addToCard, type Card, type Fiche, type ReadBy } from '@/utils/core/fiche';
import { ficheKey, staying } from '@/utils/core/fiche-key';
import type { ReadingRecord } from '@/utils/messages';
import { rangeOf, read, write } from './db';
import type { KnownSchool, Schema, StoreName } from './schema';

type Writing = IDBPTransaction<Schema, StoreName[], 'readwrite'>;

/** What a control concluded, whichever way the school was looked at. */
export type Concluded = Pick<ReadingRecord, 'at' | 'counts' | 'read' | 'figures'> & { by: ReadBy };

/** A school as a fiche names it. */
export type FiledSchool = Pick<KnownSchool, 'key' | 'ent' | 'host' | 'id' | 'name' | 'uai'>;

/** The fiche of a control; what earlier visits know of the school completes what the screen says. */
export function ficheOf(
  { at, by, counts, read: lists, figures }: Concluded,
  { key, ent, host, id, name, uai }: FiledSchool,
): Fiche {
  const day = isoDate(new Date(at));
  const school = { school: key, ent, host, id, name, ...(uai !== undefined && { uai }) };
  return { ...school, transition: transitionOn(day), by, day, at, read: lists, counts, figures };
}

/**
 * Puts fiches of one school and one change of year with the school's card, inside a transaction on `fiches` and `cards`.
 * Those that are known already stay, and those of a full day are left out. Returns how many were put.
 */
export async function putFiches(
  tx: Writing,
  [first, ...others]: readonly [Fiche, ...Fiche[]],
): Promise<number> {
  const [fiches, cards] = [tx.objectStore('fiches'), tx.objectStore('cards')];
  const { school, transition } = first;
  const former = await fiches.getAllKeys(rangeOf(school, transition));
  const known = new Set(former.map((key) => JSON.stringify(key)));
  const fresh = new Map([first, ...others].map((fiche) => [JSON.stringify(ficheKey(fiche)), fiche]));
  const kept = staying([...former, ...[...fresh.values()].map(ficheKey)]);
  const added = [...fresh].filter(([key]) => kept.has(key) && !known.has(key)).map(([, fiche]) => fiche);
  const gone = former.filter((key) => !kept.has(JSON.stringify(key)));
  let card = await cards.get([transition, school]);
  for (const fiche of added) card = addToCard(card, fiche);
  if (card && added.length > 0) await cards.put(card);
  await Promise.all([...added.map((fiche) => fiches.put(fiche)), ...gone.map((key) => fiches.delete(key))]);
  return added.length;
}

/**
 * Puts the fiche of a reading. A screen that says again what it said takes the place of its last fiche of the day: opened
 * ten times, it would push out those that differ.
 */
export async function putReading(tx: Writing, fiche: Fiche): Promise<void> {
  const { school, transition, by, day, at } = fiche;
  const fiches = tx.objectStore('fiches');
  if (by.includes('/')) {
    const sameDay = IDBKeyRange.bound([school, transition, by, day], [school, transition, by, day, at]);
    const last = (await fiches.openCursor(sameDay, 'prev'))?.value;
    if (last && whatIsSaid(last) === whatIsSaid(fiche)) await fiches.delete(ficheKey(last));
  }
  await putFiches(tx, [fiche]);
}

function whatIsSaid({ read: lists, counts, figures }: Fiche): string {
  return JSON.stringify([lists, counts, figures]);
}

/** Files what a control of files concluded: it proves no step of the calendar, only readings of the ENT do. @throws {StorageProblem} */
export function fileControl(control: Concluded, school: FiledSchool): Promise<Fiche> {
  const fiche = ficheOf(control, school);
  return write(['fiches', 'cards'], async (tx) => {
    await putFiches(tx, [fiche]);
    return fiche;
  });
}

/** Cards are read by so many at a time: one long answer would hold the page up while it is unpacked. */
const PAGE = 100;
/** The first ones fill a screen, and are waited for. */
const FIRST_PAGE = 40;

/**
 * Gives the cards of one change of year, some at a time, in the order of their keys.
 * @throws {StorageProblem}
 */
export async function* cardsOf(transition: number): AsyncGenerator<Card[], void> {
  let range = IDBKeyRange.bound([transition], [transition, []]);
  for (let most = FIRST_PAGE; ; most = PAGE) {
    const page = await read(['cards'], (tx) => tx.objectStore('cards').getAll(range, most));
    const last = page.at(-1);
    if (!last) return;
    yield page;
    range = IDBKeyRange.bound([transition, last.school], [transition, []], true);
  }
}

/** The changes of year that some school has a card for, the latest first. @throws {StorageProblem} */
export function transitionsKnown(): Promise<number[]> {
  return read(['cards'], async (tx) => {
    const known: number[] = [];
    let cursor = await tx.objectStore('cards').openKeyCursor(null, 'prev');
    while (cursor) {
      const [transition] = cursor.key;
      known.push(transition);
      // From year to year: the board waits for this, and a region has thousands of schools.
      cursor = await cursor.continue([transition, '']);
    }
    return known;
  });
}

/** Every fiche of one school for one change of year, the latest first. @throws {StorageProblem} */
export async function fichesOf(school: string, transition: number): Promise<Fiche[]> {
  const fiches = await read(['fiches'], (tx) => tx.objectStore('fiches').getAll(rangeOf(school, transition)));
  return fiches.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Every fiche of one change of year, to hand them on. @throws {StorageProblem} */
export async function allFiches(transition: number): Promise<Fiche[]> {
  const fiches: Fiche[] = [];
  for await (const cards of cardsOf(transition))
    for (const { school } of cards) fiches.push(...(await fichesOf(school, transition)));
  return fiches;
}

/** What came of adding fiches: those that were new, and those that were already known, or of a day that has enough. */
export interface Merged {
  added: number;
  known: number;
}

/** Adds fiches of a colleague, all or nothing, whoever made those that are kept of a day. @throws {StorageProblem} */
export function mergeFiches(fiches: readonly Fiche[]): Promise<Merged> {
  const bySchool = new Map<string, [Fiche, ...Fiche[]]>();
  // Oldest first: a card's days are then told in order.
  for (const fiche of [...fiches].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    const key = `${fiche.transition} ${fiche.school}`;
    const group = bySchool.get(key);
    if (group) group.push(fiche);
    else bySchool.set(key, [fiche]);
  }
  return write(['fiches', 'cards'], async (tx) => {
    let added = 0;
    for (const group of bySchool.values()) added += await putFiches(tx, group);
    return { added, known: fiches.length - added };
  });
}

/**
 * Makes the card of a school anew from all its fiches, oldest first, and lets go of those of a day that has enough; inside
 * a transaction on `fiches` and `cards`.
 */
export async function redrawCard(tx: Writing, school: string, transition: number): Promise<void> {
  const [fiches, cards] = [tx.objectStore('fiches'), tx.objectStore('cards')];
  const all = await fiches.getAll(rangeOf(school, transition));
  const kept = staying(all.map(ficheKey));
  let card: Card | undefined;
  for (const fiche of all.sort((a, b) => (a.at === b.at ? compare(a.by, b.by) : compare(a.at, b.at)))) {
    const key = ficheKey(fiche);
    if (kept.has(JSON.stringify(key))) card = addToCard(card, fiche);
    else await fiches.delete(key);
  }
  if (card) await cards.put(card);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}

/** Forgets all the fiches of one school for one change of year. @throws {StorageProblem} */
export function forgetFiches(school: string, transition: number): Promise<void> {
  return write(['fiches', 'cards'], async (tx) => {
    await tx.objectStore('fiches').delete(rangeOf(school, transition));
    await tx.objectStore('cards').delete([transition, school]);
  });
}
