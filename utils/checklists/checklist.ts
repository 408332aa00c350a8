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
  | 'gar-assigner'
  | 'everyone'
  | 'platform';

/** Days counted from a milestone: negative before it. `to` is missing when the step has no end. */
export interface When {
  milestone: Milestone;
  from: number;
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
  when: When;
  /** A prohibition, or something to know: said, never asked for, so neither late nor part of the progress. */
  reminder?: true;
  /** Still worth doing once its period is over: a group to purge, a person to detach. Otherwise its time has passed. */
  stillUseful?: true;
  /** Where: the clicks in the ENT's own labels, and the path of the screen when it has one (`:school` is replaced). */
  where?: { label: string; path?: string; page?: PageId };
  /** Rules whose complete pass proves the step. */
  rules?: readonly RuleId[];
  source: Source;
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
  /** For milestones without a date yet: when the guide says they usually fall, in words. */
  usually?: Partial<Record<Milestone, string>>;
  phases: readonly Phase[];
}

/** Every step, in order. */
export function stepsOf({ phases }: Checklist): readonly Step[] {
  return phases.flatMap((phase) => phase.steps);
}

/** Steps that somebody at the school must carry out: neither what the platform does nor what is only to be known. */
export function isAsked({ who, reminder }: Pick<Step, 'who' | 'reminder'>): boolean {
  return who !== 'platform' && !reminder;
}

/** The milestones that the steps hang on, in order of first use. */
export function milestonesOf(checklist: Checklist): readonly Milestone[] {
  return [...new Set(stepsOf(checklist).map((step) => step.when.milestone))];
}
