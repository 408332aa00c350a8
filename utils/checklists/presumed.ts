import { type MilestoneDates, shift, type Window } from './calendar';
import type { Milestone, When } from './checklist';

/**
 * What comes before pupils are back, in every ENT that we know: its guide says July or August. Everything else comes
 * with the return to school, or in the weeks after it.
 */
const OF_SUMMER: ReadonlySet<Milestone> = new Set<Milestone>([
  'timetable-end',
  'year-end',
  'module-closing',
  'platform-closing',
  'archiving',
  'platform-reopening',
  'directory-closing',
  'families-out',
]);

/** Months and days of the calendar year of the return to school; the return itself when it has no date. */
const FIRST_RETURN = '08-15';
const RETURN = '09-01';
const SETTLED_BY = '09-30';

/** Days after the middle of September that `SETTLED_BY` leaves to a step. */
const SETTLING_DAYS = 15;

/** A window that nobody set: before `from` a step cannot have begun, after `to` it is surely over. */
export interface Presumed {
  from: string;
  /** Missing when the step has no end: it can then be done since `since`. */
  to?: string;
  /** The first day on which it counts as if it had a date. */
  since: string;
}

/**
 * What the national calendar alone says of a step whose milestone has no date, so that nobody's silence hides it for
 * ever. A milestone of summer is behind when pupils are back; any other one is by mid-September, and what hangs on it is
 * over on 30 September, or as many days later as the step lasts beyond a fortnight. Never shown as a date: a step is
 * only counted late by it, and says so. `undefined` when the milestone has a date, or the step hangs on none.
 */
export function presumedOf(when: When, dates: MilestoneDates, transition: number): Presumed | undefined {
  if (!('milestone' in when) || dates[when.milestone]) return undefined;
  const summer = OF_SUMMER.has(when.milestone);
  const back = dates['term-start'] ?? `${transition}-${RETURN}`;
  const last = summer ? shift(back, -1) : `${transition}-${SETTLED_BY}`;
  const from = shift(
    summer ? `${transition}-05-01` : `${transition}-${FIRST_RETURN}`,
    Math.min(when.from, 0),
  );
  if (when.to === undefined) return { from, since: shift(last, 1) };
  const to = shift(last, Math.max(0, summer ? when.to : when.to - SETTLING_DAYS));
  return { from, to, since: shift(to, 1) };
}

/** The same as a window, once the day is past which its time is surely up. */
export function presumedWindow(presumed: Presumed | undefined, today: string): Window | undefined {
  if (!presumed || today < presumed.since) return undefined;
  const { from, to } = presumed;
  return to === undefined ? { from } : { from, to };
}
