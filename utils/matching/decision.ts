import { identify, normalisedKey } from './identity';
import type { Person } from './person';

/**
 * The key under which a decision about two people (« même personne », « personnes différentes ») is remembered: a
 * SHA-256 in hexadecimal over their normalised keys, in this order. It names nobody, but a name and a date can be
 * guessed: `salt` must be random, made once per installation, and never leave it.
 */
export async function decisionKey(salt: string, before: Person, after: Person): Promise<string> {
  const text = [salt, normalisedKey(identify(before)), normalisedKey(identify(after))].join('\u0000');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
