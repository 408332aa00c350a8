import type { Anchor } from '@/utils/core/facts';
import type {
  GroupShare,
  Lesson,
  TimetableFile,
  TimetableGroup,
  TimetablePerson,
  TimetablePupil,
} from '@/utils/core/timetable-facts';
import { outcomeOf, readAudienceCell } from '@/utils/files/timetable-audience';

let line = 0;

/** A place in a file, a new one each time. */
export function inFile(file = 'emploi-du-temps.xml'): Anchor {
  line += 1;
  return { in: 'file', file, line };
}

/** A lesson of one teacher, its audience in EDT's own notation: « 4 A », « [4LATIN] », « <4 A> <LATIN> LAT ». */
export function lesson(subject: string, audience: string, more: Partial<Lesson> = {}): Lesson {
  const attendance = readAudienceCell(audience);
  const { groups, classes, parts } = attendance;
  const outcome = outcomeOf(subject, attendance);
  return { at: inFile(), subject, groups, classes, parts, ...outcome, teachers: ['EXEMPLE Alix'], ...more };
}

/** A group of the timetable, and how many pupils of each class it takes: `['4 A', 25, 25]`. */
export function timetableGroup(
  name: string,
  shares: readonly (readonly [string, number, number])[],
  more: Partial<TimetableGroup> = {},
): TimetableGroup {
  const listed = shares.map(([ofClass, taken, size]): GroupShare => ({ class: ofClass, taken, size }));
  return { at: inFile(), name, linked: true, strayParts: 0, shares: listed, ...more };
}

/** « FICTIF Noé » and what the timetable says of them. */
export function timetablePupil(name: string, more: Partial<TimetablePupil> = {}): TimetablePupil {
  return { ...timetableTeacher(name), birthDate: '2013-02-28', classes: ['4 A'], groups: [], ...more };
}

/** « EXEMPLE Alix ». */
export function timetableTeacher(name: string, more: Partial<TimetablePerson> = {}): TimetablePerson {
  const [lastName = '', firstName = ''] = name.split(' ');
  return { at: inFile(), lastName, firstName, ...more };
}

/** An encrypted file made for itslearning on a day of this year, for the school that guide 001 shows. */
export function timetableFile(more: Partial<TimetableFile> = {}): TimetableFile {
  return {
    at: inFile(),
    form: 'encrypted',
    uai: '0490856P',
    schoolName: 'COLLEGE FICTIF',
    partners: ['INDEXEDUCATION', 'itslearning'],
    madeOn: '2026-11-20T08:00:00+01:00',
    ...more,
  };
}
