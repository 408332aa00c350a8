import { identify, normalisedKey } from './identity';
import type { Person } from './person';
import { sha256 } from './sha256';

/**
 * The key under which a decision about two people (« même personne », « personnes différentes ») is remembered: a
 * SHA-256 in hexadecimal over their normalised keys, in this order. It names nobody, but a name and a date can be
 * guessed: `salt` must be random, made once per installation, and only leave it in a backup
 * that the person asked for with their decisions.
 */
export async function decisionKey(salt: string, before: Person, after: Person): Promise<string> {
  const text = [salt, normalisedKey(identify(before)), normalisedKey(identify(after))].join('\u0000');
  return sha256(new TextEncoder().encode(text));
}
