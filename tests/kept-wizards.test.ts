import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetWizards, keepWizard, recallWizard } from '@/utils/kept-wizards';
import type { KeptWizard } from '@/utils/wizard-messages';
import { importPerson, wizardRow } from './helpers/import-facts';
import { complete, onPage } from './helpers/test-rule';

const MODULES = 'modules.itslfr-aws.com';
const TAB = 7;
let url = '';

beforeEach(() => {
  fakeBrowser.reset();
  url = 'https://college-demo.itslearning.com/main.aspx';
  vi.spyOn(browser.tabs, 'get').mockImplementation(async () => ({ url }) as never);
});
afterEach(() => forgetWizards(TAB));

const FILE = { importFiles: complete({ at: onPage('x'), uai: '0490856P' }) };
const COURSES: KeptWizard = {
  file: FILE,
  latest: '11/10/2026 10:32',
  read: ['teachers'],
  list: { key: 'courses', of: 2, pages: [[1, { wizardRows: [wizardRow('courses', 'SVT - 3A', 'on')] }]] },
};
const PUPILS: KeptWizard = {
  file: FILE,
  read: ['teachers'],
  list: { key: 'pupils', of: 2, pages: [[1, { importPeople: [importPerson('Élodie AUBÉPINE', 'no')] }]] },
};
const written = async () => JSON.stringify(await browser.storage.session.get(null));

test('what was learnt of an import is found again by the next page of the same tab and site, and by no other', async () => {
  await keepWizard(COURSES, MODULES, TAB);
  expect(await recallWizard(MODULES, TAB)).toEqual(COURSES);
  expect(await recallWizard(MODULES, 8)).toBeUndefined();
  expect(await recallWizard('autre.itslfr-aws.com', TAB)).toBeUndefined();
  url = 'https://lycee-demo.itslearning.com/main.aspx';
  expect(await recallWizard(MODULES, TAB)).toBeUndefined();
});

test('names of people are not written anywhere, and what was read of them is found again', async () => {
  await keepWizard(PUPILS, MODULES, TAB);
  expect(await written()).toContain('0490856P');
  expect(await written()).not.toContain('AUBÉPINE');
  expect(await recallWizard(MODULES, TAB)).toEqual(PUPILS);
  await keepWizard(COURSES, MODULES, TAB);
  expect(await recallWizard(MODULES, TAB)).toEqual(COURSES);
});

test('with the tab it all goes, and nothing of another tab', async () => {
  await keepWizard(PUPILS, MODULES, TAB);
  await keepWizard(COURSES, MODULES, 77);
  await forgetWizards(TAB);
  expect(await recallWizard(MODULES, TAB)).toBeUndefined();
  expect(await recallWizard(MODULES, 77)).toEqual(COURSES);
});
