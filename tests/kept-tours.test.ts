import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepTour, recallTour } from '@/utils/kept-tours';

beforeEach(() => fakeBrowser.reset());

test('what is left of a tour is kept by site, as identifiers, until nothing is left', async () => {
  await keepTour('enthdf.fr', ['s1', 's2']);
  await keepTour('autre.fr', ['s9']);
  expect(await recallTour('enthdf.fr')).toEqual(['s1', 's2']);
  await keepTour('enthdf.fr', []);
  expect(await recallTour('enthdf.fr')).toEqual([]);
  expect(await recallTour('autre.fr')).toEqual(['s9']);
  expect(await browser.storage.local.get(null)).toEqual({});
});

test('what is no tour is none', async () => {
  await browser.storage.session.set({ 'tour:enthdf.fr': { left: 'x' } });
  expect(await recallTour('enthdf.fr')).toEqual([]);
});
