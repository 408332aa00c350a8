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
