import type { EntId } from './facts';
import type { MilestoneDates } from './milestones';

/** A school year, named by the calendar year in which it starts: 2026 is 2026-2027. */
export interface SchoolYear {
  startsIn: number;
}

/** A school as its own platform names it. `id` is the platform's, `uai` the national code when it is known. */
export interface School {
  id: string;
  name: string;
  uai?: string;
  /** True where the screen names no school: its address stands for it, and any name known from elsewhere is better. */
  unnamed?: true;
  /**
   * True where the address has gone on to this school while the screen still shows, letter for letter, the name of the
   * one before: that name may be the other's, and only what is known of this identifier can tell.
   */
  lagging?: true;
}

/** Everything a rule may know besides the facts. No clock, no network, no document: it is all given. */
export interface Context {
  ent: EntId;
  /** ISO date, `2026-11-23`, in the user's own time zone. */
  today: string;
  schoolYear: SchoolYear;
  school?: School;
  /** The console's local administrator (one or some schools) or the platform's central one. */
  role?: 'local' | 'central';
  /** What is dated of the change of year, by the school or nationally; seasons are supposed for the rest. */
  milestones?: MilestoneDates;
  /**
   * The box that deletes whoever is not in the imported file: « Mettre à jour tous les utilisateurs » of itslearning,
   * « Pré-supprimer les comptes des utilisateurs absents des fichiers » of Edifice; undefined when not known.
   */
  updateAll?: boolean;
}

/** The context of a judgement made on that day: everything but the day and the platform may be unknown. */
export function contextOn(day: Date, known: Omit<Context, 'today' | 'schoolYear'>): Context {
  const today = isoDate(day);
  return { ...known, today, schoolYear: schoolYearOn(today) };
}

/** First month (1–12) that belongs to the new school year: August, when platforms are switched over. */
const SWITCH_MONTH = 8;

/**
 * The school year that an ISO date belongs to for an administrator: from 1 August it is the new one,
 * since platforms archive and hide last year from early August (source 000 §1, source 003 « calendrier »).
 */
export function schoolYearOn(isoDate: string): SchoolYear {
  const [year, month] = isoDate.split('-').map(Number) as [number, number];
  return { startsIn: month >= SWITCH_MONTH ? year : year - 1 };
}

/** First month (1–12) in which the coming summer is the next one: in September one still opens this year's accesses. */
const NEXT_SUMMER_MONTH = 10;

/** The calendar year of the summer that an administrator prepares, or is still getting out of, on an ISO date. */
export function summerOn(isoDate: string): number {
  const [year, month] = isoDate.split('-').map(Number) as [number, number];
  return month >= NEXT_SUMMER_MONTH ? year + 1 : year;
}

/** « 2026-2027 ». */
export function schoolYearLabel({ startsIn }: SchoolYear): string {
  return `${startsIn}-${startsIn + 1}`;
}

/** True in June and July: what carries this year's name is still in use, and about to be past. */
export function isYearEnding(isoDate: string): boolean {
  const month = Number(isoDate.slice(5, 7));
  return month === 6 || month === 7;
}

/** ISO date of a `Date` in the user's own time zone (`toISOString` would give yesterday after midnight in France). */
export function isoDate(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
