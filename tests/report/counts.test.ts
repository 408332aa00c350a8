import { expect, test } from 'vitest';
import type { Checklist, Step } from '@/utils/checklists/checklist';
import { phasesOf } from '@/utils/checklists/phases';
import { pressOf, type StepKind } from '@/utils/checklists/pressing';
import type { Proof } from '@/utils/checklists/progress';
import { type YearRecords, yearOf } from '@/utils/checklists/year';
import { dueIn } from '@/utils/due-steps';
import { awaitedDate, countsText, datesAsked } from '@/utils/report/counts';
import { stepsOn } from '@/utils/screen-steps';

test.each<[StepKind[], string]>([
  [[], '0 étape'],
  [['asked'], '1 étape'],
  [['asked', 'asked', 'reminder'], '2 étapes et 1 rappel'],
  [['platform', 'platform'], '0 étape et 2 opérations de la plateforme'],
  [['asked', 'reminder', 'reminder', 'platform'], '1 étape, 2 rappels et 1 opération de la plateforme'],
])('%j is « %s »', (kinds, text) => {
  expect(countsText(kinds)).toBe(text);
});

const PAGE = 'edifice/manual-groups' as const;

function step(id: string, more: Partial<Step> = {}): Step {
  return {
    id,
    text: id,
    why: '',
    who: 'administrator',
    when: { milestone: 'staff-feed', from: 0, to: 15 },
    stillUseful: true,
    where: { label: 'Console', page: PAGE },
    source: { words: 'x' },
    ...more,
  };
}

const LIST: Checklist = {
  id: 'a',
  ent: 'edifice',
  title: 'A',
  about: '',
  phases: [
    {
      id: 'one',
      title: 'Un',
      steps: [
        step('detach'),
        step('sort', { rules: ['empty-group'] }),
        step('passed', { when: { milestone: 'term-start', from: -9, to: -1 }, stillUseful: true }),
        step('never', { reminder: true }),
        step('feed', { who: 'platform' }),
      ],
    },
  ],
};
const at = '2026-09-20T10:00:00.000Z';
const wrong: Proof = {
  at,
  outcome: 'violation',
  complete: true,
  by: 'live',
  violations: 2,
  reviews: 0,
  passedAt: '2026-09-01T10:00:00.000Z',
};
const RECORDS: YearRecords = { ticks: {}, proofs: { 'empty-group': wrong }, dates: {} };

test('a contradicted step counts once, a reminder never as late, on every surface alike', () => {
  const year = yearOf([LIST], RECORDS, 2026, '2026-11-23');
  expect(year.steps.map((one) => pressOf(one))).toEqual(['late', 'review', 'late', undefined, undefined]);
  expect(dueIn({ key: 'k', name: 'École' }, year)).toMatchObject({ review: 1, late: 2, now: 0 });
  expect(phasesOf(year)).toMatchObject([{ state: 'late', late: 2, left: 3, asked: 3 }]);
  expect(stepsOn(PAGE, year, 2026).map(({ tone }) => tone)).toEqual(['review', 'late', 'late', 'later']);
});

test('a screen tells what a reading proved from what a person ticked, and when what had passed comes back', () => {
  const { passedAt: _before, ...read } = { ...wrong, outcome: 'pass' as const, violations: 0 };
  const ticks = { 'a/detach': { done: true, at } };
  const records = { ...RECORDS, ticks, proofs: { 'empty-group': read }, followedSince: '2026-11-23' };
  const steps = stepsOn(PAGE, yearOf([LIST], records, 2026, '2026-11-23'), 2026);
  expect(steps.map(({ text, tone, proven = false }) => [text, tone, proven])).toEqual([
    ['never', 'later', false],
    ['passed', 'over', false],
    ['detach', 'done', false],
    ['sort', 'done', true],
  ]);
  expect(steps[1]?.about).toMatch(/passée avant que Vigie suive.*reviendra pour la rentrée 2027$/);
  expect(steps[2]?.about).toBe('Coché le 20/09');
});

test('dates are asked for as long as a step waits for one, with what their absence costs', () => {
  const on = (today: string, records = RECORDS) => datesAsked(yearOf([LIST], records, 2026, today));
  expect(on('2026-09-20')).toBe('Une date reste à fixer\u00A0: 2 étapes en dépendent.');
  expect(on('2026-11-23')).toBe(
    'Une date reste à fixer\u00A0: 2 étapes en dépendent, dont 2 comptées en retard, leur période étant passée quelle que soit la date.',
  );
  const done = { done: true, at };
  const ticked = { ...RECORDS, proofs: {}, ticks: { 'a/detach': done, 'a/sort': done } };
  expect(on('2026-11-23', ticked)).toBeUndefined();
  expect(on('2026-11-23', { ...RECORDS, dates: { 'staff-feed': '2026-08-24' } })).toBeUndefined();
});

test('a step says which date it waits for, and since when it counts without', () => {
  const awaited = (today: string) =>
    yearOf([LIST], { ...RECORDS, proofs: {} }, 2026, today).steps.map((one) => awaitedDate(one));
  expect(awaited('2026-09-20')[0]).toEqual({ milestone: 'staff-feed' });
  expect(awaited('2026-10-01')[0]).toEqual({
    milestone: 'staff-feed',
    says: 'Sans date, comptée en retard depuis le 01/10.',
  });
  // What is dated, only to be known, or the platform's, waits for nobody.
  expect(awaited('2026-10-01').slice(2)).toEqual([undefined, undefined, undefined]);
});
