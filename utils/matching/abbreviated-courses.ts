import { courseWords, isSameWord, splitCourseName } from './course-name';
import { grouped } from './grouped';

/** The courses of one subject, as spelt one way. */
interface Spelling {
  words: readonly string[];
  /** The same without spaces. */
  tight: string;
  /** Where they stand in the list, in its order. */
  at: number[];
}

/** Words shorter than that abbreviate nothing: two subjects that begin otherwise are two. */
const BEGINNING = 4;

/**
 * For each of the titles of one audience, the place of the first later one that abbreviates it or that it abbreviates
 * (`isAbbreviation`). Only titles whose words begin alike are compared: a list of a whole academy has tens of thousands.
 */
export function laterAbbreviations(titles: readonly string[]): (number | undefined)[] {
  const spellings = new Map<string, Spelling>();
  for (const [at, title] of titles.entries()) {
    if (splitCourseName(title).audience === '') continue;
    const words = courseWords(title);
    const known = spellings.get(words.join(' '));
    if (known) known.at.push(at);
    else spellings.set(words.join(' '), { words, tight: words.join(''), at: [at] });
  }
  const later: (number | undefined)[] = titles.map(() => undefined);
  const tell = (one: Spelling, other: Spelling) => {
    for (const at of one.at) {
      const next = other.at[firstAfter(other.at, at)];
      if (next !== undefined) later[at] = Math.min(next, later[at] ?? next);
    }
  };
  for (const [one, other] of pairsOf([...spellings.values()])) {
    tell(one, other);
    tell(other, one);
  }
  return later;
}

/** Each pair of spellings that abbreviate each other, once. */
function* pairsOf(spellings: readonly Spelling[]): Iterable<readonly [Spelling, Spelling]> {
  const alike = grouped(spellings, ({ words }) => words.map((word) => word.slice(0, BEGINNING)).join(' '));
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    const word = mostTelling(group);
    const byWord = grouped(group, ({ words }) => words[word] ?? '');
    for (const one of group)
      for (const beginning of beginningsOf(one.words[word] ?? ''))
        for (const other of byWord.get(beginning) ?? []) if (areOne(other, one)) yield [other, one];
  }
}

/** The word in which the spellings of a group differ most. */
function mostTelling(group: readonly Spelling[]): number {
  const [first] = group;
  const kinds = (first?.words ?? []).map((_, at) => new Set(group.map(({ words }) => words[at])).size);
  return kinds.indexOf(Math.max(...kinds));
}

/** The word itself, and what may abbreviate it. */
function beginningsOf(word: string): string[] {
  const beginnings = [word];
  // A number tells two subjects apart.
  if (/\d/.test(word)) return beginnings;
  for (let length = BEGINNING; length < word.length; length++) beginnings.push(word.slice(0, length));
  return beginnings;
}

function areOne(one: Spelling, other: Spelling): boolean {
  // Written without spaces they are one subject, which is told of as a double.
  if (one.tight === other.tight) return false;
  return one.words.every((word, at) => isSameWord(word, other.words[at] ?? ''));
}

/** Where the first number greater than one stands in a list in order. */
function firstAfter(list: readonly number[], than: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) > than) high = middle;
    else low = middle + 1;
  }
  return low;
}
