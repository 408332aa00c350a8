import type { CalendarStep, OwnStepForm } from '@/components/workshop/calendar/view';
import { OWN_LIST, type OwnStep } from '@/utils/checklists/followed';
import type { StandingStep } from '@/utils/checklists/year';
import { RULES } from '@/utils/rules';
import { type Shown, stepViewOf } from '../../steps/step-view';

/** One step as the calendar shows it: with the controls that prove it, and its form when the school added it. Pure. */
export function calendarStep(placed: StandingStep, shown: Shown): CalendarStep {
  const { name, list, step } = placed;
  const { notes, ownSteps } = shown.progress;
  const own = list.id === OWN_LIST ? ownSteps.find(({ id }) => id === step.id) : undefined;
  return {
    ...stepViewOf(placed, shown),
    rules: (step.rules ?? []).map((rule) => RULES[rule].title),
    keepNote: notes[name]?.keep ?? false,
    ...(own && { own: formOf(own) }),
  };
}

/** A step of the school's own as its form shows it. */
export function formOf({ id, text, why, who, when, link, keep }: OwnStep): OwnStepForm {
  const anchored = 'milestone' in when;
  return {
    id,
    text,
    why: why ?? '',
    who,
    anchor: anchored ? when.milestone : when.on ? 'date' : '',
    on: anchored ? '' : (when.on ?? ''),
    until: anchored ? '' : (when.until ?? ''),
    from: anchored ? String(when.from) : '0',
    to: anchored && when.to !== undefined ? String(when.to) : '',
    link: link ?? '',
    keep,
  };
}
