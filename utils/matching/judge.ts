import { type DateLink, linkDates } from './dates';
import type { Identity } from './identity';
import { isFault, isFormat, linkLikeNames, type NamesLink } from './names';
import type { PairingOptions, Verdict } from './person';
import { linkPostalCodes, type PostalLink } from './postal-codes';

/** What is known about two people besides their keys. */
export interface Evidence {
  /** A pupil or a parent named on both sides; `apart` when both sides name some and none is common. */
  relatives: 'shared' | 'apart' | 'unknown';
  /** The new class is the old one or of the next level, or cannot be reached from it. */
  level: 'follows' | 'contradicts' | 'unknown';
}

/** Two people held to be perhaps one. */
export interface Link {
  names: NamesLink;
  date: DateLink | undefined;
  postal: PostalLink | undefined;
  evidence: Evidence;
  verdict: Verdict;
  /** Smaller is closer: pairs are made in this order. */
  weight: number;
}

/** What the third part of the key adds to the weight. */
const SLIP = 3;
const CHANGED = 6;

/**
 * Compares two people of one profile; `undefined` when they are not to be proposed. Whether they are the only ones to
 * resemble each other is not known here: a `same` may still become `check`.
 */
export function judge(
  before: Identity,
  after: Identity,
  strictness: PairingOptions['strictness'],
  renamed?: ReadonlyMap<string, readonly string[]>,
): Link | undefined {
  const names = linkLikeNames(before, after);
  if (!names) return undefined;
  const { profile } = before.person;
  const date = profile === 'pupil' ? linkDates(before.date, after.date) : undefined;
  const postal =
    profile === 'parent' ? linkPostalCodes(before.person.postalCode, after.person.postalCode) : undefined;
  const third = date ?? postal ?? 'exact';
  const evidence = {
    relatives: linkRelatives(before.relatives, after.relatives, renamed),
    level: linkLevels(before, after),
  };
  const held = { names, date, postal, evidence };
  const verdict = strictness === 'district' ? judgeStrictly(held, before) : judgeInSchool(held, before);
  if (!verdict) return undefined;
  const support = evidence.relatives === 'shared' ? 1 : 0;
  return { ...held, verdict, weight: 2 * (names.weight + thirdWeight(third)) - support };
}

type Held = Omit<Link, 'verdict' | 'weight'>;

function thirdWeight(third: DateLink | PostalLink): number {
  if (third === 'exact') return 0;
  if (isSameThird(third)) return 1;
  return third === 'date-changed' || third === 'postal-changed' ? CHANGED : SLIP;
}

/** The same day or the same postal code, written otherwise. */
function isSameThird(third: DateLink | PostalLink): boolean {
  return ['exact', 'date-format', 'postal-zero', 'postal-format', 'postal-number'].includes(third);
}

/** In a list of many schools homonyms are certain: no letter may have changed, and the whole key must agree. */
function judgeStrictly({ names, date, postal, evidence }: Held, { person }: Identity): Verdict | undefined {
  if (!isSameThird(date ?? postal ?? 'exact')) return undefined;
  const written = isFormat(names.last) && isFormat(names.first);
  if (person.profile === 'pupil' && written) return 'same';
  if (person.profile === 'parent' && written) return evidence.relatives === 'shared' ? 'same' : 'check';
  if (person.profile === 'pupil' || evidence.relatives === 'shared') {
    const words = names.swapped || (names.last === 'particle' && isFormat(names.first));
    return words ? 'check' : undefined;
  }
  return written ? 'check' : undefined;
}

function judgeInSchool(held: Held, before: Identity): Verdict | undefined {
  if (before.person.profile === 'pupil') return judgePupil(held, before);
  return before.person.profile === 'parent' ? judgeParent(held) : judgeStaff(held, before);
}

