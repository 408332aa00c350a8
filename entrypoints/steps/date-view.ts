import type { DateView } from '@/components/steps/date-field';
import type { ResolvedDate } from '@/utils/checklists/calendar';
import { rangeOf } from '@/utils/core/day-range';
import { milestoneTitle, originText } from '@/utils/report/steps';

/** The date of a milestone as the popup and the calendar show it. Pure. */
export function dateOf(resolved: ResolvedDate, transition: number): DateView {
  const { milestone, date, origin } = resolved;
  return {
    milestone,
    label: milestoneTitle(milestone),
    value: date ?? '',
    origin: originText(resolved),
    own: origin === 'school',
    range: rangeOf(transition, milestone),
  };
}
