import { pairPeople } from '@/utils/matching/pair';
import type { Pair, PairingOptions, Person, Reason, Verdict } from '@/utils/matching/person';

let made = 0;

/** A pupil from « NOM/Prénom/date », with whatever else the case needs. */
export function pupil(key: string, more: Partial<Person> = {}): Person {
  const [lastName = '', firstName = '', ...date] = key.split('/');
  const birthDate = date.length > 0 ? date.join('/') : '12/03/2012';
  return { id: made++, profile: 'pupil', lastName, firstName, birthDate, ...more };
}

/** A parent from « NOM/Prénom/code postal ». */
export function parent(key: string, more: Partial<Person> = {}): Person {
  const [lastName = '', firstName = '', postalCode = '75011'] = key.split('/');
  return { id: made++, profile: 'parent', lastName, firstName, postalCode, ...more };
}

/** A teacher from « NOM/Prénom ». */
export function teacher(key: string): Person {
  const [lastName = '', firstName = ''] = key.split('/');
  return { id: made++, profile: 'teacher', lastName, firstName };
}

/** The verdict on two people alone, and the kinds of the reasons; `undefined` when nothing is proposed. */
export function verdictOn(
  gone: Person,
  arrived: Person,
  strictness: PairingOptions['strictness'] = 'school',
): { verdict: Verdict; kinds: Reason['kind'][]; pair: Pair } | undefined {
  const [pair] = pairPeople([gone], [arrived], { strictness }).pairs;
  return pair && { verdict: pair.verdict, kinds: pair.reasons.map(({ kind }) => kind), pair };
}
