import type { Outcome } from '@/utils/core/audit';
import { isoDate } from '@/utils/core/context';
import type { PageId } from '@/utils/core/facts';
import { type Checklist, isAsked, type Step, stepsOf } from './checklist';

/** What a person said of a step. Only a person changes it. */
export interface Tick {
  done: boolean;
  /** ISO instant. */
  at: string;
  /** Initials, when the person gave some; never a name. */
  by?: string;
}

/** The last word that readings have had on a rule, for one school and one change of year. */
export interface Proof {
  /** ISO instant of the reading. */
  at: string;
  outcome: Outcome;
  complete: boolean;
  /** By the console's own calls, or by the screen that was read. */
  by: 'live' | PageId;
  /** What was read, in French and without a name: « Groupes manuels : 18 groupes manuels lus sur 18 ». */
  on?: string;
  violations: number;
  reviews: number;
  /** ISO instant of the last complete pass, kept when a later reading contradicts it. */
  passedAt?: string;
  /** How many lines were read for it, when the list was not whole: what tells a wide reading from a narrow one. */
  lines?: number;
  /** What a narrower reading showed since, the rest of the list being as the wider one left it. */
  since?: Glimpse;
}

/** A fault that one screen of many showed. */
export interface Glimpse {
  /** ISO instant. */
  at: string;
  by: Proof['by'];
  on?: string;
  violations: number;
  reviews: number;
}

/** Where a step stands, and on whose word. */
export type StepState =
  | { kind: 'todo' }
  /** To do, and a reading showed what is left: what is wrong, and what a person has to look at. */
  | { kind: 'found'; at: string; violations: number; reviews: number }
  /** A person said so. */
  | { kind: 'done'; at: string; by?: string }
  /** Readings showed it: `at` is the oldest of those that it rests on. */
  | { kind: 'proven'; at: string; by: Proof['by']; on?: string }
  /** It was done or proven, and a later reading found something. A person's tick stays. */
  | { kind: 'review'; at: string; violations: number; reviews: number; ticked: boolean };

/**
 * Where a step stands. Proven only when every one of its rules last passed on a complete list, not before the step
 * opened (`opensOn`, ISO date): a clean list in June says nothing about who arrives in August. A person who unticks a
 * proven step is believed until a later reading.
 */
export function stepState(
  step: Step,
  tick: Tick | undefined,
  proofs: Readonly<Record<string, Proof | undefined>>,
  opensOn?: string,
): StepState {
  const known = (step.rules ?? []).map((rule) => asItCounts(proofs[rule], tick));
  const against = known.filter((proof) => proof !== undefined && contradicts(proof, tick)) as Proof[];
  const latest = newest(against);
  if (latest) {
    const since = known.filter(
      (proof): proof is Proof => proof !== undefined && (!tick || proof.at > tick.at),
    );
    const ticked = tick?.done === true;
    const violations = sumOf(against, 'violations');
    return { kind: 'review', at: latest.at, violations, reviews: sumOf(since, 'reviews'), ticked };
  }
  if (tick?.done) return { kind: 'done', at: tick.at, ...(tick.by !== undefined && { by: tick.by }) };
  const oldest = provenBy(known, tick, opensOn);
  if (oldest) {
    const { at, by, on } = oldest;
    return { kind: 'proven', at, by, ...(on !== undefined && { on }) };
  }
  const found = known.filter(
    (proof): proof is Proof => proof !== undefined && proof.violations + proof.reviews > 0,
  );
  const last = newest(found);
  if (!last) return { kind: 'todo' };
  const counts = { violations: sumOf(found, 'violations'), reviews: sumOf(found, 'reviews') };
  return { kind: 'found', at: last.at, ...counts };
}

/** True when the box is to be shown ticked. */
export function isTicked(state: StepState): boolean {
  return state.kind === 'done' || state.kind === 'proven' || (state.kind === 'review' && state.ticked);
}

/** True when nothing is left to do or to look at. */
export function isSettled(state: StepState): boolean {
  return state.kind === 'done' || state.kind === 'proven';
}

/** The steps of a checklist that are asked for (`isAsked`). */
export function askedSteps(checklist: Checklist): readonly Step[] {
  return stepsOf(checklist).filter(isAsked);
}

/**
 * The proof to remember after a reading, or `undefined` when it must leave the former one alone: a rule that did not
 * speak, or a partial list that shows nothing wrong, is silence, and an older reading knows more. A fault that a narrower
 * reading shows is noted beside what a wider one counted, and never takes its place.
 */
export function nextProof(former: Proof | undefined, reading: Proof): Proof | undefined {
  if (former && (former.since?.at ?? former.at) > reading.at) return undefined;
  if (reading.outcome === 'inapplicable' || reading.outcome === 'error') return undefined;
  if (former && isNarrower(reading, former))
    return reading.violations > 0 ? { ...former, since: glimpseOf(reading) } : undefined;
  const silent = !reading.complete && reading.violations + reading.reviews === 0;
  if (silent && former) return undefined;
  const passedAt = passes(reading) ? reading.at : former?.passedAt;
  return { ...reading, ...(passedAt !== undefined && { passedAt }) };
}

/** One group opened knows less than all of them: a part of a list against the whole, or against a longer part. */
function isNarrower(reading: Proof, former: Proof): boolean {
  if (reading.complete) return false;
  return former.complete || (former.lines ?? 0) > (reading.lines ?? 0);
}

/** What a reading showed, without what only a wide one can tell. */
export function glimpseOf({ at, by, on, violations, reviews }: Proof): Glimpse {
  return { at, by, ...(on !== undefined && { on }), violations, reviews };
}

/**
 * A proof as it counts for a step: a narrower reading speaks alone where the wider one had found nothing, or once a
 * person has answered for what that one counted.
 */
function asItCounts(proof: Proof | undefined, tick: Tick | undefined): Proof | undefined {
  if (!proof?.since || proof.since.at <= proof.at) return proof;
  const { since, lines: _lines, on: _on, ...rest } = proof;
  const answered = tick !== undefined && proof.at <= tick.at && since.at > tick.at;
  return passes(proof) || answered ? { ...rest, ...since, outcome: 'violation', complete: false } : proof;
}

function passes(proof: Proof): boolean {
  return proof.outcome === 'pass' && proof.complete;
}

/** Only a violation contradicts: a review is a question. It must be later than what it contradicts. */
function contradicts(proof: Proof, tick: Tick | undefined): boolean {
  if (proof.violations === 0) return false;
  if (tick) return tick.done && proof.at > tick.at;
  return proof.passedAt !== undefined;
}

function provenBy(
  proofs: readonly (Proof | undefined)[],
  tick: Tick | undefined,
  opensOn: string | undefined,
): Proof | undefined {
  if (proofs.length === 0) return undefined;
  const holding = proofs.filter((proof): proof is Proof => {
    if (!proof || !passes(proof)) return false;
    // On the day of the person: in Nouméa the morning of the opening is still the day before in UTC.
    if (opensOn !== undefined && isoDate(new Date(proof.at)) < opensOn) return false;
    return !tick || proof.at > tick.at;
  });
  if (holding.length < proofs.length) return undefined;
  return holding.reduce((oldest, proof) => (proof.at < oldest.at ? proof : oldest));
}

function sumOf(proofs: readonly Proof[], of: 'violations' | 'reviews'): number {
  return proofs.reduce((sum, proof) => sum + proof[of], 0);
}

function newest(proofs: readonly Proof[]): Proof | undefined {
  return proofs.reduce<Proof | undefined>(
    (best, proof) => (best && best.at > proof.at ? best : proof),
    undefined,
  );
}
