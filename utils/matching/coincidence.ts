import type { Identity } from './identity';
import type { Link } from './judge';
import { isFormat } from './names';

/** How many people of a profile left, and how many arrived: what a coincidence may happen among. */
export interface Population {
  gone: number;
  arrived: number;
}

/**
 * A likeness is shown when strangers show the same less than once in so many lists. A school controls a few lists a year:
 * this is once in thousands of school years.
 */
const LISTS = 10_000;

/** Chance that two people in France bear one surname. */
const ONE_SURNAME = 1 / 1_500;
/** First names that stand alone as often as they begin a compound: « Jean » and « Jean-Luc » are usually two people. */
const COMMON_WORDS = new Set(['jean', 'marie', 'anne', 'pierre']);
/** Chance that the first name of one stranger is a part of that of another, by a common word or by another one. */
const COMMON_PART = 1 / 300;
const OTHER_PART = 1 / 20_000;

/**
 * True when two teachers, or two members of the staff, resemble each other no more than two strangers among so many may:
 * nothing but their names is known, and the part of a first name that they share is common.
 */
export function isCoincidence(
  before: Identity,
  after: Identity,
  { names }: Link,
  { gone, arrived }: Population,
): boolean {
  const { profile } = before.person;
  if (profile !== 'teacher' && profile !== 'staff') return false;
  if (names.swapped || names.first !== 'part-of-name' || !isFormat(names.last)) return false;
  const [few, many] = before.first.core.length < after.first.core.length ? [before, after] : [after, before];
  const shared = few.first.core.filter((word) => many.first.core.includes(word));
  const chance = shared.every((word) => COMMON_WORDS.has(word)) ? COMMON_PART : OTHER_PART;
  return gone * arrived * ONE_SURNAME * chance > 1 / LISTS;
}

/** Chance that two strangers bear one first name: common ones are very common. */
const ONE_FIRST_NAME = 1 / 200;
/** Chance that two parents of one postal code bear names that a letter, a particle or half a first name tells apart. */
const NEARLY_ONE_NAME = 1 / 1_000_000;
/** Chance that two days of birth of two generations of pupils look like a slip of one digit. */
const ONE_SLIP = 1 / 300;
/** Pupils who leave a school and pupils who enter it are born so many years apart. */
const GENERATION = 3;
/** Share of the neighbouring postal codes that one digit tells apart. */
const ONE_DIGIT = 1 / 4;

/**
 * True when a doubtful likeness may well be that of two strangers, because nothing but their keys is known: two parents
 * whose children are not said, two pupils of two generations whose class is not. Given how many left and arrived.
 */
export function isFaint(
  before: Identity,
  after: Identity,
  link: Link,
  { gone, arrived }: Population,
): boolean {
  if (link.verdict !== 'check' || link.names.swapped || link.evidence.relatives !== 'unknown') return false;
  const chance = chanceOf(before, after, link);
  return gone * arrived * chance > 1 / LISTS;
}

function chanceOf(before: Identity, after: Identity, { names, date, postal, evidence }: Link): number {
  const written = isFormat(names.last) && isFormat(names.first);
  if (before.person.profile === 'parent') {
    if (!written) return NEARLY_ONE_NAME;
    return ONE_SURNAME * ONE_FIRST_NAME * (postal === 'postal-digit' ? ONE_DIGIT : 1);
  }
  if (before.person.profile !== 'pupil' || !written || evidence.level !== 'unknown') return 0;
  const apart = Math.abs((before.date?.year ?? 0) - (after.date?.year ?? 0));
  const slip = date === 'date-digit' || date === 'date-1904' || date === 'date-digits-transposed';
  return slip && apart >= GENERATION ? ONE_SURNAME * ONE_FIRST_NAME * ONE_SLIP : 0;
}
