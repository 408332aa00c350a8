import { daysBetween, daysLater, frenchDate } from './dates';

/** The day that a delay in days leads to; `undefined` when the platform didn't tell the delay. */
export function dayAfter(since: string, delay: number | undefined): string | undefined {
  return delay === undefined ? undefined : daysLater(since, delay);
}

/** Sorts days, the next one first, those that are unknown last. */
export function compareDays(one = '9999', other = '9999'): number {
  return one < other ? -1 : Number(one > other);
}

/** So few days before, what has to be done comes before the date. */
const PRESSING_DAYS = 14;

/** When the platform will do `what`, in French; `end` is its day, `undefined` when the delay could not be read. */
export function countdown(end: string | undefined, today: string, what: string): string {
  if (end === undefined) return `${what} après un délai qui n’a pas pu être lu.`;
  const left = daysBetween(today, end);
  if (left <= 0) return `${what} à la prochaine nuit.`;
  const days = `dans ${left} jour${left > 1 ? 's' : ''}`;
  if (left > PRESSING_DAYS) return `${what} le ${frenchDate(end)}, ${days}.`;
  return `${what} ${days} : à lever avant le ${frenchDate(end)} si la personne est encore là.`;
}
