import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, loadSettings, saveSettings } from '@/utils/store/settings';
import { memoryArea } from './helpers';

test('are those of a new browser, then what was chosen', async () => {
  const area = memoryArea();
  expect(await loadSettings(area)).toEqual(DEFAULT_SETTINGS);
  await saveSettings(area, { badge: false });
  await saveSettings(area, { retentionMonths: null });
  expect(await loadSettings(area)).toEqual({ ...DEFAULT_SETTINGS, badge: false, retentionMonths: null });
});

test.each([
  ['nothing of sense', 'x'],
  ['a list', []],
  ['other kinds of values', { retentionMonths: 'toujours', badge: 1, banner: null, notify: {} }],
])('unreadable, they are those of a new browser: %s', async (_what, settings) => {
  expect(await loadSettings(memoryArea({ settings }))).toEqual(DEFAULT_SETTINGS);
});

test('what is readable counts, beside what is not', async () => {
  const settings = { retentionMonths: -4, badge: false };
  expect(await loadSettings(memoryArea({ settings }))).toEqual({ ...DEFAULT_SETTINGS, badge: false });
});
