import type { MilestoneDates } from '@/utils/checklists/calendar';
import type { Milestone } from '@/utils/checklists/checklist';
import type { Proof, Tick } from '@/utils/checklists/progress';
import { rangeOf, read, write } from './db';
import type { StepKey } from './schema';

/** Everything said and shown of one school for one change of year. Ticks and notes by step, proofs by rule. */
export interface SchoolProgress {
  ticks: Record<string, Tick>;
  notes: Record<string, string>;
  proofs: Record<string, Proof>;
  /** Only the dates that the school set for itself. */
  dates: MilestoneDates;
}

/** @throws {StorageProblem} */
export function loadProgress(school: string, transition: number, checklist: string): Promise<SchoolProgress> {
  return read(['ticks', 'notes', 'proofs', 'dates'], async (tx) => {
    const range = rangeOf(school, transition);
    const [ticks, notes, proofs, dates] = await Promise.all([
      tx.objectStore('ticks').getAll(range),
      tx.objectStore('notes').getAll(range),
      tx.objectStore('proofs').getAll(range),
      tx.objectStore('dates').getAll(range),
    ]);
    const here = (record: StepKey) => record.checklist === checklist;
    return {
      ticks: Object.fromEntries(ticks.filter(here).map((tick) => [tick.step, tick])),
      notes: Object.fromEntries(notes.filter(here).map((note) => [note.step, note.text])),
      proofs: Object.fromEntries(proofs.map((proof) => [proof.rule, proof])),
      dates: Object.fromEntries(dates.map(({ milestone, date }) => [milestone, date])),
    };
  });
}

/** Records what a person said of one step. One record per step: two tabs lose nothing but to the latest. @throws {StorageProblem} */
export function saveTick(key: StepKey, tick: Tick): Promise<void> {
  return write(['ticks'], async (tx) => {
    await tx.objectStore('ticks').put({ ...key, ...tick });
  });
}

/** Records a note, or forgets it when it is empty. @throws {StorageProblem} */
export function saveNote(key: StepKey, text: string, at: string): Promise<void> {
  return write(['notes'], async (tx) => {
    const store = tx.objectStore('notes');
    if (text.trim() === '') await store.delete([key.school, key.transition, key.checklist, key.step]);
    else await store.put({ ...key, text, at });
  });
}

/** Records a school's own date for a milestone, or with `undefined` goes back to the national one. @throws {StorageProblem} */
export function saveDate(
  school: string,
  transition: number,
  milestone: Milestone,
  date: string | undefined,
): Promise<void> {
  return write(['dates'], async (tx) => {
    const store = tx.objectStore('dates');
    if (date === undefined) await store.delete([school, transition, milestone]);
    else await store.put({ school, transition, milestone, date });
  });
}
