const DAY_MS = 86_400_000;

/** « 20/09/2022 », of an ISO date. */
export function frenchDate(isoDate: string): string {
  return isoDate.slice(0, 10).split('-').reverse().join('/');
}

/** The ISO date so many days later. */
export function daysLater(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate.slice(0, 10)}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days from one ISO date to another; negative when it is past. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / DAY_MS,
  );
}

/** True when one ISO date and time comes before another: as instants where both can be read, else as days. */
export function isEarlier(one: string, other: string): boolean {
  const [a, b] = [Date.parse(one), Date.parse(other)];
  return Number.isNaN(a) || Number.isNaN(b) ? one.slice(0, 10) < other.slice(0, 10) : a < b;
}
