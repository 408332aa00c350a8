import type { EntId, PageId } from '@/utils/core/facts';
import type { Milestone } from '@/utils/core/milestones';
import type { Source } from '@/utils/core/rule';
import type { RuleId } from '@/utils/rules';

export type { Milestone };

/** Who carries a step out. `platform` steps are done by the ENT's operator or the academy: shown, never asked for. */
export type Role =
  | 'administrator'
  | 'head'
  | 'teacher'
  | 'timetable-manager'
  | 'school-office'
  | 'school-life'
  | 'gar-assigner'
  | 'everyone'
  | 'platform';

/** Days counted from a milestone: negative before it. `to` is missing when the step has no end. */
export interface Anchored {
  milestone: Milestone;
  from: number;
  to?: number;
}

/** Days of the calendar, ISO dates, both included: how a school dates a step of its own. Without `on`, still to be set. */
export interface Dated {
  on?: string;
  until?: string;
}

export type When = Anchored | Dated;

/** Where a step comes from: a guide, or whoever wrote the list, in their own words. */
export type StepSource = Source | { words: string };

/** First and last change of year for which something holds, named by the return to school; both included. */
export interface Years {
  from?: number;
  to?: number;
}

/** One thing to do. `id` is a storage key: never reuse one for something else. */
export interface Step {
  id: string;
  /** What to do, imperative, our own words. */
  text: string;
  /** Why it matters, one sentence. */
  why: string;
  who: Role;
  /** For a step of the platform: who does it there, as the guide names them. */
  provider?: string;
  when: When;
  /** Missing when it holds every year. Two editions of one step have two ids: what was ticked was the older one. */
  years?: Years;
  /** A prohibition, or something to know: said, never asked for, so neither late nor part of the progress. */
  reminder?: true;
  /** Still worth doing once its period is over: a group to purge, a person to detach. Otherwise its time has passed. */
  stillUseful?: true;
  /** Where: the clicks in the ENT's own labels, and the path of the screen when it has one (`:school` is replaced). */
  where?: { label: string; path?: string; page?: PageId };
  /** A page anywhere, `https:` only: for the steps that a school adds. */
  link?: string;
  /** Rules whose complete pass proves the step. */
  rules?: readonly RuleId[];
  source: StepSource;
}

/** A named stretch of the transition, in order. */
export interface Phase {
  id: string;
  title: string;
  steps: readonly Step[];
}

/** The year-transition checklist of one kind of school on one ENT family. */
export interface Checklist {
  id: string;
  ent: EntId;
  title: string;
  /** 1 = premier degré, 2 = second degré; missing when it serves both. */
  level?: 1 | 2;
  /** What tells it from the other lists of its family, one sentence: which schools follow it. */
  about: string;
  /** Followed together with others rather than instead of them, and only when the school says so. */
  optional?: true;
  /** For milestones without a date yet: when the guide says they usually fall, in words. */
  usually?: Partial<Record<Milestone, string>>;
  /** The dates of the year that the guide was written for: shown as an example, never taken for today's. */
  examples?: Partial<Record<Milestone, string>>;
  /** Dates that the ENT published, by change of year. */
  dates?: Readonly<Record<number, Partial<Record<Milestone, string>>>>;
  /** Stretches during which something is closed to the school. */
  closures?: readonly Closure[];
  /** Milestones that no step hangs on but that rules judge the ENT's screens by: the school must be able to date them. */
  asks?: readonly Milestone[];
  phases: readonly Phase[];
}

/** Something closed to the school from a milestone to another, the days of both included. */
export interface Closure {
  title: string;
  from: Milestone;
  to: Milestone;
}

/** What a step is called across lists, and what its records are kept under. */
export function stepName(list: string, step: string): string {
  return `${list}/${step}`;
}

/** Every step, in order. */
export function stepsOf({ phases }: Checklist): readonly Step[] {
  return phases.flatMap((phase) => phase.steps);
}

/** Steps that somebody at the school must carry out: neither what the platform does nor what is only to be known. */
export function isAsked({ who, reminder }: Pick<Step, 'who' | 'reminder'>): boolean {
  return who !== 'platform' && !reminder;
}

/** The milestones that the steps, the closures and the rules hang on, in order of first use. */
export function milestonesOf(checklist: Checklist): readonly Milestone[] {
  const steps = stepsOf(checklist).flatMap(({ when }) => ('milestone' in when ? [when.milestone] : []));
  const closures = (checklist.closures ?? []).flatMap(({ from, to }) => [from, to]);
  return [...new Set([...steps, ...closures, ...(checklist.asks ?? [])])];
}

/** True when something holds for that change of year. */
export function holdsIn({ from, to }: Years, transition: number): boolean {
  return (from === undefined || transition >= from) && (to === undefined || transition <= to);
}

/** The checklist as it stands for one change of year: steps of other editions left out, phases emptied by that too. */
export function editionOf(checklist: Checklist, transition: number): Checklist {
  const phases = checklist.phases
    .map((phase) => ({ ...phase, steps: phase.steps.filter(({ years = {} }) => holdsIn(years, transition)) }))
    .filter(({ steps }) => steps.length > 0);
  return { ...checklist, phases };
}
