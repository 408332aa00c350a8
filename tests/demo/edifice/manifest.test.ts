import { describe, expect, it } from 'vitest';
import { plantedOn } from './manifest';
import { buildWorld } from './world';

const LOOKALIKES = [
  'classless-pupil',
  'departed-teacher',
  'returning-detachment',
  'stale-manual-account',
  'unclassed-teacher',
  'unplaced-aesh',
] as const;
const PEOPLE_RULES = [
  'blocked-account',
  'classless-pupil',
  'departed-group-member',
  'departed-teacher',
  'duplicate-account',
  'empty-class',
  'home-school-teacher',
  'pending-deletion',
  'returning-detachment',
  'stale-manual-account',
  'unplaced-aesh',
] as const;

describe('the manifest of planted cases', () => {
  it('is the same each time, and speaks of subjects that exist', () => {
    const world = buildWorld('2026-11-23');
    expect(plantedOn('2026-11-23')).toEqual(world.planted);
    const known = new Set([
      ...world.people.keys(),
      ...world.groups.keys(),
      ...world.classes.keys(),
      ...world.structures.keys(),
    ]);
    expect(world.planted.filter(({ id }) => !known.has(id))).toEqual([]);
  });

  it('says one thing only of a subject under a rule', () => {
    const keys = plantedOn('2026-11-23').map(({ school, rule, id }) => `${school}/${rule}/${id}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('has a fault and a near-miss for the rules that need telling apart', () => {
    const all = plantedOn('2026-11-23');
    const rules = [
      'past-year-group',
      'departed-teacher',
      'unplaced-aesh',
      'empty-group',
      'unlocked-gar-group',
    ];
    for (const rule of rules) {
      const verdicts = new Set(all.filter((item) => item.rule === rule).map(({ expected }) => expected));
      expect(verdicts, rule).toContain('none');
      expect(verdicts, rule).toContain('violation');
    }
  });

  it.each(['papillons', 'college'] as const)(
    'has people of every kind, and their near-misses, in %s',
    (school) => {
      const all = plantedOn('2026-11-23').filter((item) => item.school === school);
      const saying = (wanted: (expected: string) => boolean) =>
        new Set(all.filter(({ expected }) => wanted(expected)).map(({ rule }) => rule));
      const faults = saying((expected) => expected !== 'none');
      const misses = saying((expected) => expected === 'none');
      for (const rule of PEOPLE_RULES) expect(faults, rule).toContain(rule);
      for (const rule of LOOKALIKES) expect(misses, rule).toContain(rule);
    },
  );

  it('moves with the calendar, and doubts this year’s groups while the year ends', () => {
    const names = (date: string) =>
      plantedOn(date).flatMap(({ rule, subject, expected }) =>
        rule === 'past-year-group' ? [`${subject}: ${expected}`] : [],
      );
    expect(names('2024-07-31')).toContain('Chorale 2022/23: violation');
    expect(names('2024-07-31')).toContain('Conseil d’école 2023-2024: review');
    expect(names('2024-08-01')).toContain('Chorale 2023/24: violation');
    expect(names('2024-08-01')).toContain('Conseil d’école 2024-2025: none');
  });
});
