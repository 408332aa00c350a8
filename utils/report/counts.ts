import { dayAndMonth } from '@/utils/checklists/calendar';
import { isAsked } from '@/utils/checklists/checklist';
import type { StepKind } from '@/utils/checklists/pressing';
import { isSettled } from '@/utils/checklists/progress';
import type { StandingStep, Year } from '@/utils/checklists/year';

/** « 19 étapes », as everywhere: those that the school carries out. */
export function stepsText(count: number): string {
  return `${count} étape${count > 1 ? 's' : ''}`;
}

/** « 19 étapes, 2 rappels et 5 opérations de la plateforme »: what a list holds, each thing under its own name. */
export function countsText(kinds: readonly StepKind[]): string {
  const count = (kind: StepKind) => kinds.filter((one) => one === kind).length;
  const [reminders, platform] = [count('reminder'), count('platform')];
  const parts = [
    stepsText(count('asked')),
    ...(reminders > 0 ? [`${reminders} rappel${reminders > 1 ? 's' : ''}`] : []),
    ...(platform > 0 ? [`${platform} opération${platform > 1 ? 's' : ''} de la plateforme`] : []),
  ];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} et ${last}`;
}

/** True when a step is left to do, and nobody set the date that it hangs on. */
function awaitsDate({ step, state, window, standing }: StandingStep): boolean {
  return isAsked(step) && !isSettled(state) && !window && standing !== 'over' && 'milestone' in step.when;
}

/** Why the dates of a year are asked for: how many are missing, and what that costs. `undefined` when nothing waits. */
export function datesAsked({ dates, steps }: Year): string | undefined {
  const missing = dates.filter(({ date }) => date === undefined).length;
  const waiting = steps.filter(awaitsDate);
  if (missing === 0 || waiting.length === 0) return undefined;
  const several = waiting.length > 1;
  const depend = `${stepsText(waiting.length)} en dépend${several ? 'ent' : ''}`;
  const asked = missing > 1 ? `${missing} dates restent à fixer` : 'Une date reste à fixer';
  const late = waiting.filter(({ standing }) => standing === 'late').length;
  if (late === 0) return `${asked} : ${depend}.`;
  const counted =
    late > 1 ? `${late} comptées en retard, leur période` : `${late} comptée en retard, sa période`;
  return `${asked} : ${depend}, dont ${counted} étant passée quelle que soit la date.`;
}

/**
 * Why steps that were never done are not late, the school being followed since (ISO date), and when they come back: with
 * the change of year after this one. `undefined` when there is none.
 */
export function beforeText(
  { steps }: Year,
  followedSince: string | undefined,
  transition: number,
): string | undefined {
  const before = steps.filter(
    ({ step, state, beforeFollowed }) => beforeFollowed && isAsked(step) && !isSettled(state),
  );
  if (before.length === 0 || followedSince === undefined) return undefined;
  const day = `${dayAndMonth(followedSince)}/${followedSince.slice(0, 4)}`;
  const [passed, again] =
    before.length > 1
      ? ['étaient déjà passées : aucune n’est comptée', 'Elles reviendront']
      : ['était déjà passée : elle n’est pas comptée', 'Elle reviendra'];
  const next = transition + 1;
  const dates = `« Calendrier », année « Rentrée ${next} », onglet « Dates »`;
  return `Vigie suit cet établissement depuis le ${day}, où ${stepsText(before.length)} ${passed} en retard. ${again} pour la rentrée ${next}, dont les dates se fixent dans l’atelier : ${dates}.`;
}

/** A step that waits for a date: the milestone to date, and as what it counts meanwhile. */
export interface AwaitedDate {
  milestone: string;
  /** « Sans date, comptée en retard depuis le 01/10. »; missing while its time may be still to come. */
  says?: string;
}

/** The date that a step waits for, when there is something left to do. */
export function awaitedDate(placed: StandingStep): AwaitedDate | undefined {
  const { step, standing, presumedSince } = placed;
  if (!awaitsDate(placed) || !('milestone' in step.when)) return undefined;
  const { milestone } = step.when;
  if (!presumedSince) return { milestone };
  const counted = standing === 'late' ? 'en retard' : 'à faire';
  return { milestone, says: `Sans date, comptée ${counted} depuis le ${dayAndMonth(presumedSince)}.` };
}
