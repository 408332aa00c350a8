const DAY = 86_400_000;

/** Calendar year in which the school year of an ISO date starts; from 1 August it is the new one. */
export function startingYear(date: string): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return month >= 8 ? year : year - 1;
}

/** True in June and July, when this year's groups are about to be last year's. */
export function yearIsEnding(date: string): boolean {
  return ['06', '07'].includes(date.slice(5, 7));
}

/** « 2025-2026 » for the school year that starts `offset` years from the current one. */
export function longYear(date: string, offset: number): string {
  const start = startingYear(date) + offset;
  return `${start}-${start + 1}`;
}

/** Two figures of a calendar year. */
export function shortYear(year: number): string {
  return String(year % 100).padStart(2, '0');
}

/** Noon of the ISO date, `days` later, in milliseconds since 1970. */
export function dayFrom(date: string, days: number): number {
  return Date.parse(`${date}T12:00:00Z`) + days * DAY;
}

/** The same as an ISO instant of the form that the directory writes. */
export function instantFrom(date: string, days: number): string {
  return new Date(dayFrom(date, days)).toISOString().replace('Z', '+00:00');
}
