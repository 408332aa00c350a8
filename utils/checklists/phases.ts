import { isAsked, stepName } from './checklist';
import { pressOf } from './pressing';
import { isSettled } from './progress';
import type { Year } from './year';

/**
 * Where a phase stands: `late` when the time of one of its steps is past, `now` when one can be done or is contradicted by a
 * reading, `over` when
 * nothing of what was not done can be done any more, `unknown` while no date of it is known.
 */
export type PhaseState = 'done' | 'late' | 'now' | 'later' | 'over' | 'unknown';

/** One phase of one list that a school follows. */
export interface StandingPhase {
  /** Unique among all lists. */
  id: string;
  list: string;
  title: string;
  state: PhaseState;
  /** Steps that somebody at the school must carry out, those left, and those left whose time is past. */
  asked: number;
  left: number;
  late: number;
}

/** Where each phase of a change of year stands; those that ask nothing of the school are left out. Pure. */
export function phasesOf({ lists, steps }: Year): StandingPhase[] {
  return lists.flatMap((list) =>
    list.phases.flatMap((phase) => {
      const asked = steps.filter((one) => one.list === list && one.phase === phase && isAsked(one.step));
      if (asked.length === 0) return [];
      const left = asked.filter(({ state }) => !isSettled(state));
      const among = (standing: (typeof left)[number]['standing']) =>
        left.filter((one) => one.standing === standing).length;
      const presses = left.map(pressOf);
      const late = presses.filter((press) => press === 'late').length;
      const state: PhaseState =
        left.length === 0
          ? 'done'
          : late > 0
            ? 'late'
            : presses.some((press) => press !== undefined)
              ? 'now'
              : among('later') > 0
                ? 'later'
                : among('over') > 0
                  ? 'over'
                  : 'unknown';
      return [
        {
          id: stepName(list.id, phase.id),
          list: list.title,
          title: phase.title,
          state,
          asked: asked.length,
          left: left.length,
          late,
        },
      ];
    }),
  );
}
