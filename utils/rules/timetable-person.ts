import type { TimetablePerson } from '@/utils/core/timetable-facts';
import { dayNumber, readDate } from '@/utils/matching/dates';
import { identifier, normalisedKey } from '@/utils/matching/identity';

/** « NOM Prénom ». */
export function personName({ lastName, firstName }: TimetablePerson): string {
  return `${lastName} ${firstName}`.trim();
}

/** The birth date as a number written out, whatever its format; empty when there is none. */
export function birthDay({ birthDate = '' }: TimetablePerson): string {
  const date = readDate(birthDate);
  return date ? String(dayNumber(date)) : '';
}

/**
 * People whom the platform tells apart by nothing: pupils of one name, first name and birth date, teachers of one name
 * and first name. Pupils without a readable birth date are left out, since nothing is known of them.
 */
export function sameNames(
  profile: 'pupil' | 'teacher',
  people: readonly TimetablePerson[],
): readonly Namesakes[] {
  const known = found.get(people);
  if (known) return known;
  const namesakes = findNamesakes(profile, people);
  found.set(people, namesakes);
  return namesakes;
}

type Namesakes = readonly [TimetablePerson, TimetablePerson, ...TimetablePerson[]];

/** Several rules ask the same of the same list, and folding all the names of a school is most of their work. */
const found = new WeakMap<readonly TimetablePerson[], readonly Namesakes[]>();

function findNamesakes(profile: 'pupil' | 'teacher', people: readonly TimetablePerson[]): Namesakes[] {
  const identify = identifier();
  const byKey = new Map<string, TimetablePerson[]>();
  for (const [id, person] of people.entries()) {
    const { lastName, firstName, birthDate } = person;
    if (lastName === '' || (profile === 'pupil' && birthDay(person) === '')) continue;
    const key = normalisedKey(
      identify({ id, profile, lastName, firstName, ...(birthDate && { birthDate }) }),
    );
    const same = byKey.get(key);
    if (same) same.push(person);
    else byKey.set(key, [person]);
  }
  return [...byKey.values()].flatMap(([first, second, ...others]) =>
    first && second ? [[first, second, ...others] as const] : [],
  );
}
