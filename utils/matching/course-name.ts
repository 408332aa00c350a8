import { singleFault } from './distance';
import { fold } from './fold';

/** A course's name in its two parts, folded and without spaces: « TECHNO - 4 B » is « techno » and « 4b ». */
export interface CourseName {
  subject: string;
  /** Class, group, or several groups in the order of letters; '' when the name has no second part. */
  audience: string;
}

/** Three letters begin too many words. */
const SHORTEST_ABBREVIATION = 4;

/** The subject is what stands before the last « - » between spaces: subjects have hyphens of their own. */
export function splitCourseName(name: string): CourseName {
  const at = lastDash(name);
  const tight = (text: string) => fold(text).replaceAll(' ', '');
  if (at < 0) return { subject: tight(name), audience: '' };
  const groups = name
    .slice(at + 3)
    .split('/')
    .map(tight);
  return { subject: tight(name.slice(0, at)), audience: groups.sort().join('/') };
}

/** Spaces, case, accents and the order of joined groups are not told apart. */
export function courseNameKey(name: string): string {
  const { subject, audience } = splitCourseName(name);
  return `${subject}|${audience}`;
}

/** One abbreviates the other (« TECHNO », « TECHNOLOGIE »), or they differ by one slip in a word long enough. */
export function isNearWord(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 4) return false;
  return long.startsWith(short) || singleFault(one, other) !== undefined;
}

/**
 * True for two courses of one audience whose subjects abbreviate each other word by word: « TECHNO - 4 B » and
 * « TECHNOLOGIE - 4B ». « ANGLAIS LV1 » and « ANGLAIS LV2 » are two subjects, and so are « FRANCAIS » and « FRANCAIS FLS ».
 */
export function isAbbreviation(one: string, other: string): boolean {
  const [a, b] = [splitCourseName(one), splitCourseName(other)];
  if (a.audience === '' || a.audience !== b.audience || a.subject === b.subject) return false;
  const [words, others] = [courseWords(one), courseWords(other)];
  return words.length === others.length && words.every((word, at) => isSameWord(word, others[at] ?? ''));
}

/** One word is the other, or abbreviates it. */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= SHORTEST_ABBREVIATION && long.startsWith(short) && !/\d/.test(long);
}

/** The words of the subject of a course, folded. */
export function courseWords(name: string): string[] {
  return fold(name.slice(0, lastDash(name))).split(' ');
}

function lastDash(name: string): number {
  return Math.max(name.lastIndexOf(' - '), name.lastIndexOf(' – '));
}
