import {
  datesIn,
  MILESTONE_LABELS,
  type MilestoneDates,
  type ResolvedDate,
  resolveDates,
  type Window,
  windowOf,
} from './calendar';
import { type Checklist, type Milestone, milestonesOf } from './checklist';
import { OWN_LIST, type PlacedStep, placedSteps } from './followed';
import { type Presumed, presumedOf, presumedWindow } from './presumed';
import { type Proof, type StepState, stepState, type Tick } from './progress';
import { beginningAfter, type Span, type Standing, spanOf, standingOf } from './standing';

/** What persons said and readings showed of a school in one change of year. Ticks by `stepName`, proofs by rule. */
export interface YearRecords {
  ticks: Readonly<Record<string, Tick>>;
  proofs: Readonly<Record<string, Proof>>;
  /** Only the dates that the school set for itself. */
  dates: MilestoneDates;
  /** ISO date on which the school was first seen here; missing when nobody knows any more. */
  followedSince?: string;
}

/** A step as it stands for a school on a day. */
export interface StandingStep extends PlacedStep {
  window?: Window;
  state: StepState;
  standing: Standing;
  /** True when its time had passed before the school was first seen here: nobody who follows it here missed it. */
  beforeFollowed?: true;
  /** ISO date since which it counts as it does although nobody set its date (`presumedOf`). */
  presumedSince?: string;
}

/** A change of year as it stands for a school on a day. */
export interface Year {
  lists: readonly Checklist[];
  dates: readonly ResolvedDate[];
  steps: readonly StandingStep[];
  /** When each phase runs, lists one after the other; undefined while no date of it is known. */
  spans: readonly (Span | undefined)[];
}

/** Judges every step of the lists that a school follows. Pure. */
export function yearOf(
  lists: readonly Checklist[],
  records: YearRecords,
  transition: number,
  today: string,
): Year {
  const dates = resolveDates(lists, milestonesIn(lists), transition, records.dates);
  const known = datesIn(dates);
  const steps: StandingStep[] = [];
  const spans: (Span | undefined)[] = [];
  for (const list of lists) {
    // Phases follow each other within a list: another list's say nothing of when these are over.
    const own = list.phases.map((phase) => spanOf(phase, known));
    spans.push(...own);
    const afters = list.phases.map((_phase, index) => beginningAfter(own, index));
    for (const placed of placedSteps([list])) {
      const after = afters[list.phases.indexOf(placed.phase)];
      steps.push(standing(placed, records, { known, transition, today, after }));
    }
  }
  return { lists, dates, steps, spans };
}

/** What a step is set against. */
interface Moment {
  known: MilestoneDates;
  transition: number;
  today: string;
  /** The first day of what comes after its phase. */
  after: string | undefined;
}

function standing(
  placed: PlacedStep,
  { ticks, proofs, followedSince }: YearRecords,
  { known, transition, today, after }: Moment,
): StandingStep {
  const { step, name } = placed;
  const window = windowOf(step.when, known);
  const presumed = presumedOf(step.when, known, transition);
  const surely = presumedWindow(presumed, today);
  // A reminder was never anybody's to tick: only readings have a word on it.
  const tick = step.reminder ? undefined : ticks[name];
  const state = stepState(step, tick, proofs, window?.from ?? presumed?.from);
  // What a reading still shows is still there to be mended, whatever the date.
  const shown = state.kind === 'found' || state.kind === 'review';
  const missed =
    followedSince !== undefined && isOfBefore(placed, { window, presumed, after }, followedSince);
  return {
    ...placed,
    ...(window && { window }),
    state,
    standing: missed
      ? 'over'
      : standingOf(shown ? { stillUseful: true } : step, window ?? surely, today, after),
    ...(missed && { beforeFollowed: true }),
    ...(presumed && surely && { presumedSince: presumed.since }),
  };
}

/**
 * True for a step that was already over on the day the school was first seen here, however useful it may still be. Who
 * comes in November has not missed last summer: told of nine late steps, a newcomer would take the tool for wrong, and see
 * the number grow with each screen that is read. What the screens show is still said, as what they show; the step itself
 * waits for the next change of year. What the school added for itself is its own business, whatever its date.
 */
function isOfBefore(
  { list }: PlacedStep,
  time: { window: Window | undefined; presumed: Presumed | undefined; after: string | undefined },
  since: string,
): boolean {
  if (list.id === OWN_LIST) return false;
  const window = time.window ?? presumedWindow(time.presumed, since);
  return standingOf({}, window, since, time.after) === 'over';
}

/** Every milestone of some lists, in the usual order of a year. */
export function milestonesIn(lists: readonly Checklist[]): readonly Milestone[] {
  const used = new Set(lists.flatMap(milestonesOf));
  return (Object.keys(MILESTONE_LABELS) as Milestone[]).filter((milestone) => used.has(milestone));
}
