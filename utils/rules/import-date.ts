import { type SchoolYear, schoolYearOn } from '@/utils/core/context';

/** True when an import dated « 11/02/2026 10:32 » was made in that school year; false where the date isn’t understood. */
export function isOfYear(date: string, { startsIn }: SchoolYear): boolean {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(date) ?? [];
  if (!year || Number(month) < 1 || Number(month) > 12 || Number(day) > 31) return false;
  return schoolYearOn(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).startsIn === startsIn;
}
