import { checklistsOf } from '@/utils/checklists';
import { transitionOn } from '@/utils/checklists/calendar';
import { changedSteps } from '@/utils/checklists/changes';
import { nextProof, type Proof } from '@/utils/checklists/progress';
import { isoDate } from '@/utils/core/context';
import type { ReadingRecord } from '@/utils/messages';
import { type Transaction, write } from './db';
import { ficheOf, putReading } from './fiches';
import { writeEntry } from './journal';
import { listsOf, PROGRESS_STORES, readProgress, type SchoolProgress } from './progress';
import type { StoredProof } from './schema';
import { knownOrNew, mergeSchool, schoolKey } from './schools';
import type { JournalAct } from './year-records';

/**
 * Remembers what a reading concluded, rule by rule, that the school was read, and in the journal which steps this proved
 * or contradicted: all or nothing. Rules that did not speak leave what an earlier reading showed; so does an archived
 * year, whatever is read.
 * @throws {StorageProblem}
 */
export function recordReading(reading: ReadingRecord): Promise<void> {
  const { school, at, by } = reading;
  const key = schoolKey(school);
  const today = isoDate(new Date(at));
  const transition = transitionOn(today);
  return write(['journal', 'fiches', 'cards', ...PROGRESS_STORES], async (tx) => {
    const schools = tx.objectStore('schools');
    const known = mergeSchool(await knownOrNew(tx, school), school, at);
    const latest = known.lastRead && known.lastRead.at > at ? known.lastRead : { at, by };
    const lastLive = by === 'live' ? latestOf(known.lastLive, at) : known.lastLive;
    await schools.put({ ...known, lastRead: latest, ...(lastLive !== undefined && { lastLive }) });
    await putReading(tx, ficheOf(reading, known));
    const before = await readProgress(tx, key, transition);
    if (before.year?.archivedAt) return;
    const proofs = await putProofs(tx, reading, before, key, transition);
    const lists = listsOf(known, checklistsOf(known.ent), before, transition);
    const { proven, contradicted } = changedSteps(lists, before, { ...before, proofs }, transition, today);
    const acts: JournalAct[] = [];
    for (const { list, step, state } of proven)
      if (state.kind === 'proven')
        acts.push({ kind: 'proven', list: list.id, step: step.id, by: state.by, ...on(state) });
    for (const { list, step, state } of contradicted)
      if (state.kind === 'review')
        acts.push({ kind: 'contradicted', list: list.id, step: step.id, violations: state.violations });
    for (const act of acts) await writeEntry(tx, key, transition, act, { at });
  });
}

async function putProofs(
  tx: Transaction<'readwrite'>,
  { at, by, on: read, counts, read: lists }: ReadingRecord,
  { proofs: former }: SchoolProgress,
  school: string,
  transition: number,
): Promise<Record<string, Proof>> {
  const after = { ...former };
  const shown = lists.reduce((sum, list) => sum + list.shown, 0);
  for (const { rule, outcome, complete, violations, reviews } of counts) {
    const lines = complete ? {} : { lines: shown };
    const reading = { at, by, ...on({ on: read }), outcome, complete, violations, reviews, ...lines };
    const next = nextProof(after[rule], reading);
    if (!next) continue;
    after[rule] = next;
    await tx.objectStore('proofs').put({ ...next, school, transition, rule } satisfies StoredProof);
  }
  return after;
}

function on({ on: read }: { on?: string | undefined }): { on?: string } {
  return read === undefined ? {} : { on: read };
}

function latestOf(one: string | undefined, other: string): string {
  return one !== undefined && one > other ? one : other;
}
