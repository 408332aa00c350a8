// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startLoader, startTaughtLoader } from '@/entrypoints/overlay/start-loader';
import type { Presence } from '@/utils/ents/presence';
import { send } from '@/utils/messages';

vi.mock('@/utils/messages', () => ({ send: vi.fn() }));

const sent = vi.mocked(send);
const asked = () => sent.mock.calls.filter(([name]) => name === 'overlay/script').length;

/** A family told by one element, and its screens by another. */
const presence: Presence = {
  id: 'itslearning',
  recognise: (document) => document.querySelector('main') !== null,
  shows: (document) => document.querySelector('form') !== null,
};

beforeEach(() => {
  vi.useFakeTimers();
  sent.mockReset().mockResolvedValue(null);
  document.body.innerHTML = '<main></main>';
});
afterEach(() => {
  vi.useRealTimers();
  delete (globalThis as { vigieLoaded?: unknown }).vigieLoaded;
});

async function becomes(html: string) {
  document.body.innerHTML = html;
  await vi.advanceTimersByTimeAsync(2000);
}

test('a screen that is there is asked for at once, and once', async () => {
  document.body.innerHTML = '<main><form></form></main>';
  startLoader(presence);
  startLoader(presence);
  expect(sent.mock.calls).toEqual([['overlay/script', 'itslearning']]);
  await becomes('<main><form><input></form></main>');
  expect(asked()).toBe(1);
});

test('a screen that comes later is waited for; until then the toolbar is told that nothing is shown', async () => {
  startLoader(presence);
  await becomes('<main>Menu</main>');
  expect(sent.mock.calls).toEqual([
    ['tab/state', { host: location.host, ent: 'itslearning', critical: false }],
  ]);
  await becomes('<main><form></form></main>');
  expect(asked()).toBe(1);
});

test('a background that cannot bring it is asked again as the screen changes, three times in all', async () => {
  sent.mockRejectedValue(new Error('asleep'));
  document.body.innerHTML = '<main><form></form></main>';
  startLoader(presence);
  for (const word of ['a', 'b', 'c', 'd']) await becomes(`<main><form>${word}</form></main>`);
  expect(asked()).toBe(3);
});

test('a document of no family is left alone, and so is an excluded host', async () => {
  document.body.innerHTML = '<form></form>';
  startLoader(presence);
  await becomes('<main><form></form></main>');
  vi.stubGlobal('location', new URL('https://cas.ent.example/'));
  startLoader(presence);
  vi.unstubAllGlobals();
  expect(sent).not.toHaveBeenCalled();
});

test('what was taught of the site is waited for too, and asked for before anything is looked at', async () => {
  const descriptor = {
    version: 1,
    id: 'itslearning/own-cours',
    title: 'Cours',
    names: ['Cours locaux'],
    fact: 'courses',
    reads: [{ as: 'tree', field: 'title', under: ['Cours'] }],
  } as const;
  const known = { synonyms: [], descriptors: [descriptor] };
  sent.mockImplementation(async (name) => (name === 'pages/known' ? known : null) as never);
  document.body.innerHTML = '<p></p>';
  await startTaughtLoader(() => presence);
  expect(sent.mock.calls.map(([name]) => name)).toEqual(['pages/known', 'tab/state']);
  await becomes('<h1>Cours locaux</h1>');
  expect(asked()).toBe(1);
});

test('a background that does not answer what was taught keeps nothing from being read', async () => {
  sent.mockImplementation(async (name) => {
    if (name === 'pages/known') throw new Error('asleep');
    return null as never;
  });
  document.body.innerHTML = '<main><form></form></main>';
  await startTaughtLoader(() => presence);
  expect(asked()).toBe(1);
});
