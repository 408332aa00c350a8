import { describe, expect, test } from 'vitest';
import { checklistsOf } from '@/utils/checklists';
import { exampleText, resolveDates, windowOf } from '@/utils/checklists/calendar';
import { changedSteps } from '@/utils/checklists/changes';
import { type Checklist, editionOf, holdsIn } from '@/utils/checklists/checklist';
import { followedLists, type OwnStep, placedSteps } from '@/utils/checklists/followed';
import { pressOf } from '@/utils/checklists/pressing';
import { type YearRecords, yearOf } from '@/utils/checklists/year';

const LIST: Checklist = {
  id: 'a',
  ent: 'edifice',
  title: 'A',
  about: '',
  usually: { 'staff-feed': 'fin août' },
  examples: { 'module-closing': '2021-07-15' },
  dates: { 2027: { 'module-closing': '2027-07-13', 'term-start': '2027-09-02' } },
  phases: [
    {
      id: 'one',
      title: 'Un',
      steps: [
        {
          id: 'old',
          text: 'Ancienne',
          why: '',
          who: 'head',
          when: { milestone: 'term-start', from: -3, to: 0 },
          years: { to: 2025 },
          source: { words: 'x' },
        },
      ],
    },
    {
      id: 'two',
      title: 'Deux',
      steps: [
        {
          id: 'new',
          text: 'Nouvelle',
          why: '',
          who: 'head',
          when: { milestone: 'term-start', from: -3, to: 0 },
          years: { from: 2026 },
          rules: ['empty-group'],
          source: { words: 'x' },
        },
      ],
    },
  ],
};
const NOTHING: YearRecords = { ticks: {}, proofs: {}, dates: {} };

describe('dates', () => {
  const resolve = (own: YearRecords['dates'], transition = 2027) =>
    resolveDates([LIST], ['module-closing', 'staff-feed', 'term-start'], transition, own);

  test('the school’s win over the ENT’s, which win over the national ones', () => {
    expect(resolve({ 'module-closing': '2027-07-14' })).toMatchObject([
      { date: '2027-07-14', origin: 'school' },
      { origin: 'unknown', usually: 'fin août' },
      { date: '2027-09-02', origin: 'ent' },
    ]);
    expect(resolve({}, 2026)[2]).toMatchObject({ date: '2026-09-01', origin: 'national' });
  });

  test('the date of a guide is only ever an example', () => {
    const [closing] = resolve({}, 2026);
    expect(closing).toEqual({ milestone: 'module-closing', origin: 'unknown', example: '2021-07-15' });
    expect(exampleText('2021-07-15')).toBe('en 2021\u00a0: 15/07');
  });

  test('a step that has days of its own hangs on nothing; without any it waits', () => {
    expect(windowOf({ on: '2027-03-28' }, {})).toEqual({ from: '2027-03-28', to: '2027-03-28' });
    expect(windowOf({ on: '2027-03-28', until: '2027-03-30' }, {})?.to).toBe('2027-03-30');
    expect(windowOf({}, {})).toBeUndefined();
  });
});

describe('editions', () => {
  test('a year has the steps that hold in it, and no phase that they leave empty', () => {
    expect(editionOf(LIST, 2025).phases.map(({ id }) => id)).toEqual(['one']);
    expect(editionOf(LIST, 2026).phases.map(({ id }) => id)).toEqual(['two']);
    expect(holdsIn({}, 2030)).toBe(true);
  });
});

describe('a school’s own steps', () => {
  const own: OwnStep = { id: 'x', text: 'Prévenir', who: 'head', when: { on: '2026-08-28' }, keep: false };

  test('come last, under a name of their own, and stay late until they are done', () => {
    const lists = followedLists([LIST], { transition: 2026, ownSteps: [own] });
    expect(placedSteps(lists).map(({ name }) => name)).toEqual(['a/new', 'own/x']);
    const { steps } = yearOf(lists, NOTHING, 2026, '2027-02-01');
    expect(steps.at(-1)).toMatchObject({ name: 'own/x', standing: 'late' });
  });

  test('without any list on offer there is nothing to follow', () => {
    expect(followedLists([], { transition: 2026, ownSteps: [own] })).toEqual([]);
  });
});

