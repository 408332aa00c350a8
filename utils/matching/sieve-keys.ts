import type { PairingOptions } from './person';
import { mixed, type Traits } from './traits';

/** The keys of `blocks.ts`, made of numbers. Gives how many were written. */
export function keysOf(
  traits: Traits,
  at: number,
  keys: Int32Array,
  strictness: PairingOptions['strictness'],
  otherDays?: Int32Array,
): number {
  const profile = traits.profile[at] as number;
  const core = traits.core[at] as number;
  const first = traits.first[at] as number;
  let count = 0;
  keys[count++] = mixed(traits.letters[at] as number, profile);
  if (strictness === 'district') {
    keys[count++] = mixed(mixed(core, first), profile + 8);
    return count;
  }
  const third = (profile === 0 ? traits.day[at] : traits.postal[at]) as number;
  if (third !== 0) {
    keys[count++] = mixed(mixed(first, third), profile + 16);
    keys[count++] = mixed(mixed(core, third), profile + 24);
  }
  const day = profile === 0 ? (otherDays?.[at] ?? third) : third;
  if (day !== third) {
    keys[count++] = mixed(mixed(first, day), profile + 16);
    keys[count++] = mixed(mixed(core, day), profile + 24);
  }
  const to = traits.relativesStart(at + 1);
  for (let from = traits.relativesStart(at); from < to && count < 200; from++)
    keys[count++] = mixed(traits.relatives[from] as number, profile + 32);
  keys[count++] = mixed(traits.consonants[at] as number, profile + 40);
  for (let from = traits.othersStart(at); from < traits.othersStart(at + 1); from++)
    keys[count++] = mixed(traits.others[from] as number, profile + 48);
  return count;
}

/** Splits a block that is a crowd: initials, and year or postal code (as in `blocks.ts`). */
export function refinement(traits: Traits, at: number, otherDays?: Int32Array): number {
  const day = otherDays?.[at] ?? (traits.day[at] as number);
  const third = day !== 0 ? Math.trunc(day / 10_000) : (traits.postal[at] as number);
  return mixed(traits.initials[at] as number, third);
}
