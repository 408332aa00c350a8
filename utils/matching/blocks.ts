import { dayNumber } from './dates';
import type { Identity } from './identity';
import type { PairingOptions, PersonProfile } from './person';

/** Beyond this many old rows under one key, the key is refined; beyond it again, the block is skipped and counted. */
const CROWD = 40;

/** The profile is part of every key: profiles are never mixed. */
const PROFILE_SEEDS: Record<PersonProfile, number> = { pupil: 11, parent: 23, teacher: 37, staff: 53 };

/**
 * The pairs worth comparing: those that share a surname and a date, a first name and a date, a relative, the same
 * letters, the same consonants… Near-linear: a block too common is split by initials and year, or skipped.
 * Calls `compare` once per pair of indices; returns how many blocks were a crowd that could not be split.
 *
 * Keys are 32-bit hashes and blocks are chains in two typed arrays: two people under one hash by accident cost one
 * needless comparison, where a million small strings and arrays cost more than all the comparisons.
 */
export function eachCandidate(
  gone: readonly Identity[],
  arrived: readonly Identity[],
  strictness: PairingOptions['strictness'],
  compare: (gone: number, arrived: number) => void,
): number {
  const blocks = new Blocks();
  const refined = new Set<number>();
  const seen = new Int32Array(gone.length).fill(-1);
  const skipped = new Set<number>();
  gone.forEach((identity, at) => {
    for (const key of keysOf(identity, strictness)) blocks.add(key, at);
  });
  const refine = (key: number) => {
    refined.add(key);
    for (const at of blocks.members(key)) {
      const identity = gone[at];
      if (identity) blocks.add(refinement(identity, key), at);
    }
  };
  arrived.forEach((identity, at) => {
    for (const key of keysOf(identity, strictness)) {
      let block = key;
      if (blocks.isCrowded(key)) {
        if (!refined.has(key)) refine(key);
        block = refinement(identity, key);
        if (blocks.isCrowded(block)) {
          skipped.add(block);
          continue;
        }
      }
      for (const candidate of blocks.members(block)) {
        if (seen[candidate] === at) continue;
        seen[candidate] = at;
        compare(candidate, at);
      }
    }
  });
  return skipped.size;
}

/** Members per key, as chains: `latest` gives the last slot of a key, `previous` the slot before, `owner` who is there. */
class Blocks {
  private readonly latest = new Map<number, number>();
  private owner = new Int32Array(1024);
  private previous = new Int32Array(1024);
  private used = 0;

  add(key: number, member: number): void {
    const last = this.latest.get(key) ?? -1;
    if (last >= 0 && this.owner[last] === member) return;
    if (this.used === this.owner.length) this.grow();
    this.owner[this.used] = member;
    this.previous[this.used] = last;
    this.latest.set(key, this.used++);
  }

  members(key: number): number[] {
    const members: number[] = [];
    for (let slot = this.latest.get(key) ?? -1; slot >= 0; slot = this.previous[slot] ?? -1)
      members.push(this.owner[slot] ?? 0);
    return members;
  }

  isCrowded(key: number): boolean {
    let count = 0;
    for (let slot = this.latest.get(key) ?? -1; slot >= 0; slot = this.previous[slot] ?? -1)
      if (++count > CROWD) return true;
    return false;
  }

  private grow(): void {
    const larger = (old: Int32Array<ArrayBuffer>) => {
      const copy = new Int32Array(old.length * 2);
      copy.set(old);
      return copy;
    };
    this.owner = larger(this.owner);
    this.previous = larger(this.previous);
  }
}

function refinement({ last, first, date, postal }: Identity, key: number): number {
  const initials = hash(last.solid.slice(0, 2), hash(first.solid.slice(0, 2), key ^ 0x5bd1e995));
  return date ? (initials + date.year) | 0 : hash(postal ?? '', initials);
}

/** Every block that a person stands in. Teachers and staff have nothing but names, and are few: more ways in. */
function keysOf(identity: Identity, strictness: PairingOptions['strictness']): number[] {
  const { person, last, first, date, postal, relatives } = identity;
  const seed = PROFILE_SEEDS[person.profile];
  const [name, given] = [last.solid, first.solid];
  const keys = [(letters(name, seed) + letters(given, 0)) | 0];
  const core = last.core.length === 1 ? (last.core[0] ?? '') : last.core.join('');
  if (strictness === 'district') {
    keys.push(hash(core, hash(given, seed + 1)));
    return keys;
  }
  const third = date ? dayNumber(date) : postal === undefined ? undefined : hash(postal, 0);
  if (third !== undefined) {
    keys.push(hash(given, (seed + 2) ^ Math.imul(third, 2_654_435_761)));
    keys.push(hash(core, (seed + 3) ^ Math.imul(third, 2_654_435_761)));
  }
  for (const relative of relatives) keys.push(hash(relative, seed + 4));
  keys.push(consonants(name, consonants(given, seed + 5)));
  if (person.profile === 'pupil' || person.profile === 'parent') return keys;
  keys.push(hash(name.slice(0, 3), hash(given, seed + 6)), hash(name.slice(-3), hash(given, seed + 7)));
  keys.push(hash(given.slice(0, 1), hash(name, seed + 8)), hash(given.slice(-2), hash(name, seed + 9)));
  for (const word of last.core) keys.push(hash(word, hash(given, seed + 10)));
  return keys;
}

/** FNV-1a over the letters, from `seed`; ends with a mark, so that « ab » + « c » is not « a » + « bc ». */
function hash(text: string, seed: number): number {
  let value = seed ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  return Math.imul(value ^ 0xff, 16_777_619);
}

/** The same for the same letters in any order. */
function letters(text: string, seed: number): number {
  let sum = seed;
  for (let at = 0; at < text.length; at++) {
    const code = Math.imul(text.charCodeAt(at) + 0x9e37, 0x85ebca6b);
    sum = (sum + Math.imul(code ^ (code >>> 13), 0xc2b2ae35)) | 0;
  }
  return sum;
}

/** The same for the same consonants in their order, repeats once: « Mathieu » and « Matthieu ». */
function consonants(text: string, seed: number): number {
  let value = seed ^ 0x811c9dc5;
  let last = '';
  for (const letter of text) {
    if ('aeiouyh'.includes(letter) || letter === last) continue;
    last = letter;
    value = Math.imul(value ^ letter.charCodeAt(0), 16_777_619);
  }
  return Math.imul(value ^ 0xff, 16_777_619);
}
