import { areDiminutives } from './diminutives';
import { type Fault, singleFault, withinTwoFaults } from './distance';
import type { Identity, NameForm } from './identity';

/** How two writings of one name relate, strictest first. */
export type NameLink =
  | 'exact'
  | 'format'
  | 'joined'
  | 'particle'
  | 'part-of-name'
  | 'name-order'
  | 'diminutive'
  | Fault
  | 'two-letters'
  | 'different';

/** What each kind of link weighs: 1 is no letter changed, 2 words came or went, 3 letters changed, 7 another name. */
const WEIGHTS: Record<NameLink, number> = {
  exact: 0,
  format: 1,
  joined: 1,
  particle: 2,
  'name-order': 2,
  'part-of-name': 2,
  diminutive: 3,
  'letter-added': 3,
  'letter-removed': 3,
  'letter-replaced': 3,
  'letter-doubled': 3,
  'letters-transposed': 3,
  'two-letters': 5,
  different: 7,
};

/** How two people's names relate. */
export interface NamesLink {
  last: NameLink;
  first: NameLink;
  /** The same words, some of them in the other field. */
  swapped: boolean;
  weight: number;
}

/** Below these lengths, one letter more or less is another name (« Léa » and « Léo » are left to a person). */
const SHORTEST_WITH_FAULT = 3;
const SHORTEST_WITH_TWO_FAULTS = 7;
/** A word that stands alone on one side and in a compound on the other must be at least this long. */
const SHORTEST_PART = 3;

/** Relates the names of two people. */
export function linkNames(before: Identity, after: Identity): NamesLink {
  return linked(before, after, linkFirst(before.first, after.first));
}

/** The same; nothing for people of two first names, unless first name and surname are exchanged. */
export function linkLikeNames(before: Identity, after: Identity): NamesLink | undefined {
  const first = linkFirst(before.first, after.first);
  if (first === 'different' && !sameLetters(before, after)) return undefined;
  const names = linked(before, after, first);
  return first === 'different' && !names.swapped ? undefined : names;
}

function linked(before: Identity, after: Identity, first: NameLink): NamesLink {
  const last = linkLast(before.last, after.last);
  const weight = WEIGHTS[last] + WEIGHTS[first];
  if (weight > WEIGHTS['part-of-name'] && sameWords(before, after))
    return { last, first, swapped: true, weight: 2 };
  return { last, first, swapped: false, weight };
}

/** True when at most the format of a name differs. */
export function isFormat(link: NameLink): boolean {
  return WEIGHTS[link] <= 1;
}

/** True when one letter was added, removed, replaced, doubled, or two were transposed. */
export function isFault(link: NameLink): boolean {
  return link.startsWith('letter');
}

function linkLast(before: NameForm, after: NameForm): NameLink {
  const close = linkWriting(before, after);
  if (close) return close;
  if (before.core.join('') === after.core.join('') || before.tails.some((tail) => after.tails.includes(tail)))
    return 'particle';
  return linkParts(before, after) ?? linkLetters(before, after) ?? 'different';
}

function linkFirst(before: NameForm, after: NameForm): NameLink {
  const close = linkWriting(before, after);
  if (close) return close;
  const parts = linkParts(before, after);
  if (parts) return parts;
  if (areDiminutives(before.solid, after.solid)) return 'diminutive';
  return linkLetters(before, after) ?? 'different';
}

function linkWriting(before: NameForm, after: NameForm): NameLink | undefined {
  if (before.solid !== after.solid) return undefined;
  if (before.raw === after.raw) return 'exact';
  return before.words.length === after.words.length ? 'format' : 'joined';
}

function linkParts({ core: before }: NameForm, { core: after }: NameForm): NameLink | undefined {
  if (before.length === 1 && after.length === 1) return undefined;
  const [few, many] = before.length <= after.length ? [before, after] : [after, before];
  if (!few.every((word) => many.includes(word))) return undefined;
  if (few.length === many.length) return 'name-order';
  return few.some((word) => word.length >= SHORTEST_PART) ? 'part-of-name' : undefined;
}

function linkLetters({ solid: before }: NameForm, { solid: after }: NameForm): NameLink | undefined {
  const shortest = Math.min(before.length, after.length);
  if (shortest < SHORTEST_WITH_FAULT) return undefined;
  const fault = singleFault(before, after);
  if (fault) return fault;
  return shortest >= SHORTEST_WITH_TWO_FAULTS && withinTwoFaults(before, after) ? 'two-letters' : undefined;
}

function sameLetters(before: Identity, after: Identity): boolean {
  return before.last.letters + before.first.letters === after.last.letters + after.first.letters;
}

function sameWords(before: Identity, after: Identity): boolean {
  if (!sameLetters(before, after)) return false;
  const sorted = ({ last, first }: Identity) => [...last.words, ...first.words].sort().join(' ');
  return sorted(before) === sorted(after);
}
