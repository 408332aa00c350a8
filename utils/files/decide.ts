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
 * decided. A couple chosen among several that resembled each other as much puts the others aside.
 */
export async function decide(
  couples: readonly Couple[],
  { decisions, salt }: ControlChoices,
): Promise<DecidedCouple[]> {
  const ordered = [...couples].sort((one, other) => doubt(other) - doubt(one));
  const hashed: DecidedCouple[] = [];
  for (const [at, couple] of ordered.entries()) {
    if (salt === undefined || (at >= LISTED && !decisions?.size)) {
      hashed.push(couple);
      continue;
    }
    const hash = await decisionKey(salt, personOf(couple.old, 0), personOf(couple.fresh, 0));
    const decided = decisions?.get(hash);
    const verdict = decided === 'same' ? 'same' : couple.verdict;
    hashed.push({ ...couple, verdict, hash, ...(decided ? { decided } : {}) });
  }
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
