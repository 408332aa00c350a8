import { dayNumber, readDate, type WrittenDate } from './dates';
import { fold, nameWords, solid } from './fold';
import type { Person } from './person';
import { readPostalCode } from './postal-codes';

/** A person's key as it is compared: computed once, since blocks and comparisons read it many times. */
export interface Identity {
  person: Person;
  last: NameForm;
  first: NameForm;
  date: WrittenDate | undefined;
  /** Clean postal code, absent when empty or rounded by a spreadsheet. */
  postal: string | undefined;
  relatives: ReadonlySet<string>;
  /** The class, folded and without spaces. */
  className: string;
  /** School levels that the class name tells, TPS = 0 … Terminale = 15. */
  levels: readonly number[];
}

/** One name, from the strictest writing to the loosest. */
export interface NameForm {
  raw: string;
  words: readonly string[];
  solid: string;
  /** Words without particles; all the words when there is nothing else. */
  core: readonly string[];
  /** Sum of the letters of the solid name: the same for the same letters in any order, and quick to compare. */
  letters: number;
  /** The solid name, then without its first particle, its first two…: « DE LA TOUR » and « LATOUR » have one in common. */
  tails: readonly string[];
}

/** Words that a surname takes or loses without becoming another. */
export const PARTICLES = new Set(
  'd da das de del della den der des di do dos du e el al l la las le les los lo van von vande vander ben bin ibn abd ait ould o mac mc y zu zum'.split(
    ' ',
  ),
);

/** Reads one person. For a list, `identifier` is much faster. */
export function identify(person: Person): Identity {
  return identifier()(person);
}

/**
 * A reader of people that remembers the names, relatives and classes it has met, since they recur all over a list.
 * What it remembers lives as long as it does: never keep one.
 */
export function identifier(): (person: Person) => Identity {
  const formOf = remembering(nameForm);
  const solidOf = remembering(solid);
  const levelsIn = remembering(levelsOf);
  return (person) => {
    const postal = readPostalCode(person.postalCode ?? '');
    return {
      person,
      last: formOf(person.lastName),
      first: formOf(person.firstName),
      date: person.birthDate === undefined ? undefined : readDate(person.birthDate),
      postal: postal?.rounded === undefined ? postal?.code : undefined,
      relatives: new Set((person.relatives ?? []).map(solidOf).filter((name) => name !== '')),
      className: solidOf(person.className ?? ''),
      levels: levelsIn(person.className ?? ''),
    };
  };
}

function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

function nameForm(raw: string): NameForm {
  const words = nameWords(raw);
  const bare = words.filter((word) => !PARTICLES.has(word));
  const leading = words.findIndex((word) => !PARTICLES.has(word));
  const tails = words.slice(0, leading + 1).map((_, at) => words.slice(at).join(''));
  const solid = words.join('');
  let letters = 0;
  for (let at = 0; at < solid.length; at++) letters += solid.charCodeAt(at);
  return { raw, words, solid, core: bare.length > 0 ? bare : words, letters, tails };
}

/** How a person stands in a relative's `relatives`, folded. */
export function relativeName(person: { lastName: string; firstName: string }): string {
  return solid(`${person.lastName} ${person.firstName}`);
}

/** Profile and key with every difference of format removed: equal for two writings of one person, and for homonyms. */
export function normalisedKey({ person, last, first, date, postal }: Identity): string {
  const third = person.profile === 'pupil' ? date && dayNumber(date) : person.profile === 'parent' && postal;
  return [person.profile, last.solid, first.solid, third || ''].join('|');
}

const PRIMARY: Record<string, number> = {
  tps: 0, ps: 1, ms: 2, gs: 3, cp: 4, ce1: 5, ce2: 6, cm1: 7, cm2: 8,
}; // biome-ignore format: one line reads best
const LATER: Record<string, number> = { '6': 9, '5': 10, '4': 11, '3': 12, '2': 13, '1': 14, t: 15 };

/** The levels that a class name tells: « 6e B », « 6EME2 », « 601 », « CE1-CE2 », « 2nde 4 », « TS1 ». Often none. */
export function levelsOf(className: string): number[] {
  const name = fold(className);
  const primary = [...name.matchAll(/\b(tps|ps|ms|gs|cp|ce ?[12]|cm ?[12])(?![a-z])/g)];
  if (primary.length > 0) return primary.flatMap(([, word = '']) => PRIMARY[word.replace(' ', '')] ?? []);
  const later =
    /^([6543])(?:e|eme)?(?:\b|[a-z]|\d{1,2}\b)|^([21])(?:nde|de|ere|re|e)\b|^(t)(?:le|erm|s|es|l|g)?(?:\b|\d)/.exec(
      name,
    );
  const level = LATER[later?.[1] ?? later?.[2] ?? later?.[3] ?? ''];
  return level === undefined ? [] : [level];
}
