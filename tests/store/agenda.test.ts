import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type DatedStep, numberEvents } from '@/utils/store/agenda';
import { closeStore } from '@/utils/store/db';
import { freshBrowser, KEY } from './helpers';

beforeEach(freshBrowser);
afterAll(closeStore);

const AESH: DatedStep = { step: 'edifice-primary/sort-aesh', from: '2026-08-17', to: '2026-09-16' };
const TOWN: DatedStep = { step: 'own/a1', from: '2026-08-28' };
const exported = async (steps: readonly DatedStep[], inScope = (_step: string) => true) =>
  (await numberEvents(KEY, 2026, steps, inScope)).map(({ step, from, sequence, cancelled = false }) => [
    step,
    from,
    sequence,
    cancelled,
  ]);

test('the same dates keep their number, other dates raise it', async () => {
  expect(await exported([AESH, TOWN])).toEqual([
    [AESH.step, AESH.from, 0, false],
    [TOWN.step, TOWN.from, 0, false],
  ]);
  expect(await exported([AESH, { ...TOWN, from: '2026-08-31' }])).toEqual([
    [AESH.step, AESH.from, 0, false],
    [TOWN.step, '2026-08-31', 1, false],
  ]);
  const { to: _open, ...open } = AESH;
  expect(await exported([open])).toContainEqual([AESH.step, AESH.from, 1, false]);
});

test('what is no more is called off at every export, and may come back', async () => {
  await exported([AESH, TOWN]);
  expect(await exported([AESH])).toContainEqual([TOWN.step, TOWN.from, 1, true]);
  expect(await exported([AESH])).toContainEqual([TOWN.step, TOWN.from, 1, true]);
  expect(await exported([AESH, TOWN])).toContainEqual([TOWN.step, TOWN.from, 2, false]);
});

test('the export of one list calls nothing of the others off', async () => {
  await exported([AESH, TOWN]);
  expect(await exported([TOWN], (step) => step.startsWith('own/'))).toEqual([
    [TOWN.step, TOWN.from, 0, false],
  ]);
});
