import { isAsked, type Step } from './checklist';
import { isSettled } from './progress';
import type { StandingStep } from './year';

/** Whose a step is: the school's to carry out, something to know, or done by the platform. Only the first counts as a step. */
export type StepKind = 'asked' | 'reminder' | 'platform';

export function kindOf({ who, reminder }: Pick<Step, 'who' | 'reminder'>): StepKind {
  return who === 'platform' ? 'platform' : reminder ? 'reminder' : 'asked';
}

/** How a step presses: contradicted by a reading, past its time, or to be done now. */
export type Press = 'review' | 'late' | 'now';

/**
 * How a step presses on the day that it was judged for; `undefined` when it does not. The one way in which every surface
 * counts: popup, calendar, badge, notification, banner and board. A contradiction counts on a reminder too, and once.
 */
export function pressOf({
  step,
  state,
  standing,
}: Pick<StandingStep, 'step' | 'state' | 'standing'>): Press | undefined {
  if (isSettled(state)) return undefined;
  if (state.kind === 'review') return 'review';
  if (!isAsked(step)) return undefined;
  return standing === 'late' || standing === 'now' ? standing : undefined;
}
