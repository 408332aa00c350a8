import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saidSchool, saySchool } from '@/utils/said-school';
import { closeStore } from '@/utils/store/db';
import { seeSchool } from '@/utils/store/schools';
import { freshBrowser } from './store/helpers';

const HOST = 'college-demo.itslearning.com';
const AT = '2026-11-23T10:00:00.000Z';
const LAKE = {
  ent: 'itslearning',
  host: HOST,
  id: '0590001B',
  name: 'Collège du Lac',
  uai: '0590001B',
} as const;

beforeEach(async () => {
  fakeBrowser.reset();
  await freshBrowser();
});
afterAll(closeStore);

test('a school that was seen is said by its name, its UAI, or both', async () => {
  await seeSchool(LAKE, AT);
  const school = { id: '0590001B', name: 'Collège du Lac', uai: '0590001B' };
  for (const typed of ['collège du lac', '0590001b', 'Collège du Lac – 0590001B']) {
    expect(await saySchool(HOST, 'itslearning', typed)).toMatchObject({ school });
    expect(await saidSchool(HOST, 'itslearning')).toMatchObject({
      school,
      label: 'Collège du Lac – 0590001B',
    });
    await saySchool(HOST, 'itslearning', ' ');
    expect(await saidSchool(HOST, 'itslearning')).toEqual({ known: ['Collège du Lac – 0590001B'] });
  }
});

test('a UAI that no screen has shown yet is a school too', async () => {
  const { school } = await saySchool(HOST, 'itslearning', '0599101K');
  expect(school).toEqual({ id: '0599101K', name: 'Établissement 0599101K', uai: '0599101K' });
});

test('a UAI typed under the name that the portal’s header gives is of a school of that name', async () => {
  expect(await saidSchool(HOST, 'itslearning', 'Collège du Lac')).toEqual({
    known: [],
    inHead: 'Collège du Lac',
  });
  const { school } = await saySchool(HOST, 'itslearning', ' 0599101k ', 'Collège du Lac');
  expect(school).toEqual({ id: '0599101K', name: 'Collège du Lac', uai: '0599101K' });
  // Known by a screen, it keeps the name that the screen gave.
  await seeSchool(LAKE, AT);
  expect((await saySchool(HOST, 'itslearning', '0590001B', 'Collège')).school?.name).toBe('Collège du Lac');
  expect(await saySchool(HOST, 'itslearning', 'nulle part', 'Collège')).toMatchObject({ inHead: 'Collège' });
});

test('what names no school, or several, is refused in words, and what was said stays', async () => {
  await seeSchool(LAKE, AT);
  await seeSchool({ ...LAKE, id: '0590002C', uai: '0590002C' }, AT);
  await saySchool(HOST, 'itslearning', '0590001B');
  expect((await saySchool(HOST, 'itslearning', 'Lycée Inconnu')).refused).toContain('tapez son UAI');
  expect((await saySchool(HOST, 'itslearning', 'Collège du Lac')).refused).toContain('avec son UAI');
  expect((await saidSchool(HOST, 'itslearning')).school?.id).toBe('0590001B');
});

test('it is of one site and one family, and gone with the browser', async () => {
  await seeSchool(
    { ...LAKE, host: 'autre.itslearning.com', name: 'Ailleurs', id: '0590009K', uai: '0590009K' },
    AT,
  );
  await seeSchool(LAKE, AT);
  await seeSchool({ ...LAKE, ent: 'edifice', host: 'enthdf.fr', name: 'École' }, AT);
  await saySchool(HOST, 'itslearning', '0590001B');
  const there = await saidSchool('autre.itslearning.com', 'itslearning');
  expect(there.school).toBeUndefined();
  expect(there.known).toEqual(['Ailleurs – 0590009K', 'Collège du Lac – 0590001B']);
  expect(await browser.storage.local.get(null)).toEqual({});
});

test('what is no school is none', async () => {
  await browser.storage.session.set({ [`school:${HOST}`]: { id: 4 } });
  expect(await saidSchool(HOST, 'itslearning')).toEqual({ known: [] });
});