describe('a year that is judged', () => {
  test('lists are judged each by its own phases: another one’s beginning ends nothing', () => {
    const csv = checklistsOf('itslearning').find(({ id }) => id === 'itslearning-csv');
    const timetable = checklistsOf('itslearning').find(({ optional }) => optional);
    if (!csv || !timetable) throw new Error('no list');
    const records = {
      ...NOTHING,
      dates: { 'module-closing': '2026-07-15', 'timetable-reopening': '2026-07-20' } as const,
    };
    const alone = yearOf([csv], records, 2026, '2026-07-21').steps;
    const beside = yearOf([csv, timetable], records, 2026, '2026-07-21').steps;
    expect(beside.slice(0, alone.length).map(({ standing }) => standing)).toEqual(
      alone.map(({ standing }) => standing),
    );
  });

  const skolengo = checklistsOf('skolengo').filter(({ optional }) => !optional);
  const found = (...rules: string[]) => ({
    proofs: Object.fromEntries(
      rules.map((rule) => [
        rule,
        {
          at: '2026-11-23T10:00:00.000Z',
          outcome: 'violation' as const,
          complete: true,
          by: 'live' as const,
          violations: 2,
          reviews: 0,
        },
      ]),
    ),
  });
  const lateOn = (day: string, records: Partial<YearRecords>) =>
    yearOf(skolengo, { ...NOTHING, ...records }, 2026, day)
      .steps.filter((one) => pressOf(one) === 'late')
      .map(({ name }) => name);
  const FOUND = found('expiring-group', 'expiring-account', 'temporary-section', 'trash-to-restore');

  test('who first sees a school in November has missed nothing of its summer, whatever its screens show', () => {
    const followedSince = '2026-11-23';
    expect(lateOn('2026-11-23', {}).length).toBeGreaterThan(0);
    expect(lateOn('2026-11-23', { followedSince })).toEqual([]);
    expect(lateOn('2026-11-23', { ...FOUND, followedSince })).toEqual([]);
    expect(lateOn('2027-02-01', { ...FOUND, followedSince })).toEqual([]);
    const dated = { dates: { 'platform-closing': '2026-07-23' } as const, followedSince };
    expect(lateOn('2026-11-23', { ...FOUND, ...dated })).toEqual([]);
  });

  test('who followed it in June has, and what was in time when it was first seen grows late as for anybody', () => {
    const long = lateOn('2026-11-23', FOUND);
    expect(lateOn('2026-11-23', { ...FOUND, followedSince: '2026-06-20' })).toEqual(long);
    const inTime = lateOn('2026-11-23', { followedSince: '2026-09-10' });
    expect(inTime.length).toBeGreaterThan(0);
    expect(inTime.every((name) => long.includes(name))).toBe(true);
  });

  test('what the school added for itself is late whenever it was', () => {
    const own: OwnStep = { id: 'x', text: 'x', who: 'head', when: { on: '2026-08-28' }, keep: false };
    const lists = followedLists([LIST], { transition: 2026, ownSteps: [own] });
    const { steps } = yearOf(lists, { ...NOTHING, followedSince: '2026-11-23' }, 2026, '2026-11-23');
    expect(steps.map(({ name, standing }) => [name, standing])).toEqual([
      ['a/new', 'over'],
      ['own/x', 'late'],
    ]);
  });

  test('a change is told when it happens, not while it lasts', () => {
    const proof = {
      at: '2026-08-30T10:00:00.000Z',
      outcome: 'pass' as const,
      complete: true,
      by: 'live' as const,
      violations: 0,
      reviews: 0,
      passedAt: '2026-08-30T10:00:00.000Z',
    };
    const lists = [editionOf(LIST, 2026)];
    const proven = { ...NOTHING, proofs: { 'empty-group': proof } };
    const wrong = { ...proof, at: '2026-08-31T10:00:00.000Z', outcome: 'violation' as const, violations: 1 };
    const against = { ...NOTHING, proofs: { 'empty-group': wrong } };
    const names = (before: YearRecords, after: YearRecords) => {
      const { proven, contradicted } = changedSteps(lists, before, after, 2026, '2026-08-31');
      return [proven.map(({ name }) => name), contradicted.map(({ name }) => name)];
    };
    expect(names(NOTHING, proven)).toEqual([['a/new'], []]);
    expect(names(proven, proven)).toEqual([[], []]);
    expect(names(proven, against)).toEqual([[], ['a/new']]);
    expect(names(against, against)).toEqual([[], []]);
  });
});
