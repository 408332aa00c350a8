import { decisionKey } from '@/utils/matching/decision';
import { personOf } from './accounts';
import type { ControlChoices, PairDecision } from './control-result';
import type { Couple } from './couples';

/** A couple, and what a person said of it. */
export interface DecidedCouple extends Couple {
  hash?: string;
  decided?: PairDecision;
}

/** Couples that get a hash although nothing was ever decided: those a screen may list. */
const LISTED = 500;

/**
 * Puts the decisions of a person on top of the verdicts. Undecided doubts come first, then certainties, then what was
 * decided. A couple chosen among several that resembled each other as much puts the others aside. A hash that names several
 * couples (namesakes whom nothing tells apart) decides none of them.
 */
export async function decide(
  couples: readonly Couple[],
  { decisions, salt }: ControlChoices,
): Promise<DecidedCouple[]> {
  const ordered = [...couples].sort((one, other) => doubt(other) - doubt(one));
  const hashes = new Map<DecidedCouple, string>();
  const times = new Map<string, number>();
  for (const couple of salt === undefined ? [] : decisions?.size ? ordered : ordered.slice(0, LISTED)) {
    const hash = await decisionKey(salt ?? '', personOf(couple.old, 0), personOf(couple.fresh, 0));
    hashes.set(couple, hash);
    times.set(hash, (times.get(hash) ?? 0) + 1);
  }
  const hashed = ordered.map((couple): DecidedCouple => {
    const hash = hashes.get(couple);
    if (hash === undefined) return couple;
    const decided = times.get(hash) === 1 ? decisions?.get(hash) : undefined;
    const verdict = decided === 'same' ? 'same' : couple.verdict;
    return { ...couple, verdict, hash, ...(decided ? { decided } : {}) };
  });
  const chosen = hashed.filter(({ decided, tied }) => tied && decided === 'same');
  const settled = hashed.filter(
    (couple) =>
      !couple.tied ||
      couple.decided ||
      !chosen.some(({ old, fresh }) => old === couple.old || fresh === couple.fresh),
  );
  return settled.sort((one, other) => Number(!!one.decided) - Number(!!other.decided));
}

function doubt({ verdict }: Couple): number {
  return verdict === 'check' ? 1 : 0;
}
