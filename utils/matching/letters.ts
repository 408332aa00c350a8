import { PARTICLES } from './identity';

/** Letters kept of a name, and words: nobody's name is longer, and what is cut is cut on both sides. */
const MOST_LETTERS = 240;
const MOST_WORDS = 48;

/** The folded letters of one name, as bytes, and where its words end. One instance is filled again and again. */
export class Letters {
  readonly codes = new Uint8Array(MOST_LETTERS + 16);
  readonly ends = new Uint8Array(MOST_WORDS);
  length = 0;
  words = 0;

  /** Fills with the folded words of a name; of letters beyond ASCII one byte is kept, the same on both sides. */
  readWords(words: readonly string[]): void {
    this.length = 0;
    this.words = 0;
    for (const word of words) {
      for (let at = 0; at < word.length && this.length < MOST_LETTERS; at++)
        this.codes[this.length++] = word.charCodeAt(at);
      this.endWord();
    }
  }

  /** Ends the word being written; an empty one is none. */
  endWord(): void {
    const from = this.words === 0 ? 0 : (this.ends[this.words - 1] as number);
    if (this.length > MOST_LETTERS) this.length = MOST_LETTERS;
    if (this.length > from && this.words < MOST_WORDS) this.ends[this.words++] = this.length;
  }

  /** « St », « Ste », « Sts » written out, when they do not stand alone (as `nameWords` does). */
  writeSaints(): void {
    if (this.words < 2) return;
    const { codes, ends } = this;
    for (let word = 0, from = 0; word < this.words; from = ends[word] as number, word++) {
      const to = ends[word] as number;
      const long = to - from;
      if (long < 2 || long > 3 || codes[from] !== 0x73 || codes[from + 1] !== 0x74) continue;
      if (long === 3 && codes[from + 2] !== 0x65 && codes[from + 2] !== 0x73) continue;
      if (this.length + 3 > MOST_LETTERS) return;
      codes.copyWithin(from + 4, from + 1, this.length);
      codes.set(AIN, from + 1);
      this.length += 3;
      for (let later = word; later < this.words; later++) ends[later] = (ends[later] as number) + 3;
    }
  }

  /** A hash of the letters of a word. */
  wordHash(word: number): number {
    return this.hash(word === 0 ? 0 : (this.ends[word - 1] as number), this.ends[word] as number, SEED);
  }

  hash(from: number, to: number, seed: number): number {
    let value = seed;
    for (let at = from; at < to; at++) value = Math.imul(value ^ (this.codes[at] as number), PRIME);
    return value;
  }

  /** A hash of the words that are no particles, joined; of all of them when there is nothing else. */
  coreHash(): number {
    if (this.words < 2) return this.hash(0, this.length, SEED);
    let value = SEED;
    for (let word = 0, from = 0; word < this.words; from = this.ends[word] as number, word++)
      if (!isParticle(this.wordHash(word))) value = this.hash(from, this.ends[word] as number, value);
    return value === SEED ? this.hash(0, this.length, SEED) : value;
  }
}

const AIN = [0x61, 0x69, 0x6e];
export const SEED = 0x811c9dc5 | 0;
export const PRIME = 0x01000193;

/** The hash that `Letters` gives to a folded text. */
export function hashText(text: string): number {
  let value = SEED;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ (text.charCodeAt(at) & 0xff), PRIME);
  return value;
}

const particles = new Set([...PARTICLES].map(hashText));

/** True for the hash of a particle. */
export function isParticle(hash: number): boolean {
  return particles.has(hash);
}
