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
import { type PlacedStep, placedSteps } from './followed';
import { presumedOf, presumedWindow } from './presumed';
import { type Proof, type StepState, stepState, type Tick } from './progress';
import { beginningAfter, type Span, type Standing, spanOf, standingOf } from './standing';

/** What persons said and readings showed of a school in one change of year. Ticks by `stepName`, proofs by rule. */
export interface YearRecords {
  ticks: Readonly<Record<string, Tick>>;
  proofs: Readonly<Record<string, Proof>>;
  /** Only the dates that the school set for itself. */
  dates: MilestoneDates;
}

/** A step as it stands for a school on a day. */
export interface StandingStep extends PlacedStep {
  window?: Window;
  state: StepState;
  standing: Standing;
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
  { ticks, proofs }: YearRecords,
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
  return {
    ...placed,
    ...(window && { window }),
    state,
    standing: standingOf(shown ? { stillUseful: true } : step, window ?? surely, today, after),
    ...(presumed && surely && { presumedSince: presumed.since }),
  };
}

/** Every milestone of some lists, in the usual order of a year. */
export function milestonesIn(lists: readonly Checklist[]): readonly Milestone[] {
  const used = new Set(lists.flatMap(milestonesOf));
  return (Object.keys(MILESTONE_LABELS) as Milestone[]).filter((milestone) => used.has(milestone));
}
