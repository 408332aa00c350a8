import type { CalendarStep, OwnStepForm } from '@/components/workshop/calendar/view';
import { datesIn } from '@/utils/checklists/calendar';
import { OWN_LIST, type OwnStep } from '@/utils/checklists/followed';
import { isSettled, isTicked } from '@/utils/checklists/progress';
import type { StandingStep, Year } from '@/utils/checklists/year';
import { stepSourceLabel } from '@/utils/report/sources';
import { addressOf, readingText, stateWords, stepPeriod, whoText } from '@/utils/report/steps';
import { RULES } from '@/utils/rules';
import type { Board, Loaded } from './load';

/** One step as the calendar shows it. Pure. */
export function stepView(placed: StandingStep, year: Year, loaded: Loaded, board: Board): CalendarStep {
  const { name, list, step, state, standing } = placed;
  const { school, progress, transition } = board;
  const word = stateWords(state);
  const href = addressOf(step, school);
  const draft = loaded.drafts.find(
    ({ key }) =>
      key.school === school.key &&
      key.transition === transition &&
      key.checklist === list.id &&
      key.step === step.id,
  );
  const own = list.id === OWN_LIST ? progress.ownSteps.find(({ id }) => id === step.id) : undefined;
  return {
    id: name,
    text: step.text,
    ticked: isTicked(state),
    kind: step.who === 'platform' ? 'platform' : step.reminder ? 'reminder' : 'asked',
    settled: isSettled(state),
    who: whoText(step),
    period: stepPeriod(step, list, datesIn(year.dates)),
    timing: standing,
    ...(word && { word }),
    ...(state.kind === 'proven' && { proof: readingText(state) }),
    rules: (step.rules ?? []).map((rule) => RULES[rule].title),
    why: step.why,
    source: stepSourceLabel(step.source),
    ...(step.where && { where: step.where.label }),
    ...(href !== undefined && { href }),
    note: draft?.text ?? progress.notes[name]?.text ?? '',
    keepNote: progress.notes[name]?.keep ?? false,
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
