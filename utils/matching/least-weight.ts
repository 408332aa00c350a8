import { mayBeDiminutives } from './diminutives';
import type { Traits } from './traits';

/** What two people say of their relatives: one of them nothing, one in common, or none. */
export const UNKNOWN = 0;
export const SHARED = 1;
export const APART = 2;

/** More than any weight of two names. */
export const NEVER = 99;

/** The least that the names of two people can weigh (`WEIGHTS` of `names.ts`), as far as hashes, letters and lengths tell. */
export function leastWeight(gone: Traits, one: number, arrived: Traits, other: number): number {
  const first = leastFirst(gone, one, arrived, other);
  if (gone.letters[one] === arrived.letters[other]) {
    const swapped = 2;
    return Math.min(swapped, first + leastLast(gone, one, arrived, other));
  }
  return first === NEVER ? NEVER : first + leastLast(gone, one, arrived, other);
}

function leastLast(gone: Traits, one: number, arrived: Traits, other: number): number {
  if (gone.last[one] === arrived.last[other]) return 0;
  const before = gone.lastMask[one] as number;
  const after = arrived.lastMask[other] as number;
  const parts = leastParts(
    before,
    after,
    (gone.wordy[one] as number) & 1,
    (arrived.wordy[other] as number) & 1,
  );
  return parts
    ? 2
    : leastFaults(before, after, gone.lastLength[one] as number, arrived.lastLength[other] as number);
}

function leastFirst(gone: Traits, one: number, arrived: Traits, other: number): number {
  const name = gone.first[one] as number;
  const now = arrived.first[other] as number;
  if (name === now) return 0;
  const before = gone.firstMask[one] as number;
  const after = arrived.firstMask[other] as number;
  if (leastParts(before, after, (gone.wordy[one] as number) & 2, (arrived.wordy[other] as number) & 2))
    return 2;
  const faults = leastFaults(
    before,
    after,
    gone.firstLength[one] as number,
    arrived.firstLength[other] as number,
  );
  if (faults <= 3) return faults;
  if (mayBeDiminutives(name, now)) return 3;
  return faults === DIFFERENT ? NEVER : faults;
}

/** Words that came or went leave the letters of the shorter name in the longer one; two compounds may share any of theirs. */
function leastParts(before: number, after: number, wordy: number, nowWordy: number): boolean {
  if (wordy !== 0 && nowWordy !== 0) return true;
  const common = before & after;
  return (wordy !== 0 || nowWordy !== 0) && (common === before || common === after);
}

const DIFFERENT = 7;

/** One fault changes two letters of the alphabet at most, and the length by one. */
function leastFaults(before: number, after: number, long: number, nowLong: number): number {
  const shortest = Math.min(long, nowLong);
  if (shortest < 3) return DIFFERENT;
  const gap = Math.abs(long - nowLong);
  if (gap > 2) return DIFFERENT;
  const apart = bits(before ^ after);
  if (gap < 2 && apart <= 2) return 3;
  return shortest >= 7 && apart <= 4 ? 5 : DIFFERENT;
}

function bits(mask: number): number {
  let value = mask - ((mask >>> 1) & 0x55555555);
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333);
  return Math.imul((value + (value >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Relates the relatives of two people. */
export function relationOf(gone: Traits, one: number, arrived: Traits, other: number): number {
  const from = gone.relativesStart(one);
  const to = gone.relativesStart(one + 1);
  const start = arrived.relativesStart(other);
  const end = arrived.relativesStart(other + 1);
  if (from === to || start === end) return UNKNOWN;
  for (let at = from; at < to; at++)
    for (let now = start; now < end; now++) if (gone.relatives[at] === arrived.relatives[now]) return SHARED;
  return APART;
}
