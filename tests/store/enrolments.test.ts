import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { EnrolmentSaid } from '@/utils/enrolment-messages';
import { closeStore, openDatabase } from '@/utils/store/db';
import { listAllEnrolments, listEnrolments, sayEnrolment } from '@/utils/store/enrolments';
import { clearAll } from '@/utils/store/erase';
import { MIGRATIONS } from '@/utils/store/migrations';
import { saveTick } from '@/utils/store/progress';
import { freshBrowser, KEY, SCHOOL, step } from './helpers';

const HOST = 'college-demo.itslearning.com';
const TECHNO = { course: 'TECHNO - 4 B', organisation: 'COLLEGE FICTIF' };

beforeEach(freshBrowser);
afterAll(closeStore);

const say = (what: 'enrol' | 'leave', at: string, more: Partial<EnrolmentSaid> = {}) =>
  sayEnrolment({ host: HOST, courses: [TECHNO], what, at, ...more });

test('an enrolment is kept with its first day until the course is left', async () => {
  await say('enrol', '2026-08-27T12:00:00.000Z', { school: SCHOOL });
  await say('enrol', '2026-08-29T12:00:00.000Z');
  expect(await listEnrolments(HOST)).toEqual([{ ...TECHNO, since: '2026-08-27T12:00:00.000Z', school: KEY }]);
  await say('leave', '2026-09-01T12:00:00.000Z');
  expect(await listEnrolments(HOST)).toEqual([]);
});

test('the same title in another school, or on another site, is another course', async () => {
  const other = { ...TECHNO, organisation: 'AUTRE COLLEGE' };
  await say('enrol', '2026-08-28T12:00:00.000Z', { courses: [TECHNO, other] });
  await say('enrol', '2026-08-27T12:00:00.000Z', { host: 'autre.itslearning.com' });
  await say('leave', '2026-08-29T12:00:00.000Z', { courses: [other] });
  expect((await listEnrolments(HOST)).map(({ organisation }) => organisation)).toEqual(['COLLEGE FICTIF']);
  expect((await listAllEnrolments()).map(({ host }) => host)).toEqual(['autre.itslearning.com', HOST]);
});

test('a database of the version before gains the store, with nothing lost', async () => {
  const at = MIGRATIONS.findIndex(({ name }) => name === 'enrolmentStore');
  const old = await openDatabase(MIGRATIONS.slice(0, at), () => undefined);
  await old.put('ticks', { ...step('sort-aesh'), done: true, at: '2026-08-27T12:00:00.000Z' });
  expect([...old.objectStoreNames]).not.toContain('enrolments');
  old.close();
  await say('enrol', '2026-08-27T12:00:00.000Z');
  expect(await listEnrolments(HOST)).toHaveLength(1);
});

test('« Tout effacer » leaves none of them', async () => {
  await saveTick(step('sort-aesh'), { done: true, at: '2026-08-27T12:00:00.000Z' });
  await say('enrol', '2026-08-27T12:00:00.000Z');
  await clearAll();
  expect(await listAllEnrolments()).toEqual([]);
});
