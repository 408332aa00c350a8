import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeStore, openDatabase, read } from '@/utils/store/db';
import { clearAll } from '@/utils/store/erase';
import { MIGRATIONS } from '@/utils/store/migrations';
import { recallPeople, rememberPeople } from '@/utils/store/people';
import { saveTick } from '@/utils/store/progress';
import { freshBrowser, KEY, SCHOOL, step } from './helpers';

const SALT = 'a salt of this installation';
const AT = '2026-11-23T12:00:00.000Z';
const LINKS = ['u1', 'u2', 'u3'].map((id) => `/admin/b7c1/users/list/${id}/details`);

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date(AT), toFake: ['Date'] });
  await freshBrowser();
});
afterAll(async () => {
  vi.useRealTimers();
  await closeStore();
});

const recall = (people: readonly string[] = LINKS, school = SCHOOL) => recallPeople({ school, people }, SALT);
const say = (people: readonly string[], said: 'seen' | 'kept' | null, at = AT) =>
  rememberPeople({ school: SCHOOL, people, said, at }, SALT);

test('what was said comes back in the order asked, with a count of the others', async () => {
  await say(LINKS.slice(0, 2), 'seen');
  await say(LINKS.slice(1, 2), 'kept');
  expect(await recall()).toMatchObject({ said: ['seen', 'kept', null], others: 0 });
  expect(await recall(LINKS.slice(2))).toMatchObject({ said: [null], others: 2 });
});

test('it can be taken back, and said twice without counting twice', async () => {
  await say(LINKS, 'seen');
  await say(LINKS, 'seen');
  await say(LINKS.slice(0, 1), null);
  expect(await recall()).toMatchObject({ said: [null, 'seen', 'seen'], others: 0 });
});

test('another school, another salt or another school year knows nothing of it', async () => {
  await say(LINKS, 'kept');
  expect(await recall(LINKS, { ...SCHOOL, id: 'other' })).toMatchObject({
    said: [null, null, null],
    others: 0,
  });
  expect((await recallPeople({ school: SCHOOL, people: LINKS }, 'another')).said).toEqual([null, null, null]);
  vi.setSystemTime(new Date('2027-07-31T12:00:00Z'));
  expect((await recall()).said).toEqual(['kept', 'kept', 'kept']);
  vi.setSystemTime(new Date('2027-08-02T12:00:00Z'));
  expect(await recall()).toMatchObject({ said: [null, null, null], others: 0 });
});

test('neither an identifier nor a name is kept', async () => {
  await say(LINKS, 'kept');
  const all = await read(['people'], (tx) => tx.objectStore('people').getAll());
  expect(all).toHaveLength(3);
  for (const { person } of all) expect(person).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(all)).not.toMatch(/u1|users/);
});

describe('versions', () => {
  test('a database of version 3 is brought to today’s with nothing lost', async () => {
    const old = await openDatabase(MIGRATIONS.slice(0, 3), () => undefined);
    await old.put('ticks', { ...step('sort-aesh'), done: true, at: AT });
    expect([...old.objectStoreNames]).not.toContain('people');
    old.close();
    await say(LINKS, 'seen');
    expect((await recall()).said).toEqual(['seen', 'seen', 'seen']);
    expect(await read(['ticks'], (tx) => tx.objectStore('ticks').count())).toBe(1);
  });
});

test('« Tout effacer » forgets them too', async () => {
  await say(LINKS, 'kept');
  await saveTick(step('sort-aesh'), { done: true, at: AT });
  await clearAll();
  expect(await recall()).toMatchObject({ said: [null, null, null], others: 0 });
  expect(KEY).toContain(SCHOOL.host);
});
