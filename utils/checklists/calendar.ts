import type { Milestone, MilestoneDates } from '@/utils/core/milestones';
import type { When } from './checklist';

export type { MilestoneDates };

/** French, feminine throughout so that « à partir de », « avant » and « après » read right in front. */
export const MILESTONE_LABELS: Record<Milestone, string> = {
  'year-end': 'la fin de l’année scolaire',
  'module-closing': 'la fermeture des modules',
  'platform-closing': 'la fermeture de la plateforme',
  'platform-reopening': 'la réouverture de la plateforme',
  'staff-feed': 'la première alimentation des personnels',
  'term-start': 'la rentrée des classes',
  'pupil-feed': 'la première alimentation des élèves et des parents',
  'timetable-end': 'la fin des emplois du temps',
};

/** First month (1–12) whose work prepares the coming return to school rather than mends the last one. */
const PREPARATION_MONTH = 5;

/**
 * The change of year that an ISO date belongs to, named by the calendar year of its return to school. From May one
 * prepares the coming one; until April one still mends the last one. Unlike `schoolYearOn`, which says what is current.
 */
export function transitionOn(isoDate: string): number {
  const [year, month] = isoDate.split('-').map(Number) as [number, number];
  return month >= PREPARATION_MONTH ? year : year - 1;
}

/**
 * National calendar, mainland France, by the calendar year of the return to school: the last day of class before it
 * and the pupils' first day after it. Source: domain Skolengo §8. Years that aren't published stay unknown.
 */
const NATIONAL: Record<number, MilestoneDates> = {
  2025: { 'term-start': '2025-09-01' },
  2026: { 'year-end': '2026-07-03', 'term-start': '2026-09-01' },
  2027: { 'year-end': '2027-07-02' },
};

/** What the national calendar says of a change of year; empty when it isn't published. */
export function nationalDates(transition: number): MilestoneDates {
  return NATIONAL[transition] ?? {};
}

/** A step's window, ISO dates; `to` is missing when it has no end. */
export interface Window {
  from: string;
  to?: string;
}

/** When a step is to be done; `undefined` while its milestone has no date. */
export function windowOf(when: When, dates: MilestoneDates): Window | undefined {
  const anchor = dates[when.milestone];
  if (!anchor) return undefined;
  const from = shift(anchor, when.from);
  return when.to === undefined ? { from } : { from, to: shift(anchor, when.to) };
}

/** Where a day stands against a window; `unknown` without one. */
export function timing(window: Window | undefined, today: string): 'unknown' | 'later' | 'now' | 'late' {
  if (!window) return 'unknown';
  if (today < window.from) return 'later';
  return window.to !== undefined && today > window.to ? 'late' : 'now';
}

/**
 * The period in French: « du 24/08 au 31/08 » when the milestone has a date, else in words, with what the guide says
 * of when it usually falls.
 */
export function periodText(when: When, dates: MilestoneDates, usually?: string): string {
  const window = windowOf(when, dates);
  if (!window) return usually ? `${inWords(when)} (${usually})` : inWords(when);
  if (window.to === undefined) return `à partir du ${dayAndMonth(window.from)}`;
  if (window.to === window.from) return `le ${dayAndMonth(window.from)}`;
  return `du ${dayAndMonth(window.from)} au ${dayAndMonth(window.to)}`;
}

/** « 27/08 ». */
export function dayAndMonth(isoDate: string): string {
  return `${isoDate.slice(8, 10)}/${isoDate.slice(5, 7)}`;
}

/** « 27/08 à 14 h 02 », in the time zone of the person, from an ISO instant. */
export function momentText(instant: string): string {
  const date = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${two(date.getDate())}/${two(date.getMonth() + 1)}`;
  return `${day} à ${date.getHours()} h ${two(date.getMinutes())}`;
}

function inWords({ milestone, from, to }: When): string {
  const label = MILESTONE_LABELS[milestone];
  if (to === undefined && from === 0) return `à partir de ${label}`;
  if (to === undefined) return from < 0 ? `${-from} jours avant ${label}` : `${from} jours après ${label}`;
  if (from === 0 && to === 0) return `à ${label}`;
  if (from < 0 && to <= 0) return `dans les ${-from} jours avant ${label}`;
  if (from >= 0) return `dans les ${to} jours après ${label}`;
  return `de ${-from} jours avant ${label} à ${to} jours après`;
}

/** Days are added in UTC: local midnight would skip or repeat a day when the clocks change. */
function shift(isoDate: string, days: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
