import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { stepsForScreen } from '@/utils/screen-steps';
import { closeStore } from '@/utils/store/db';
import { saveTick } from '@/utils/store/progress';
import { archiveYear } from '@/utils/store/years';
import { freshBrowser, KEY, SCHOOL, step } from './store/helpers';

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-08-27T10:00:00'), toFake: ['Date'] });
  await freshBrowser();
});
afterAll(async () => {
  vi.useRealTimers();
  await closeStore();
});
const on = (page: 'edifice/manual-groups' | 'edifice/user') => stepsForScreen({ school: SCHOOL, page });

test('a screen has the steps that are carried out on it, what presses first', async () => {
  await saveTick(step('delete-past-groups'), { done: true, at: '2026-08-26T10:00:00.000Z' });
  const steps = await on('edifice/manual-groups');
  expect(steps.map(({ text, tone }) => [text.slice(0, 22), tone])).toEqual([
    ['Porter l’année scolair', 'now'],
    ['Ne jamais supprimer le', 'later'],
    ['Purger les groupes man', 'done'],
  ]);
  expect(steps.map(({ reminder = false }) => reminder)).toEqual([false, true, false]);
  expect(steps[2]?.about).toBe('Coché le 26/08');
  expect(steps[0]?.about).toBe('du 17/08 au 16/09');
});

test('a screen that no step names has none, nor has one of an archived year', async () => {
  expect(await on('edifice/user')).toEqual([]);
  await archiveYear(KEY, 2026, true, { at: '2026-08-26T10:00:00.000Z' });
  expect(await on('edifice/manual-groups')).toEqual([]);
});
