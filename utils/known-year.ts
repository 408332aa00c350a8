import { nationalDates } from '@/utils/checklists/calendar';
import { summerOn } from '@/utils/core/context';
import { notInRange, rangeOf } from '@/utils/core/day-range';
import type { SeenSchool } from '@/utils/messages';
import { saveDate } from '@/utils/store/progress';
import { loadSchoolYear, saveTimetableMode } from '@/utils/store/school-years';
import { schoolKey } from '@/utils/store/schools';
import type { KnownYear, SaidOfYear } from '@/utils/year-messages';

/**
 * What is known of a school's coming summer: its own dates before the national ones. A year that nobody published stays
 * unknown. @throws {StorageProblem}
 */
export async function knownYear(school: SeenSchool, today: string): Promise<KnownYear> {
  const summer = summerOn(today);
  const { dates: own, mode } = await loadSchoolYear(schoolKey(school), summer);
  const dates = { ...nationalDates(summer), ...own };
  return {
    summer,
    ...(mode && { mode }),
    ...(dates['year-end'] && { yearEnd: dates['year-end'] }),
    ...(dates['term-start'] && { termStart: dates['term-start'] }),
    ...(dates['timetable-end'] && { timetableEnd: dates['timetable-end'] }),
  };
}

/** A date that is not kept: French, with the days that are accepted. */
class Refused extends Error {
  readonly advice = '';
}

/**
 * Remembers what somebody says of a school's summer, and gives back all that is known of it.
 * @throws {StorageProblem}
 * @throws {Refused} for a day that cannot be of that summer; nothing is kept.
 */
export async function sayOfYear(said: SaidOfYear, now: string, today: string): Promise<KnownYear> {
  const { school, mode, timetableEnd } = said;
  const key = schoolKey(school);
  const refusal = timetableEnd && notInRange(timetableEnd, rangeOf(summerOn(today), 'timetable-end'));
  if (refusal) throw new Refused(refusal);
  if (mode !== undefined) await saveTimetableMode(key, mode ?? undefined, now);
  if (timetableEnd !== undefined)
    await saveDate(key, summerOn(today), 'timetable-end', timetableEnd ?? undefined, { at: now });
  return knownYear(school, today);
}
