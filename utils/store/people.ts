import { isoDate, schoolYearOn } from '@/utils/core/context';
import type { PeopleAsked, PeopleRecalled, PeopleSaid } from '@/utils/messages';
import { rangeOf, read, write } from './db';
import { schoolKey } from './schools';

/** What was said this school year of these people, in their order. @throws {StorageProblem} */
export async function recallPeople({ school, people }: PeopleAsked, salt: string): Promise<PeopleRecalled> {
  const key = schoolKey(school);
  const hashes = await Promise.all(people.map((person) => personHash(salt, key, person)));
  const range = rangeOf(key, yearAt(new Date()));
  const all = await read(['people'], (tx) => tx.objectStore('people').getAll(range));
  const known = new Map(all.map((one) => [one.person, one]));
  const said = hashes.map((hash) => known.get(hash)?.said ?? null);
  const at = hashes.map((hash) => known.get(hash)?.at ?? null);
  return { said, at, others: known.size - said.filter(Boolean).length };
}

/** Remembers for the school year what was said of people; with `null`, forgets it. All or nothing. @throws {StorageProblem} */
export async function rememberPeople({ school, people, said, at }: PeopleSaid, salt: string): Promise<void> {
  const key = schoolKey(school);
  const year = yearAt(new Date(at));
  const hashes = await Promise.all(people.map((person) => personHash(salt, key, person)));
  await write(['people'], async (tx) => {
    const store = tx.objectStore('people');
    for (const person of hashes) {
      if (said) await store.put({ school: key, year, person, said, at });
      else await store.delete([key, year, person]);
    }
  });
}

function yearAt(date: Date): number {
  return schoolYearOn(isoDate(date)).startsIn;
}

/** Names nobody: an identifier of the platform, hashed with the salt of this installation. */
async function personHash(salt: string, school: string, person: string): Promise<string> {
  const text = new TextEncoder().encode([salt, school, person].join('\u0000'));
  const digest = await crypto.subtle.digest('SHA-256', text);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
