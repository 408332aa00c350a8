import { type Letters, PRIME, SEED } from './letters';
import type { PersonProfile } from './person';

/** Profiles by their number in `Traits.profile`. */
export const PROFILES: readonly PersonProfile[] = ['pupil', 'parent', 'teacher', 'staff'];

/** Vowels, and the two letters that come and go. */
const SILENT = new Uint8Array(256);
for (const letter of 'aeiouyh') SILENT[letter.charCodeAt(0)] = 1;

/** A number for each letter, to be added up: the same sum for the same letters in any order. */
const SUMMAND = Int32Array.from({ length: 256 }, (_, code) => {
  const mixed = Math.imul(code + 0x9e37, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
});

/**
 * What a search for look-alikes reads of people, as numbers: no object and no text a person. Hashes are of folded names,
 * so that people with different hashes bear different names; the rest tells how far apart two names may be.
 */
export class Traits {
  count = 0;
  readonly profile: Uint8Array;
  readonly last: Int32Array;
  readonly first: Int32Array;
  /** The surname without its particles. */
  readonly core: Int32Array;
  /** « NOM Prénom », as relatives are named. */
  readonly name: Int32Array;
  readonly letters: Int32Array;
  readonly consonants: Int32Array;
  readonly initials: Int32Array;
  /** One bit a letter that occurs. */
  readonly lastMask: Int32Array;
  readonly firstMask: Int32Array;
  readonly lastLength: Uint8Array;
  readonly firstLength: Uint8Array;
  /** 1: the surname has several words; 2: the first name has. */
  readonly wordy: Uint8Array;
  /** As `dayNumber` gives it; 0 when missing or unreadable. */
  readonly day: Int32Array;
  /** A number for the way the date is written. */
  readonly form: Uint8Array;
  /** A hash of the clean code; 0 when missing, or rounded by a spreadsheet. */
  readonly postal: Int32Array;
  readonly rounded: Uint8Array;
  /** Reads a hash of the names, or of the postal code, exactly as written: few people are asked for theirs. */
  writingOf: (at: number, what: 'names' | 'postal') => number = () => 0;
  /** Where the relatives of each begin in `relatives`, and its other keys in `others`. */
  private readonly relativesFrom: Uint32Array;
  private readonly othersFrom: Uint32Array;
  relatives = new Int32Array(64);
  others = new Int32Array(16);

  constructor(capacity: number) {
    const numbers = () => new Int32Array(capacity);
    const bytes = () => new Uint8Array(capacity);
    [this.profile, this.lastLength, this.firstLength] = [bytes(), bytes(), bytes()];
    [this.wordy, this.form, this.rounded] = [bytes(), bytes(), bytes()];
    [this.last, this.first, this.core, this.name] = [numbers(), numbers(), numbers(), numbers()];
    [this.letters, this.consonants, this.initials] = [numbers(), numbers(), numbers()];
    [this.lastMask, this.firstMask, this.day] = [numbers(), numbers(), numbers()];
    this.postal = numbers();
    this.relativesFrom = new Uint32Array(capacity + 1);
    this.othersFrom = new Uint32Array(capacity + 1);
  }

  /** Adds somebody by name; what else is known is then set at the index given. Relatives must be added before the next one. */
  add(profile: PersonProfile, last: Letters, first: Letters): number {
    const at = this.count++;
    this.profile[at] = PROFILES.indexOf(profile);
    const core = last.coreHash();
    this.core[at] = core;
    let hash = SEED;
    let sum = 0;
    let bones = SEED;
    let mask = 0;
    let before = 0;
    for (let letter = 0; letter < last.length; letter++) {
      const code = last.codes[letter] as number;
      hash = Math.imul(hash ^ code, PRIME);
      sum = (sum + (SUMMAND[code] as number)) | 0;
      mask |= 1 << (code & 31);
      if (SILENT[code] === 0 && code !== before) {
        before = code;
        bones = Math.imul(bones ^ code, PRIME);
      }
    }
    this.last[at] = hash;
    this.lastMask[at] = mask;
    this.lastLength[at] = last.length;
    let own = SEED;
    bones = Math.imul(bones ^ 0xff, PRIME);
    before = 0;
    mask = 0;
    for (let letter = 0; letter < first.length; letter++) {
      const code = first.codes[letter] as number;
      own = Math.imul(own ^ code, PRIME);
      hash = Math.imul(hash ^ code, PRIME);
      sum = (sum + (SUMMAND[code] as number)) | 0;
      mask |= 1 << (code & 31);
      if (SILENT[code] === 0 && code !== before) {
        before = code;
        bones = Math.imul(bones ^ code, PRIME);
      }
    }
    this.first[at] = own;
    this.firstMask[at] = mask;
    this.firstLength[at] = first.length;
    this.name[at] = hash;
    this.letters[at] = sum;
    this.consonants[at] = bones;
    this.wordy[at] = (last.words > 1 ? 1 : 0) | (first.words > 1 ? 2 : 0);
    this.initials[at] = (firstTwo(last) << 16) | firstTwo(first);
    const relatives = this.relativesFrom[at] as number;
    this.relativesFrom[at + 1] = relatives;
    this.othersFrom[at + 1] = this.othersFrom[at] as number;
    if (profile === 'teacher' || profile === 'staff') this.addOthers(at, last, first);
    return at;
  }

  /** Adds a relative of the person added last, by the hash of the name; 0 is nobody. */
  addRelative(name: number): void {
    const at = this.count;
    const used = this.relativesFrom[at] as number;
    if (used === this.relatives.length) this.relatives = enlarged(this.relatives);
    this.relatives[used] = name;
    this.relativesFrom[at] = used + 1;
  }

  relativesStart(at: number): number {
    return this.relativesFrom[at] as number;
  }

  othersStart(at: number): number {
    return this.othersFrom[at] as number;
  }

  /** Teachers and staff have nothing but names, and are few: more ways in. */
  private addOthers(at: number, last: Letters, first: Letters): void {
    const given = this.first[at] as number;
    const name = this.last[at] as number;
    const short = (from: number, letters: Letters, to: number) => letters.hash(Math.max(0, from), to, SEED);
    const push = (value: number, kind: number) => {
      const used = this.othersFrom[at + 1] as number;
      if (used === this.others.length) this.others = enlarged(this.others);
      this.others[used] = Math.imul(value ^ kind, PRIME);
      this.othersFrom[at + 1] = used + 1;
    };
    push(mixed(short(0, last, Math.min(3, last.length)), given), 1);
    push(mixed(short(last.length - 3, last, last.length), given), 2);
    push(mixed(short(0, first, Math.min(1, first.length)), name), 3);
    push(mixed(short(first.length - 2, first, first.length), name), 4);
    for (let word = 0; word < last.words; word++) push(mixed(last.wordHash(word), given), 5);
  }
}

function firstTwo({ codes, length }: Letters): number {
  return (length > 0 ? (codes[0] as number) << 8 : 0) | (length > 1 ? (codes[1] as number) : 0);
}

function enlarged(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Two hashes made one. */
export function mixed(one: number, other: number): number {
  const value = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b);
  return value ^ (value >>> 15);
}
