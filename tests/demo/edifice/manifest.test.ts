import { describe, expect, it } from 'vitest';
import { plantedOn } from './manifest';
import { buildWorld } from './world';

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
