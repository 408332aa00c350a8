import type { Milestone, MilestoneDates } from '@/utils/core/milestones';
import type { Anchored, Checklist, When } from './checklist';

export type { MilestoneDates };

/** In the usual order of a year. French, feminine throughout so that « à partir de », « avant » and « après » read right in front. */
export const MILESTONE_LABELS: Record<Milestone, string> = {
  'timetable-end': 'la fin des emplois du temps',
  'year-end': 'la fin de l’année scolaire',
  'module-closing': 'la fermeture des modules d’import',
  'platform-closing': 'la fermeture de la plateforme',
  archiving: 'l’ouverture de la période d’archivage',
  'platform-reopening': 'la réouverture de la plateforme',
  'directory-closing': 'la fermeture pour l’initialisation de l’annuaire',
  'families-out': 'la coupure de l’accès des élèves et des parents',
  'directory-reopening': 'la réouverture après l’initialisation de l’annuaire',
  'module-reopening': 'la réouverture de l’import des utilisateurs',
  'staff-feed': 'la première alimentation des personnels',
  'timetable-reopening': 'la réouverture de l’import des emplois du temps',
  'families-back': 'la réouverture aux élèves et aux parents',
  'term-start': 'la rentrée des classes',
  'onde-switch': 'la bascule d’ONDE',
  'pupil-feed': 'la première alimentation des élèves et des parents',
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
  // Summer begins on Saturday 3 July 2027; the return to school isn't published.
  2027: { 'year-end': '2027-07-02' },
};

/** What the national calendar says of a change of year; empty when it isn't published. */
export function nationalDates(transition: number): MilestoneDates {
  return NATIONAL[transition] ?? {};
}

/** Who gave a date: the school, else the ENT of the list, else the national calendar; `unknown` when nobody did. */
export type DateOrigin = 'school' | 'ent' | 'national' | 'unknown';

/** A milestone for one school and one change of year. */
export interface ResolvedDate {
  milestone: Milestone;
  /** ISO date; missing when nobody knows it: the school is then asked. */
  date?: string;
  origin: DateOrigin;
  /** What the guide says of when it usually falls, in words. */
  usually?: string;
  /** ISO date that it had in the year of the guide: an example, never a date of this year. */
  example?: string;
}

/** Resolves the milestones of some lists; those first in the list are the first to give a date. */
export function resolveDates(
  lists: readonly Pick<Checklist, 'dates' | 'usually' | 'examples'>[],
  milestones: readonly Milestone[],
  transition: number,
  own: MilestoneDates,
): ResolvedDate[] {
  const national = nationalDates(transition);
  return milestones.map((milestone) => {
    const ent = firstOf(lists, (list) => list.dates?.[transition]?.[milestone]);
    const usually = firstOf(lists, (list) => list.usually?.[milestone]);
    const example = firstOf(lists, (list) => list.examples?.[milestone]);
    const date = own[milestone] ?? ent ?? national[milestone];
    const origin = own[milestone] ? 'school' : ent ? 'ent' : date ? 'national' : 'unknown';
    return {
      milestone,
      origin,
      ...(date && { date }),
      ...(usually && { usually }),
      ...(example && { example }),
    };
  });
}

function firstOf<T, V>(items: readonly T[], pick: (item: T) => V | undefined): V | undefined {
  for (const item of items) {
    const value = pick(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The known ones among resolved dates, by milestone. */
export function datesIn(resolved: readonly ResolvedDate[]): MilestoneDates {
  return Object.fromEntries(resolved.flatMap(({ milestone, date }) => (date ? [[milestone, date]] : [])));
}

/** « en 2021 : 15/07 », what an example is shown as. */
export function exampleText(example: string): string {
  return `en ${example.slice(0, 4)} : ${dayAndMonth(example)}`;
}

/** A step's window, ISO dates; `to` is missing when it has no end. */
export interface Window {
  from: string;
  to?: string;
}

/** When a step is to be done; `undefined` while its milestone has no date. */
export function windowOf(when: When, dates: MilestoneDates): Window | undefined {
  if (!('milestone' in when)) return when.on ? { from: when.on, to: when.until ?? when.on } : undefined;
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
  if (!window) {
    const words = 'milestone' in when ? inWords(when) : 'date à fixer';
    return usually ? `${words} (${usually})` : words;
  }
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

function inWords({ milestone, from, to }: Anchored): string {
  const label = MILESTONE_LABELS[milestone];
  if (to === undefined && from === 0) return `à partir de ${label}`;
  if (to === undefined)
    return from < 0 ? `${daysText(-from)} avant ${label}` : `${daysText(from)} après ${label}`;
  if (from === 0 && to === 0) return `à ${label}`;
  if (from < 0 && to <= 0) return `dans ${theDays(-from)} avant ${label}`;
  if (from >= 0) return `dans ${theDays(to)} après ${label}`;
  return `de ${daysText(-from)} avant ${label} à ${daysText(to)} après`;
}

function daysText(days: number): string {
  return days === 1 ? '1 jour' : `${days} jours`;
}

function theDays(days: number): string {
  return days === 1 ? 'le jour' : `les ${days} jours`;
}

/** An ISO date some days later. In UTC: local midnight would skip or repeat a day when the clocks change. */
export function shift(isoDate: string, days: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
