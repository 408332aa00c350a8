import { transitionOn } from '@/utils/checklists/calendar';
import { nextProof } from '@/utils/checklists/progress';
import { isoDate } from '@/utils/core/context';
import type { ReadingRecord } from '@/utils/messages';
import { write } from './db';
import { ficheOf, putFiches } from './fiches';
import type { StoredProof } from './schema';
import { mergeSchool, schoolKey } from './schools';

/**
 * Remembers what a reading concluded, rule by rule, and that the school was read: all or nothing. Rules that did not
 * speak leave what an earlier reading showed.
 * @throws {StorageProblem}
 */
export function recordReading(record: ReadingRecord): Promise<void> {
  const { school, at, by, counts } = record;
  const key = schoolKey(school);
  const transition = transitionOn(isoDate(new Date(at)));
  return write(['schools', 'proofs', 'fiches', 'cards'], async (tx) => {
    const schools = tx.objectStore('schools');
    const known = mergeSchool(await schools.get(key), school, at);
    const latest = known.lastRead && known.lastRead.at > at ? known.lastRead : { at, by };
    const lastLive = by === 'live' ? latestOf(known.lastLive, at) : known.lastLive;
    await schools.put({ ...known, lastRead: latest, ...(lastLive !== undefined && { lastLive }) });
    const proofs = tx.objectStore('proofs');
    for (const { rule, outcome, complete, violations, reviews } of counts) {
      const former = await proofs.get([key, transition, rule]);
      const next = nextProof(former, { at, by, outcome, complete, violations, reviews });
      if (next) await proofs.put({ ...next, school: key, transition, rule } satisfies StoredProof);
    }
    await putFiches(tx, [ficheOf(record, known)]);
  });
}

function latestOf(one: string | undefined, other: string): string {
  return one !== undefined && one > other ? one : other;
}
