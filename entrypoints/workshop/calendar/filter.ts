import type { CalendarPhase, CalendarStep, Choice, FiltersView } from '@/components/workshop/calendar/view';

/** Chosen values; an empty one is « everything ». */
export type Filter = Pick<FiltersView, 'role' | 'phase' | 'state'>;

export const EVERYTHING: Filter = { role: '', phase: '', state: '' };

/** What a step may be filtered by, in the order of urgency. */
const STATES: readonly (Choice & { holds(step: CalendarStep): boolean })[] = [
  { value: 'todo', label: 'À faire', holds: (step) => isAskedView(step) && !step.settled },
  { value: 'review', label: 'À revoir', holds: ({ press }) => press === 'review' },
  { value: 'late', label: 'En retard', holds: ({ press }) => press === 'late' },
  { value: 'now', label: 'À faire maintenant', holds: ({ press }) => press === 'now' },
  {
    value: 'undated',
    label: 'Date à fixer',
    holds: ({ awaited, timing }) => awaited !== undefined || timing === 'unknown',
  },
  { value: 'done', label: 'Fait ou constaté', holds: (step) => step.settled },
];

/** True for what somebody at the school is asked to do. */
export function isAskedView({ kind }: Pick<CalendarStep, 'kind'>): boolean {
  return kind === 'asked';
}

/** True when a step of a phase is to be shown. */
export function passes(step: CalendarStep, { id }: Pick<CalendarPhase, 'id'>, filter: Filter): boolean {
  if (filter.role !== '' && step.who !== filter.role) return false;
  if (filter.phase !== '' && id !== filter.phase) return false;
  const state = STATES.find(({ value }) => value === filter.state);
  return state ? state.holds(step) : true;
}

/** What can be chosen: only what some step has. */
export function filterChoices(
  phases: readonly CalendarPhase[],
): Pick<FiltersView, 'roles' | 'phases' | 'states'> {
  const steps = phases.flatMap((phase) => phase.steps);
  return {
    roles: [...new Set(steps.map(({ who }) => who))].map((who) => ({ value: who, label: who })),
    phases: phases.map(({ id, title }) => ({ value: id, label: title })),
    states: STATES.map(({ value, label }) => ({ value, label })),
  };
}
