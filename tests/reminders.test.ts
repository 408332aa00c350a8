import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dueSchools } from '@/utils/due-steps';
import { bannerFor, hideBanner, onAlarm, remind, setAlarm } from '@/utils/reminders';
import { closeStore } from '@/utils/store/db';
import { saveTick } from '@/utils/store/progress';
import { seeSchool } from '@/utils/store/schools';
import { saveSettings } from '@/utils/store/settings';
import { archiveYear } from '@/utils/store/years';
import { freshBrowser, KEY, SCHOOL, step } from './store/helpers';

const AT = '2026-08-26T10:00:00.000Z';
const badge = { text: '', title: '' };

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-08-27T07:00:00'), toFake: ['Date'] });
  fakeBrowser.reset();
  await freshBrowser();
  vi.spyOn(browser.storage.managed, 'get').mockImplementation((async () => ({})) as never);
  vi.spyOn(browser.permissions, 'contains').mockImplementation((async () => true) as never);
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => path);
  vi.spyOn(browser.action, 'setTitle').mockImplementation(async ({ title }) => {
    badge.title = title ?? '';
  });
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async ({ text }) => {
    badge.text = text ?? '';
  });
  for (const name of ['setBadgeBackgroundColor', 'setBadgeTextColor'] as const)
    vi.spyOn(browser.action, name).mockImplementation((async () => undefined) as never);
});
afterAll(async () => {
  vi.useRealTimers();
  await closeStore();
});

const OTHER = { ...SCHOOL, id: 'c2', name: 'École des Tilleuls', levels: [1] as const };
const follow = () => saveTick(step('sort-aesh'), { done: true, at: AT });

describe('schools that are reminded of', () => {
  test('the only one that was seen, even if nothing was said of it', async () => {
    await seeSchool({ ...SCHOOL, levels: [1] }, AT);
    expect((await dueSchools('2026-08-27')).map(({ name }) => name)).toEqual([SCHOOL.name]);
  });

  test('of several, those of which something was said this year', async () => {
    await seeSchool({ ...SCHOOL, levels: [1] }, AT);
    await seeSchool(OTHER, AT);
    expect(await dueSchools('2026-08-27')).toEqual([]);
    await saveTick(step('sort-aesh', { transition: 2025 }), { done: true, at: AT });
    expect(await dueSchools('2026-08-27')).toEqual([]);
    await follow();
    const [due] = await dueSchools('2026-08-27');
    expect(due?.name).toBe(SCHOOL.name);
    expect(due?.pressing).not.toContain('now edifice-primary/sort-aesh');
    expect(due?.now).toBeGreaterThan(0);
  });

  test('not one whose year is archived', async () => {
    await seeSchool({ ...SCHOOL, levels: [1] }, AT);
    await archiveYear(KEY, 2026, true, { at: AT });
    expect(await dueSchools('2026-08-27')).toEqual([]);
  });
});

test('the browser wakes us once a morning, and again the next one', async () => {
  await setAlarm();
  const [first] = await browser.alarms.getAll();
  await setAlarm();
  expect(await browser.alarms.getAll()).toEqual([first]);
  expect(new Date(first?.scheduledTime ?? 0)).toEqual(new Date('2026-08-27T08:00:00'));
  vi.setSystemTime(new Date('2026-08-27T08:00:01'));
  await onAlarm('morning');
  const [next] = await browser.alarms.getAll();
  expect(new Date(next?.scheduledTime ?? 0)).toEqual(new Date('2026-08-28T08:00:00'));
});

describe('in the morning', () => {
  beforeEach(async () => {
    await seeSchool({ ...SCHOOL, levels: [1] }, AT);
    vi.setSystemTime(new Date('2026-09-20T08:00:00'));
  });
  const notified = () =>
    vi.spyOn(browser.notifications, 'create').mockImplementation((async () => 'morning') as never);

  test('what is late is on the button', async () => {
    await remind();
    expect(Number(badge.text)).toBeGreaterThan(0);
    expect(badge.title.replace(/\s/g, ' ')).toBe(`Vigie ENT : ${badge.text} étapes en retard`);
    await saveSettings(browser.storage.local, { badge: false });
    await remind();
    expect(badge).toEqual({ text: '', title: 'Vigie ENT' });
  });

  test('a notification only where it was asked for and granted', async () => {
    const create = notified();
    await remind();
    expect(create).not.toHaveBeenCalled();
    await saveSettings(browser.storage.local, { notify: true });
    vi.mocked(browser.permissions.contains).mockImplementation((async () => false) as never);
    await remind();
    expect(create).not.toHaveBeenCalled();
    vi.mocked(browser.permissions.contains).mockImplementation((async () => true) as never);
    await remind();
    await remind();
    expect(create).toHaveBeenCalledOnce();
    expect(create.mock.calls[0]?.[1]).toMatchObject({ message: expect.stringContaining(SCHOOL.name) });
  });

  test('none where the academy wants no reminder', async () => {
    vi.mocked(browser.storage.managed.get).mockImplementation((async () => ({ reminders: false })) as never);
    const create = notified();
    await saveSettings(browser.storage.local, { notify: true });
    await remind();
    expect(create).not.toHaveBeenCalled();
    expect(badge.text).toBe('');
    expect(await bannerFor(SCHOOL)).toBeNull();
  });
});

test('the banner of a site is hidden until tomorrow, and no other’s is', async () => {
  await seeSchool({ ...SCHOOL, levels: [1] }, AT);
  expect((await bannerFor(SCHOOL))?.says).toMatch(/étapes? à faire maintenant/);
  await hideBanner(SCHOOL.host);
  expect(await bannerFor(SCHOOL)).toBeNull();
  vi.setSystemTime(new Date('2026-08-27T23:59:00'));
  expect(await bannerFor(SCHOOL)).toBeNull();
  vi.setSystemTime(new Date('2026-08-28T00:01:00'));
  expect(await bannerFor(SCHOOL)).not.toBeNull();
  await hideBanner('ailleurs.example');
  expect(await bannerFor(SCHOOL)).not.toBeNull();
});
