import type { Milestone } from './milestones';

/** Which days a date may be: ISO dates, both included, and of what they are: « la rentrée 2026 ». */
export interface DayRange {
  from: string;
  to: string;
  title: string;
}

/** What comes before the new school year begins: a later day is of another summer. */
const OF_SUMMER: ReadonlySet<Milestone> = new Set<Milestone>(['timetable-end', 'year-end']);

/**
 * The days that a date of a change of year, named by its return to school, may be: from the March before it, when some
 * prepare the end of the timetables, to the April after it, when the next one becomes the current one. What ends the school
 * year ends it by August.
 */
export function rangeOf(transition: number, milestone?: Milestone): DayRange {
  const ends = milestone !== undefined && OF_SUMMER.has(milestone);
  return {
    from: `${transition}-03-01`,
    to: ends ? `${transition}-08-31` : `${transition + 1}-04-30`,
    title: ends ? `l’été ${transition}` : `la rentrée ${transition}`,
  };
}

/** Why a day (ISO) is not taken, in French with the days that are; `undefined` for one of them. */
export function notInRange(day: string, { from, to, title }: DayRange): string | undefined {
  if (day >= from && day <= to) return undefined;
  return `Le ${inFrench(day)} n’est pas de ${title}\u00A0: donnez un jour du ${inFrench(from)} au ${inFrench(to)}.`;
}

/** « 24/08/2026 ». */
function inFrench(isoDate: string): string {
  return isoDate.split('-').reverse().join('/');
}
