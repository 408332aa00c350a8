import type { DateRange, DateView } from '@/components/steps/date-field';
import type { ResolvedDate } from '@/utils/checklists/calendar';
import { milestoneTitle, originText } from '@/utils/report/steps';

/** The date of a milestone as the popup and the calendar show it. Pure. */
export function dateOf(resolved: ResolvedDate): DateView {
  const { milestone, date, origin } = resolved;
  return {
    milestone,
    label: milestoneTitle(milestone),
    value: date ?? '',
    origin: originText(resolved),
    own: origin === 'school',
  };
}

/**
 * The days that a date of a change of year may be: from the March before the return, when some prepare the end of the
 * timetables, to the April after it, when the next one becomes the current one.
 */
export function rangeOf(transition: number): DateRange {
  return {
    from: `${transition}-03-01`,
    to: `${transition + 1}-04-30`,
    title: `la rentrée ${transition}`,
  };
}
