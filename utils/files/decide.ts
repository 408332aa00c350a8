import { decisionKey } from '@/utils/matching/decision';
import { personOf } from './accounts';
import type { ControlChoices, PairDecision } from './control-result';
import type { Couple } from './couples';

/** A couple, and what a person said of it. */
export interface DecidedCouple extends Couple {
  hash?: string;
  decided?: PairDecision;
}

/** Hashes already made: each choice of a person concludes anew on the same couples. */
const made = new WeakMap<Couple, { salt: string; hash: Promise<string> }>();

/** What a decision about a couple is remembered by. */
export function coupleHash(couple: DecidedCouple, salt: string): Promise<string> {
  if (couple.hash !== undefined) return Promise.resolve(couple.hash);
  const known = made.get(couple);
  if (known?.salt === salt) return known.hash;
  const hash = decisionKey(salt, personOf(couple.old, 0), personOf(couple.fresh, 0));
  made.set(couple, { salt, hash });
  return hash;
}

/**
 * Puts the decisions of a person on top of the verdicts. Undecided doubts come first, then certainties, then what was
 * decided. A couple chosen among several that resembled each other as much puts the others aside. A hash that names several
 * couples (namesakes whom nothing tells apart) decides none of them. As long as nothing was decided no hash is made: ask
 * `coupleHash` for those that are shown.
 */
export async function decide(
  couples: readonly Couple[],
  { decisions, salt }: ControlChoices,
): Promise<DecidedCouple[]> {
  const ordered = [...couples].sort((one, other) => doubt(other) - doubt(one));
  if (salt === undefined || !decisions?.size) return ordered;
  const times = new Map<string, number>();
  const hashes = await Promise.all(ordered.map((couple) => coupleHash(couple, salt)));
  for (const hash of hashes) times.set(hash, (times.get(hash) ?? 0) + 1);
  const hashed = ordered.map((couple, index): DecidedCouple => {
    const hash = hashes[index] ?? '';
    const decided = times.get(hash) === 1 ? decisions.get(hash) : undefined;
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
