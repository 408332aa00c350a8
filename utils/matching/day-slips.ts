import { dayNumber, exchangeDayMonth, shiftDays, type WrittenDate } from './dates';

/** The date of a day number. */
export function dateOf(day: number): WrittenDate {
  return { year: Math.trunc(day / 10_000), month: Math.trunc(day / 100) % 100, day: day % 100, form: '' };
}

/** False for two days that `linkDates` surely calls « changed »; without any object, since it is asked of many. */
export function mayBeSlip(one: number, other: number): boolean {
  if (Math.abs(one - other) % 1_000_000 === 0) return true;
  const month = Math.trunc(one / 100) % 100;
  const day = one % 100;
  if (one - month * 100 - day + day * 100 + month === other) return true;
  // Days counted as if every month had 31: a day, or four years and a day, are never further than this.
  const count = (date: number) =>
    Math.trunc(date / 10_000) * 372 + (Math.trunc(date / 100) % 100) * 31 + (date % 100);
  const gap = Math.abs(count(one) - count(other));
  if (gap <= 4 || (gap >= 1480 && gap <= 1500)) return true;
  let left = one;
  let right = other;
  let apart = 0;
  for (; left > 0 || right > 0; left = Math.trunc(left / 10), right = Math.trunc(right / 10))
    if (left % 10 !== right % 10) apart++;
  return apart <= 2;
}

/** A day before a change that a whole column underwent; the day itself when there is no such day. */
export function before(day: number, change: string): number {
  if (day === 0) return 0;
  const date = dateOf(day);
  if (change === 'date-day-month') {
    const exchanged = exchangeDayMonth(date);
    return exchanged ? dayNumber(exchanged) : day;
  }
  const size = change.startsWith('date-1904') ? 1462 : 1;
  return dayNumber(shiftDays(date, change.endsWith('-1') ? size : -size));
}
