import type { DateView } from '@/components/steps/date-field';

/** The days that a date of the change of year 2026 may be. */
export const RANGE_2026 = { from: '2026-03-01', to: '2027-04-30', title: 'la rentrée 2026' };

/** The day of « Rentrée », set by the school. */
export const TERM_START = {
  milestone: 'term-start',
  label: 'Rentrée',
  value: '2026-09-01',
  origin: 'fixée ici',
  range: RANGE_2026,
  own: true,
} satisfies DateView;