/** The surname changed by words or by one letter, and nothing else did. */
function isSurnameVariant({ last, first, swapped }: NamesLink, { last: { solid } }: Identity): boolean {
  if (swapped) return true;
  const variant = ['particle', 'part-of-name', 'name-order'].includes(last);
  return isFormat(first) && (isFormat(last) || variant || (isFault(last) && solid.length > 4));
}

/** Limits on the weight of the names, by what supports the pair. Found on generated schools (tests/bench). */
function judgePupil({ names, date = 'date-missing', evidence }: Held, before: Identity): Verdict | undefined {
  const shared = evidence.relatives === 'shared';
  const against = evidence.level === 'contradicts' || evidence.relatives === 'apart';
  const written = isFormat(names.last) && isFormat(names.first);
  if (isSameThird(date)) {
    if (written || (!against && isSurnameVariant(names, before))) return 'same';
    const follows = evidence.level === 'follows';
    let limit = 6;
    if (shared) limit = 10;
    else if (against) limit = follows ? 5 : 3;
    else if (follows && evidence.relatives === 'unknown') limit = 8;
    return names.weight <= limit ? 'check' : undefined;
  }
  if (shared && written && date !== 'date-changed') return 'same';
  if (date === 'date-changed')
    return shared && written && evidence.level !== 'contradicts' ? 'check' : undefined;
  // Another day, another first name, same parents: from 3e to 6e, that is a younger sibling.
  if (shared) return names.weight <= 5 && evidence.level !== 'contradicts' ? 'check' : undefined;
  if (against) return undefined;
  return names.weight <= (evidence.level === 'follows' ? 3 : 1) ? 'check' : undefined;
}

function judgeParent({ names, postal = 'postal-missing', evidence }: Held): Verdict | undefined {
  const written = isFormat(names.last) && isFormat(names.first);
  const here = isSameThird(postal);
  if (evidence.relatives === 'shared') {
    const sure = written || (here && isFormat(names.first) && names.weight <= 4) || (here && names.swapped);
    if (sure) return 'same';
    return names.weight <= (here ? 8 : 6) ? 'check' : undefined;
  }
  // Other children, and words joined: « LE ROY » and « LEROY » of one town are two families.
  if (evidence.relatives === 'apart') return here && written && !isJoined(names) ? 'check' : undefined;
  // « LEROUX » and « LE ROUX » are two families: without a child in common, joined words prove little.
  if (here && written) return isJoined(names) ? 'check' : 'same';
  if (here) return names.weight <= 3 ? 'check' : undefined;
  return written ? 'check' : undefined;
}

/** No date and no address: one letter of a short name is another person. */
const SHORTEST_STAFF_NAME_WITH_FAULT = 5;

function judgeStaff({ names }: Held, before: Identity): Verdict | undefined {
  if (names.swapped) return 'check';
  if (isFormat(names.last) && isFormat(names.first)) return isJoined(names) ? 'check' : 'same';
  if (names.weight > 4) return undefined;
  if (isFault(names.last) && before.last.solid.length < SHORTEST_STAFF_NAME_WITH_FAULT) return undefined;
  return 'check';
}

function isJoined({ last, first }: NamesLink): boolean {
  return last === 'joined' || first === 'joined';
}

function linkRelatives(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  renamed: ReadonlyMap<string, readonly string[]> | undefined,
): Evidence['relatives'] {
  if (before.size === 0 || after.size === 0) return 'unknown';
  for (const name of before) {
    if (after.has(name) || renamed?.get(name)?.some((newName) => after.has(newName))) return 'shared';
  }
  return 'apart';
}

/** The next level, or the very class: the column was left as it was. The same level elsewhere may be anybody. */
function linkLevels(before: Identity, after: Identity): Evidence['level'] {
  if (before.levels.length === 0 || after.levels.length === 0) return 'unknown';
  if (before.className === after.className) return 'follows';
  const leads = (step: number) => after.levels.some((to) => before.levels.includes(to - step));
  if (leads(1)) return 'follows';
  return leads(0) ? 'unknown' : 'contradicts';
}
