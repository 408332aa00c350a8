import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { PageId } from '@/utils/core/facts';
import { ENTS } from '@/utils/ents';
import { judgedFacts } from '@/utils/ents/fact-fields';
import { screensIn } from '@/utils/ents/skolengo/screens';
import { wordsFor } from '@/utils/ents/skolengo/vocabulary';
import { stepsForScreen, USUAL_PAGES } from '@/utils/screen-steps';
import { closeStore } from '@/utils/store/db';
import { saveLearnedPage } from '@/utils/store/learned-pages';
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
const on = (page: PageId) => stepsForScreen({ school: SCHOOL, page });

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

test('a page that was taught has the steps of the screen in whose place it stands, on its own host', async () => {
  const descriptor = {
    version: 1,
    id: 'edifice/own-groupes',
    title: 'Groupes du site',
    names: ['Groupes du site'],
    fact: 'manualGroups',
    reads: [
      { as: 'list', fields: [{ field: 'name', labels: ['Désignation'], required: true }], key: ['name'] },
    ],
  } as const;
  const page = { host: SCHOOL.host, descriptor, learnedAt: '2026-08-26T10:00:00.000Z' };
  await saveLearnedPage({ ...page, host: 'ent.commune.fr' });
  expect(await on(descriptor.id)).toEqual([]);
  await saveLearnedPage(page);
  expect(await on(descriptor.id)).toEqual(await on('edifice/manual-groups'));
});

test('whatever can be taught stands in the place of a screen that is read, and that gives the same facts', () => {
  const pages = ENTS.flatMap((ent) => ent.pages.map(({ id }) => id));
  // Classes come from the console's own calls: no screen of it lists them.
  for (const fact of judgedFacts().filter((one) => one !== 'classes'))
    expect(pages, fact).toContain(USUAL_PAGES[fact]);
  const facts = new Map(screensIn(wordsFor('')).map(({ id, fact }) => [id, fact]));
  for (const [fact, page] of Object.entries(USUAL_PAGES))
    if (page && facts.has(page)) expect(facts.get(page)).toBe(fact);
});
