import { expect, test } from 'vitest';
import type { Checklist, Step } from '@/utils/checklists/checklist';
import { phasesOf } from '@/utils/checklists/phases';
import { type YearRecords, yearOf } from '@/utils/checklists/year';

function step(id: string, from: number, to: number, more: Partial<Step> = {}): Step {
  const when = { milestone: 'term-start', from, to } as const;
  return { id, text: id, why: '', who: 'head', when, source: { words: 'x' }, ...more };
}

const LIST: Checklist = {
  id: 'a',
  ent: 'edifice',
  title: 'A',
  about: '',
  phases: [
    { id: 'before', title: 'Avant', steps: [step('one', -20, -10), step('two', -9, -5)] },
    { id: 'after', title: 'Après', steps: [step('three', 1, 10)] },
    // Nothing is asked of the school in it.
    { id: 'feed', title: 'Alimentation', steps: [step('four', 0, 1, { who: 'platform' })] },
  ],
};
const on = (today: string, ticks: YearRecords['ticks'] = {}) =>
  phasesOf(yearOf([LIST], { ticks, proofs: {}, dates: { 'term-start': '2026-09-01' } }, 2026, today)).map(
    ({ title, state, left, late }) => [title, state, left, late],
  );
const done = { done: true, at: '2026-08-20T08:00:00.000Z' };

test('a phase is late as soon as the time of one of its steps is past, until that step is done', () => {
  expect(on('2026-08-24')).toEqual([
    ['Avant', 'late', 2, 1],
    ['Après', 'later', 1, 0],
  ]);
  expect(on('2026-08-24', { 'a/one': done })).toEqual([
    ['Avant', 'now', 1, 0],
    ['Après', 'later', 1, 0],
  ]);
});

test('a phase is done when nothing is left of it, and over when nothing of it can be done any more', () => {
  expect(on('2026-08-24', { 'a/one': done, 'a/two': done })[0]).toEqual(['Avant', 'done', 0, 0]);
  // Once the next phase has begun, its time is past.
  expect(on('2026-09-03')).toEqual([
    ['Avant', 'over', 2, 0],
    ['Après', 'now', 1, 0],
  ]);
});

test('without a date a phase is late once the national calendar leaves it no doubt', () => {
  const on = (today: string) =>
    phasesOf(yearOf([LIST], { ticks: {}, proofs: {}, dates: {} }, 2031, today)).map(({ state }) => state);
  expect(on('2031-09-30')).toEqual(['unknown', 'unknown']);
  expect(on('2031-10-01')).toEqual(['late', 'late']);
});
