import type { Checklist } from './checklist';
import { type StandingStep, type YearRecords, yearOf } from './year';

/** Steps that a reading has just proven, or contradicted, with where they now stand. */
export interface StepChanges {
  proven: readonly StandingStep[];
  contradicted: readonly StandingStep[];
}

/** What a reading changed, from the records before and after it; `today` is the day of the reading. */
export function changedSteps(
  lists: readonly Checklist[],
  before: YearRecords,
  after: YearRecords,
  transition: number,
  today: string,
): StepChanges {
  const former = new Map(
    yearOf(lists, before, transition, today).steps.map(({ name, state }) => [name, state.kind]),
  );
  const now = yearOf(lists, after, transition, today).steps;
  const become = (kind: 'proven' | 'review') =>
    now.filter(({ name, state }) => state.kind === kind && former.get(name) !== kind);
  return { proven: become('proven'), contradicted: become('review') };
}
