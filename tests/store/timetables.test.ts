import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { closeStore, openDatabase } from '@/utils/store/db';
import { clearAll } from '@/utils/store/erase';
import { MIGRATIONS } from '@/utils/store/migrations';
import {
  forgetTimetable,
  loadKeptCourses,
  loadLastTimetable,
  saveKeptCourses,
  saveLastTimetable,
} from '@/utils/store/timetables';
import { freshBrowser, KEY, SCHOOL } from './helpers';

const AT = '2026-09-07T10:00:00.000Z';
const LAST = { uai: '0490856P', at: AT, madeOn: '2026-09-07T09:12:00', identifiers: [] };
const COURSES = { uai: '0490856P', at: AT, courses: [{ name: 'EPS - 4 A', lessons: 2, participants: 25 }] };

beforeEach(freshBrowser);
afterAll(closeStore);

test('the last file and the courses are kept by school, the newer in place of the older', async () => {
  await saveLastTimetable(LAST);
  await saveLastTimetable({ ...LAST, madeOn: '2026-09-08T09:12:00' });
  await saveKeptCourses(COURSES);
  expect((await loadLastTimetable('0490856P'))?.madeOn).toBe('2026-09-08T09:12:00');
  expect(await loadKeptCourses('0490856P')).toEqual(COURSES);
  expect([await loadLastTimetable('0134567A'), await loadKeptCourses('0134567A')]).toEqual([
    undefined,
    undefined,
  ]);
});

test('a file that says nothing of its software leaves the edition that the next one is compared with', async () => {
  const software = { text: 'PRONOTE Monoposte 2026', edition: 'Monoposte' } as const;
  await saveLastTimetable({ ...LAST, software });
  await saveLastTimetable({ ...LAST, madeOn: '2026-09-08T09:12:00' });
  expect(await loadLastTimetable('0490856P')).toMatchObject({ madeOn: '2026-09-08T09:12:00', software });
});

test('they are forgotten for one school, or with everything', async () => {
  await saveLastTimetable(LAST);
  await saveKeptCourses({ ...COURSES, uai: '0134567A' });
  await forgetTimetable('0490856P');
  expect(await loadLastTimetable('0490856P')).toBeUndefined();
  expect(await loadKeptCourses('0134567A')).toBeDefined();
  await clearAll();
  expect(await loadKeptCourses('0134567A')).toBeUndefined();
});

test('a database of the version before gets the stores and keeps what it held', async () => {
  const at = MIGRATIONS.findIndex(({ name }) => name === 'timetableStores');
  expect(at).toBeGreaterThan(0);
  const old = await openDatabase(MIGRATIONS.slice(0, at), () => undefined);
  await old.put('schools', { ...SCHOOL, key: KEY, lastSeen: AT });
  expect([...old.objectStoreNames]).not.toContain('keptCourses');
  old.close();
  await saveKeptCourses(COURSES);
  const db = await openDatabase(MIGRATIONS, () => undefined);
  expect(await db.count('schools')).toBe(1);
  db.close();
});
