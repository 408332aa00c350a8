import type { StepView } from '@/components/steps/view';
import { datesIn } from '@/utils/checklists/calendar';
import { stepName } from '@/utils/checklists/checklist';
import { kindOf, pressOf } from '@/utils/checklists/pressing';
import { isSettled, isTicked } from '@/utils/checklists/progress';
import type { StandingStep, Year } from '@/utils/checklists/year';
import { awaitedDate } from '@/utils/report/counts';
import { stepSourceLabel } from '@/utils/report/sources';
import { addressOf, readingText, stateWords, stepPeriod, whoText } from '@/utils/report/steps';
import type { Draft } from '@/utils/store/drafts';
import type { SchoolProgress } from '@/utils/store/progress';
import type { KnownSchool } from '@/utils/store/schema';

/** Where a step is shown: which school, which change of year, and what is typed of it. */
export interface Shown {
  school: KnownSchool;
  transition: number;
  year: Year;
  progress: SchoolProgress;
  /** Notes that are typed and not kept yet. */
  drafts: readonly Draft[];
}

/** One step as the popup and the calendar show it. Pure. */
export function stepViewOf(placed: StandingStep, shown: Shown): StepView {
  const { name, list, step, state, standing } = placed;
  const { school, transition, year, progress, drafts } = shown;
  const word = stateWords(state);
  const press = pressOf(placed);
  const awaited = awaitedDate(placed);
  const href = addressOf(step, school);
  const draft = drafts.find(
    ({ key }) =>
      key.school === school.key &&
      key.transition === transition &&
      stepName(key.checklist, key.step) === name,
  );
  return {
    id: name,
    text: step.text,
    ticked: isTicked(state),
    kind: kindOf(step),
    settled: isSettled(state),
    who: whoText(step),
    period: stepPeriod(step, list, datesIn(year.dates)),
    timing: standing,
    ...(press && { press }),
    ...(awaited && { awaited }),
    ...(word && { word }),
    ...(state.kind === 'proven' && { proof: readingText(state) }),
    why: step.why,
    source: stepSourceLabel(step.source),
    ...(step.where && { where: step.where.label }),
    ...(href !== undefined && { href }),
    note: draft?.text ?? progress.notes[name]?.text ?? '',
  };
}
