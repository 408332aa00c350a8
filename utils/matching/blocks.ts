import { dayNumber } from './dates';
import type { Identity } from './identity';
import type { PairingOptions, PersonProfile } from './person';

/** Beyond this many old rows under one key, the key is refined; beyond it again, the block is skipped and counted. */
const CROWD = 40;

/** The profile is part of every key: profiles are never mixed. */
const PROFILE_MARKS: Record<PersonProfile, string> = { pupil: 'e', parent: 'r', teacher: 'p', staff: 'a' };

/**
 * The pairs worth comparing: those that share a surname and a date, a first name and a date, a relative, the same
 * letters, the same consonants… Near-linear: a block too common is split by initials and year, or skipped.
 * Calls `compare` once per pair of indices; returns how many lookups met a crowd that could not be split.
 */
export function eachCandidate(
  gone: readonly Identity[],
  arrived: readonly Identity[],
  strictness: PairingOptions['strictness'],
  compare: (gone: number, arrived: number) => void,
): number {
  const blocks = index(gone, strictness);
  const seen = new Int32Array(gone.length).fill(-1);
  const skipped = new Set<string>();
  arrived.forEach((identity, at) => {
    for (const key of keysOf(identity, strictness)) {
      let block = blocks.get(key);
      if (block && block.length > CROWD) {
        const finer = `${key}|${refinement(identity)}`;
        block = blocks.get(finer);
        if (block && block.length > CROWD) {
          skipped.add(finer);
          continue;
        }
      }
      for (const candidate of block ?? []) {
        if (seen[candidate] === at) continue;
        seen[candidate] = at;
        compare(candidate, at);
      }
    }
  });
  return skipped.size;
}

function index(gone: readonly Identity[], strictness: PairingOptions['strictness']): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  const add = (key: string, at: number) => {
    const block = blocks.get(key);
    if (block) block.push(at);
    else blocks.set(key, [at]);
  };
  gone.forEach((identity, at) => {
    for (const key of keysOf(identity, strictness)) add(key, at);
  });
  for (const [key, block] of [...blocks]) {
    if (block.length <= CROWD) continue;
    for (const at of block) {
      const identity = gone[at];
      if (identity) add(`${key}|${refinement(identity)}`, at);
    }
  }
  return blocks;
}

function refinement({ last, first, date, postal }: Identity): string {
  return `${first.solid.slice(0, 2)}${last.solid.slice(0, 2)}${date?.year ?? postal ?? ''}`;
}

/** Every block that a person stands in. Teachers and staff have nothing but names, and are few: more ways in. */
function keysOf(identity: Identity, strictness: PairingOptions['strictness']): string[] {
  const { person, last, first, date, postal, relatives } = identity;
  const profile = PROFILE_MARKS[person.profile];
  const keys = [`${profile}w${sortedLetters(last.solid + first.solid)}`];
  if (strictness === 'district') {
    keys.push(`${profile}c${last.core.join('')}|${first.solid}`);
    return keys;
  }
  const third = date ? dayNumber(date) : postal;
  if (third !== undefined)
    keys.push(`${profile}f${first.solid}|${third}`, `${profile}l${last.core.join('')}|${third}`);
  for (const relative of relatives) keys.push(`${profile}r${relative}`);
  keys.push(`${profile}s${skeleton(last.solid)}|${skeleton(first.solid)}`);
  if (person.profile === 'pupil' || person.profile === 'parent') return keys;
  const [name, given] = [last.solid, first.solid];
  keys.push(`${profile}b${given}|${name.slice(0, 3)}`, `${profile}z${given}|${name.slice(-3)}`);
  keys.push(`${profile}i${name}|${given[0]}`, `${profile}j${name}|${given.slice(-2)}`);
  for (const word of last.core) keys.push(`${profile}m${word}|${given}`);
  return keys;
}

/** The consonants in their order, repeats once: « Mathieu » and « Matthieu », « Sandrine » and « Sendryne ». */
function skeleton(word: string): string {
  return word.replace(/[aeiouyh]/g, '').replace(/(.)\1+/g, '$1');
}

function sortedLetters(word: string): string {
  return word.split('').sort().join('');
}
