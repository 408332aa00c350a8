import type { Facts } from '@/utils/core/facts';
import type { HashedIdentifier, TimetablePerson } from '@/utils/core/timetable-facts';
import { identifier, normalisedKey } from '@/utils/matching/identity';

/** Enough to see that all identifiers were renewed, few enough to say nothing of the school. */
const SAMPLE = 60;

/** How identifiers of the present file agree with those remembered. */
export interface ComparedIdentifiers {
  compared: number;
  changed: number;
}

/**
 * Identifiers of some people of a timetable, as salted hashes. The people are those whose hashes are the smallest: next
 * time they are chosen again, whoever came or left.
 */
export async function sampleIdentifiers(facts: Facts, salt: string): Promise<HashedIdentifier[]> {
  const people = [...(await hashedPeople(facts, salt))].sort(([a], [b]) => (a < b ? -1 : 1));
  return Promise.all(
    people.slice(0, SAMPLE).map(async ([person, idpn]) => ({ person, identifier: await hash(salt, idpn) })),
  );
}

/** Of the people remembered who are in a timetable, how many bear another identifier; undefined when none is met again. */
export async function compareIdentifiers(
  kept: readonly HashedIdentifier[],
  facts: Facts,
  salt: string,
): Promise<ComparedIdentifiers | undefined> {
  if (kept.length === 0) return undefined;
  const people = await hashedPeople(facts, salt);
  const met = kept.filter(({ person }) => people.has(person));
  if (met.length === 0) return undefined;
  const now = await Promise.all(met.map(({ person }) => hash(salt, people.get(person) ?? '')));
  const changed = met.filter((one, index) => one.identifier !== now[index]).length;
  return { compared: met.length, changed };
}

/** Identifiers by hash of who bears them; namesakes are left out, since nothing tells which is which. */
async function hashedPeople(facts: Facts, salt: string): Promise<Map<string, string>> {
  const byKey = new Map<string, string | undefined>();
  const identify = identifier();
  const add = (profile: 'pupil' | 'teacher', people: readonly TimetablePerson[] = []) => {
    for (const [id, { lastName, firstName, birthDate, idpn }] of people.entries()) {
      if (!idpn || lastName === '') continue;
      const born = profile === 'pupil' && birthDate ? { birthDate } : {};
      const key = normalisedKey(identify({ id, profile, lastName, firstName, ...born }));
      byKey.set(key, byKey.has(key) ? undefined : idpn);
    }
  };
  add('pupil', facts.timetablePupils?.items);
  add('teacher', facts.timetableTeachers?.items);
  const alone = [...byKey].flatMap(([key, idpn]) => (idpn === undefined ? [] : [[key, idpn] as const]));
  return new Map(await Promise.all(alone.map(async ([key, idpn]) => [await hash(salt, key), idpn] as const)));
}

/** Cut short: enough not to meet by chance, and nothing that could be looked up. */
async function hash(salt: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${salt}\u0000${text}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 8);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
