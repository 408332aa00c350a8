import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { aboutOneSchool } from '@/entrypoints/background/one-school';
import type { SeenSchool } from '@/utils/messages';
import type { Answers } from '@/utils/router';
import { closeStore } from '@/utils/store/db';
import { seeSchool } from '@/utils/store/schools';
import { asNamed, forgetSchools, rememberSchool, schoolOfTab } from '@/utils/tab-schools';
import { freshBrowser } from './store/helpers';

const CONSOLE = 'college-demo.itslearning.com';
const MODULES = 'modules.itslfr-aws.com';
const TAB = 7;
const school = (id: string, host = MODULES): SeenSchool => ({
  ent: 'itslearning',
  host,
  id,
  name: `École ${id}`,
});
let url = '';
let headers: string[] = [];

beforeEach(async () => {
  url = `https://${CONSOLE}/main.aspx`;
  vi.spyOn(browser.tabs, 'get').mockImplementation(async () => ({ url }) as never);
  headers = [];
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(
    async () => [{ frameId: 0, result: headers }] as never,
  );
  await freshBrowser();
  await forgetSchools(TAB);
});
afterAll(closeStore);

test('the school that one frame named is that of the tab, as long as no other is named', async () => {
  expect(await schoolOfTab(TAB, 'itslearning')).toBeUndefined();
  await rememberSchool(TAB, school('A'));
  expect(await schoolOfTab(TAB, 'itslearning')).toEqual(school('A'));
  expect(await schoolOfTab(8, 'itslearning')).toBeUndefined();
  await rememberSchool(TAB, school('B'));
  expect(await schoolOfTab(TAB, 'itslearning')).toBeUndefined();
});

test('a tab that went to another site has named nothing there, nor has one that was closed', async () => {
  await rememberSchool(TAB, school('A'));
  url = 'https://lycee-demo.itslearning.com/main.aspx';
  expect(await schoolOfTab(TAB, 'itslearning')).toBeUndefined();
  url = `https://${CONSOLE}/main.aspx`;
  expect(await schoolOfTab(TAB, 'itslearning')).toEqual(school('A'));
  await forgetSchools(TAB);
  expect(await schoolOfTab(TAB, 'itslearning')).toBeUndefined();
});

test('the portal’s header tells the school of a tab that has named none, or several; against another it tells nothing', async () => {
  headers = ['itslearning', 'École A'];
  expect(await schoolOfTab(TAB, 'itslearning')).toBeUndefined();
  await seeSchool(school('A'), '2026-11-23T10:00:00.000Z');
  await seeSchool(school('B'), '2026-11-23T10:00:00.000Z');
  expect(await schoolOfTab(TAB, 'itslearning')).toEqual(school('A'));
  // From then on every frame speaks of it as it was known.
  expect((await asNamed(school('A', CONSOLE), TAB)).host).toBe(MODULES);
  headers = ['École B'];
  expect(await schoolOfTab(TAB, 'itslearning')).toBeUndefined();
  await rememberSchool(TAB, school('B'));
  expect(await schoolOfTab(TAB, 'itslearning')).toEqual(school('B'));
  headers = [];
  expect(await schoolOfTab(TAB, 'itslearning')).toBeUndefined();
});

test('where the tab’s own page may not be touched, its header says nothing', async () => {
  await seeSchool(school('A'), '2026-11-23T10:00:00.000Z');
  vi.spyOn(browser.scripting, 'executeScript').mockRejectedValue(new Error('Cannot access contents'));
  expect(await schoolOfTab(TAB, 'itslearning')).toBeUndefined();
  await rememberSchool(TAB, school('A'));
  expect(await schoolOfTab(TAB, 'itslearning')).toEqual(school('A'));
});

test('every answer is about the school as the first frame named it', async () => {
  await rememberSchool(TAB, school('A'));
  const hostOf = async (one: SeenSchool, tab?: number) => (await asNamed(one, tab)).host;
  expect(await hostOf(school('A', CONSOLE), TAB)).toBe(MODULES);
  expect(await hostOf(school('B', CONSOLE), TAB)).toBe(CONSOLE);
  expect(await hostOf({ ...school('A', CONSOLE), ent: 'skolengo' }, TAB)).toBe(CONSOLE);
  expect(await hostOf(school('A', CONSOLE))).toBe(CONSOLE);
  const told: unknown[] = [];
  const tell = async (carries: unknown) => void told.push(carries);
  const answers = aboutOneSchool({
    'school/seen': tell,
    'reading/record': tell,
    'badge/refresh': tell,
  } as never);
  const from = { tab: TAB, frame: 2 };
  const ask = answers as unknown as Record<
    keyof Answers,
    (carries: unknown, of: typeof from) => Promise<unknown>
  >;
  await ask['school/seen'](school('A', CONSOLE), from);
  await ask['reading/record']({ school: school('A', CONSOLE), by: 'x' }, from);
  await ask['badge/refresh'](null, from);
  expect(told).toEqual([school('A'), { school: school('A'), by: 'x' }, null]);
});
