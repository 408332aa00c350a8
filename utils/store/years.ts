import type { Checklist } from '@/utils/checklists/checklist';
import type { OwnStep } from '@/utils/checklists/followed';
import { rangeOf, read, type Transaction, write } from './db';
import { type Doing, writeEntry } from './journal';
import { StorageProblem } from './problem';
import type { StoredYear } from './year-records';

/** Refuses to change a year that is archived, another tab having perhaps just done it. @throws {StorageProblem} */
export async function mustBeOpen(
  tx: Transaction<'readwrite'>,
  school: string,
  transition: number,
): Promise<StoredYear> {
  const year = await tx.objectStore('years').get([school, transition]);
  if (year?.archivedAt) throw new StorageProblem('archived');
  return year ?? { school, transition };
}

/** Every change of year that a school has something of, the latest first. @throws {StorageProblem} */
export function listTransitions(school: string): Promise<number[]> {
  return read(['years', 'ticks', 'notes', 'proofs', 'dates', 'ownSteps', 'journal'], async (tx) => {
    const range = IDBKeyRange.bound([school], [school, []]);
    const keys = await Promise.all(
      (['years', 'ticks', 'notes', 'proofs', 'dates', 'ownSteps', 'journal'] as const).map((name) =>
        tx.objectStore(name).getAllKeys(range),
      ),
    );
    const all = (keys.flat() as readonly (readonly [string, number])[]).map(([, transition]) => transition);
    return [...new Set(all)].sort((a, b) => b - a);
  });
}

/** Chooses the lists that a school follows; in the journal too. @throws {StorageProblem} */
export function chooseLists(
  school: string,
  transition: number,
  lists: readonly string[],
  doing: Doing,
): Promise<void> {
  return write(['years', 'journal'], async (tx) => {
    const year = await mustBeOpen(tx, school, transition);
    await tx.objectStore('years').put({ ...year, lists, listsAt: doing.at });
    await writeEntry(tx, school, transition, { kind: 'listed', lists }, doing);
  });
}

/** Archives a year, or with `false` opens it again. @throws {StorageProblem} */
export function archiveYear(
  school: string,
  transition: number,
  archived: boolean,
  doing: Doing,
): Promise<void> {
  return write(['years', 'journal'], async (tx) => {
    const store = tx.objectStore('years');
    const known = (await store.get([school, transition])) ?? { school, transition };
    if ((known.archivedAt !== undefined) === archived) return;
    const { archivedAt: _former, ...open } = known;
    await store.put({ ...open, ...(archived ? { archivedAt: doing.at } : { reopenedAt: doing.at }) });
    await writeEntry(tx, school, transition, { kind: archived ? 'archived' : 'reopened' }, doing);
  });
}

/**
 * Starts a change of year from an earlier one: its lists, its own steps and its notes « à garder ». What is already in
 * the new one is left alone, so starting twice, or in two tabs, changes nothing more. Dates belong to their own year:
 * a step of the school that had one is still to be dated.
 * @throws {StorageProblem}
 */
export function startYear(school: string, from: number, to: number, doing: Doing): Promise<void> {
  return write(['years', 'ownSteps', 'notes', 'journal'], async (tx) => {
    const years = tx.objectStore('years');
    const started = await mustBeOpen(tx, school, to);
    const former = await years.get([school, from]);
    const lists = started.lists ?? former?.lists;
    const chosen = started.lists ? started.listsAt : former?.listsAt;
    await years.put({
      ...started,
      startedAt: started.startedAt ?? doing.at,
      ...(lists && { lists }),
      ...(chosen !== undefined && { listsAt: chosen }),
    });
    for (const step of await tx.objectStore('ownSteps').getAll(rangeOf(school, from))) {
      const known = await tx.objectStore('ownSteps').get([school, to, step.id]);
      if (!step.keep || known) continue;
      const when = 'milestone' in step.when ? step.when : {};
      await tx.objectStore('ownSteps').put({ ...step, when, transition: to, at: doing.at });
    }
    for (const kept of await tx.objectStore('notes').getAll(rangeOf(school, from))) {
      const known = await tx.objectStore('notes').get([school, to, kept.checklist, kept.step]);
      if (kept.keep && !known) await tx.objectStore('notes').put({ ...kept, transition: to, at: doing.at });
    }
    if (!started.startedAt) await writeEntry(tx, school, to, { kind: 'started' }, doing);
  });
}

/** Adds a step of the school's own, or changes it. @throws {StorageProblem} */
export function saveOwnStep(school: string, transition: number, step: OwnStep, at: string): Promise<void> {
  return write(['years', 'ownSteps'], async (tx) => {
    await mustBeOpen(tx, school, transition);
    await tx.objectStore('ownSteps').put({ ...step, school, transition, at });
  });
}

/** Removes a step of the school's own; what was ticked of it stays in the journal. @throws {StorageProblem} */
export function removeOwnStep(school: string, transition: number, id: string): Promise<void> {
  return write(['years', 'ownSteps'], async (tx) => {
    await mustBeOpen(tx, school, transition);
    await tx.objectStore('ownSteps').delete([school, transition, id]);
  });
}

/** Every list that was imported. @throws {StorageProblem} */
export async function listTemplates(): Promise<Checklist[]> {
  const all = await read(['templates'], (tx) => tx.objectStore('templates').getAll());
  return all.map(({ checklist }) => checklist);
}

/** Keeps an imported list, in place of an earlier one of the same id. @throws {StorageProblem} */
export function saveTemplate(checklist: Checklist, importedAt: string): Promise<void> {
  return write(['templates'], async (tx) => {
    await tx.objectStore('templates').put({ id: checklist.id, checklist, importedAt });
  });
}

/** @throws {StorageProblem} */
export function removeTemplate(id: string): Promise<void> {
  return write(['templates'], async (tx) => {
    await tx.objectStore('templates').delete(id);
  });
}
