import type { RuleCount } from '@/utils/core/fiche';
import type { DetectorSeen } from '@/utils/messages';
import { read, write } from './db';

/** How often, and when last, a detector worked, and did not understand. It names nobody. */
export interface StoredDetector {
  id: string;
  /** How many times it worked. */
  worked: number;
  /** ISO instant. */
  workedAt?: string;
  /** How many times it did not understand what it was given. */
  failed: number;
  failedAt?: string;
  /** French: why, the last time; and on which site. */
  why?: string;
  on?: string;
}

/** Longer reasons say nothing more. */
const LONGEST = 400;

/** Counts that a detector worked, or did not understand. An older word never replaces a newer one. @throws {StorageProblem} */
export function noteDetector({ id, host, at, unreadable }: DetectorSeen): Promise<void> {
  return write(['detectors'], async (tx) => {
    const store = tx.objectStore('detectors');
    const known: StoredDetector = (await store.get(id)) ?? { id, worked: 0, failed: 0 };
    if (unreadable === undefined) {
      await store.put({ ...known, worked: known.worked + 1, workedAt: latest(known.workedAt, at) });
      return;
    }
    const isLast = known.failedAt === undefined || known.failedAt <= at;
    const words = isLast ? { why: unreadable.slice(0, LONGEST), on: host, failedAt: at } : {};
    await store.put({ ...known, ...words, failed: known.failed + 1 });
  });
}

/** A rule that concluded, or broke. */
type Judged = Pick<RuleCount, 'rule' | 'outcome'>;

/**
 * Counts that rules concluded of files, which need no school to be named; and those that broke, whatever they were given.
 * @throws {StorageProblem}
 */
export function noteRules(counts: readonly Judged[], at: string): Promise<void> {
  return write(['detectors'], async (tx) => {
    const store = tx.objectStore('detectors');
    for (const { rule, outcome } of counts) {
      if (outcome === 'inapplicable') continue;
      const known: StoredDetector = (await store.get(rule)) ?? { id: rule, worked: 0, failed: 0 };
      await store.put(
        outcome === 'error'
          ? { ...known, failed: known.failed + 1, failedAt: latest(known.failedAt, at), why: BROKEN }
          : { ...known, worked: known.worked + 1, workedAt: latest(known.workedAt, at) },
      );
    }
  });
}

const BROKEN = 'la règle s’est interrompue';

/** All that was counted of detectors. @throws {StorageProblem} */
export function listDetectors(): Promise<StoredDetector[]> {
  return read(['detectors'], (tx) => tx.objectStore('detectors').getAll());
}

function latest(one: string | undefined, other: string): string {
  return one !== undefined && one > other ? one : other;
}
