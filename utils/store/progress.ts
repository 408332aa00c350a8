import type { MilestoneDates } from '@/utils/checklists/calendar';
import { type Checklist, type Milestone, stepName } from '@/utils/checklists/checklist';
import { followedLists, type OwnStep } from '@/utils/checklists/followed';
import type { Proof, Tick } from '@/utils/checklists/progress';
import { isoDate } from '@/utils/core/context';
import { levelsNamed } from '@/utils/core/named-levels';
import { rangeOf, read, type Transaction, write } from './db';
import { type Doing, writeEntry } from './journal';
import type { KnownSchool, StepKey } from './schema';
import type { StoredYear } from './year-records';
import { mustBeOpen } from './years';

/** A note, and whether it goes on to the next change of year. */
export interface Note {
  text: string;
  keep: boolean;
}

/** Everything said and shown of one school for one change of year. Ticks and notes by `stepName`, proofs by rule. */
export interface SchoolProgress {
  year?: StoredYear;
  ticks: Record<string, Tick>;
  notes: Record<string, Note>;
  proofs: Record<string, Proof>;
  /** Only the dates that the school set for itself. */
  dates: MilestoneDates;
  ownSteps: readonly OwnStep[];
  /** ISO date on which the school was first seen on this computer, in the time zone of the person; missing on older records. */
  followedSince?: string;
  /** Every list that was imported, whichever family it is for. */
  templates: readonly Checklist[];
}

/** Where `readProgress` reads; a transaction that it is given must hold them all. */
export const PROGRESS_STORES = [
  'ticks',
  'notes',
  'proofs',
  'dates',
  'years',
  'ownSteps',
  'templates',
  'schools',
] as const;

/** @throws {StorageProblem} */
export function loadProgress(school: string, transition: number): Promise<SchoolProgress> {
  return read([...PROGRESS_STORES], (tx) => readProgress(tx, school, transition));
}

/** The same of several schools, by their keys. @throws {StorageProblem} */
export function loadProgressOf(
  schools: readonly string[],
  transition: number,
): Promise<Map<string, SchoolProgress>> {
  return read([...PROGRESS_STORES], async (tx) => {
    const all = await Promise.all(schools.map((school) => readProgress(tx, school, transition)));
    return new Map(schools.map((school, index) => [school, all[index] as SchoolProgress]));
  });
}

/** The same inside a transaction that goes on. */
export async function readProgress(
  tx: Transaction<'readonly'> | Transaction<'readwrite'>,
  school: string,
  transition: number,
): Promise<SchoolProgress> {
  const range = rangeOf(school, transition);
  const [ticks, notes, proofs, dates, year, ownSteps, templates, seen] = await Promise.all([
    tx.objectStore('ticks').getAll(range),
    tx.objectStore('notes').getAll(range),
    tx.objectStore('proofs').getAll(range),
    tx.objectStore('dates').getAll(range),
    tx.objectStore('years').get([school, transition]),
    tx.objectStore('ownSteps').getAll(range),
    tx.objectStore('templates').getAll(),
    tx.objectStore('schools').get(school),
  ]);
  return {
    ...(year && { year }),
    ticks: Object.fromEntries(ticks.map((tick) => [nameOf(tick), tick])),
    notes: Object.fromEntries(notes.map((one) => [nameOf(one), { text: one.text, keep: one.keep === true }])),
    proofs: Object.fromEntries(proofs.map((proof) => [proof.rule, proof])),
    dates: Object.fromEntries(dates.map(({ milestone, date }) => [milestone, date])),
    ownSteps,
    ...(seen?.firstSeen !== undefined && { followedSince: isoDate(new Date(seen.firstSeen)) }),
    templates: templates.map(({ checklist }) => checklist),
  };
}

function nameOf({ checklist, step }: StepKey): string {
  return stepName(checklist, step);
}

/** The lists that a school follows among those of its family, imported ones included. Pure. */
export function listsOf(
  { ent, name, levels = levelsNamed(name) }: Pick<KnownSchool, 'ent' | 'name' | 'levels'>,
  ofFamily: readonly Checklist[],
  { year, ownSteps, templates }: SchoolProgress,
  transition: number,
): readonly Checklist[] {
  const offered = [...ofFamily, ...templates.filter((template) => template.ent === ent)];
  return followedLists(offered, {
    transition,
    ownSteps,
    ...(levels && { levels }),
    ...(year?.lists && { chosen: year.lists }),
  });
}

/**
 * Records what a person said of one step, and that it was said. One record per step: two tabs lose nothing but to the
 * latest.
 * @throws {StorageProblem}
 */
export function saveTick(key: StepKey, tick: Tick): Promise<void> {
  const { school, transition, checklist: list, step } = key;
  return write(['years', 'ticks', 'journal'], async (tx) => {
    await mustBeOpen(tx, school, transition);
    await tx.objectStore('ticks').put({ ...key, ...tick });
    await writeEntry(tx, school, transition, { kind: tick.done ? 'ticked' : 'unticked', list, step }, tick);
  });
}

/** A note as it was kept; `beside` is what another tab had written of it meanwhile, now above it. */
export interface SavedNote {
  text: string;
  beside?: string;
}

/**
 * Records a note, or forgets it when it is empty; that it is to be kept is left as it was. `base` is what was kept when
 * the typing began: what another tab wrote since then stays, above what was typed, unless that holds it already.
 * @throws {StorageProblem}
 */
export function saveNote(key: StepKey, typed: string, at: string, base?: string): Promise<SavedNote> {
  const id: [string, number, string, string] = [key.school, key.transition, key.checklist, key.step];
  return write(['years', 'notes'], async (tx) => {
    await mustBeOpen(tx, key.school, key.transition);
    const store = tx.objectStore('notes');
    const former = await store.get(id);
    const there = former?.text ?? '';
    const crossed = base !== undefined && there !== base && there !== '' && !typed.includes(there);
    const text = crossed ? [there, typed].filter((one) => one.trim() !== '').join('\n') : typed;
    if (text.trim() === '') await store.delete(id);
    else await store.put({ ...key, text, at, ...(former?.keep && { keep: true as const }) });
    return { text: text.trim() === '' ? '' : text, ...(crossed && { beside: there }) };
  });
}

/** Says whether a note that is there goes on to the next change of year. @throws {StorageProblem} */
export function keepNote(key: StepKey, keep: boolean): Promise<void> {
  return write(['years', 'notes'], async (tx) => {
    await mustBeOpen(tx, key.school, key.transition);
    const store = tx.objectStore('notes');
    const known = await store.get([key.school, key.transition, key.checklist, key.step]);
    if (!known) return;
    const { keep: _former, ...rest } = known;
    await store.put(keep ? { ...rest, keep: true } : rest);
  });
}

/** Records a school's own date for a milestone, or with `undefined` goes back to the one given. @throws {StorageProblem} */
export function saveDate(
  school: string,
  transition: number,
  milestone: Milestone,
  date: string | undefined,
  doing: Doing,
): Promise<void> {
  return write(['years', 'dates', 'journal'], async (tx) => {
    await mustBeOpen(tx, school, transition);
    const store = tx.objectStore('dates');
    if (date === undefined) await store.delete([school, transition, milestone]);
    else await store.put({ school, transition, milestone, date, at: doing.at });
    await writeEntry(tx, school, transition, { kind: 'dated', milestone, ...(date && { date }) }, doing);
  });
}
