import { describe, expect, test } from 'vitest';
import { pairPeople } from '@/utils/matching/pair';
import type { Person } from '@/utils/matching/person';
import { EDIT_KINDS, type EditKind, editKeys } from '../helpers/edit-keys';
import { generateSchool, nextSchoolYear } from '../helpers/generate-school';
import { emptyMeasure, measure, residualOf } from '../helpers/measure-pairing';

/** Only « à vérifier » is ever said of these. */
const UNCERTAIN: readonly EditKind[] = ['nom remplacé', 'diminutif'];
const EDITED_SCHOOLS = 6;
const QUIET_YEARS = 12;

describe('on invented schools with edited keys', () => {
  const found = emptyMeasure();
  for (let seed = 101; seed <= 100 + EDITED_SCHOOLS; seed++) {
    const before = generateSchool(seed, { kind: seed % 3 === 0 ? 'elementary' : 'college' });
    const there = new Set(
      [before.pupils, before.parents, before.teachers, before.staff].flatMap((list) =>
        list.map(({ id }) => id),
      ),
    );
    const { school, edits } = editKeys(nextSchoolYear(before, seed), seed, EDIT_KINDS, 8, there);
    const residual = residualOf(before, school);
    const { gone, arrived, kept } = residual;
    measure(found, pairPeople(gone, arrived, { strictness: 'school', kept }), residual, edits);
  }
  const totals = (kinds: readonly EditKind[]) => {
    const scores = kinds.flatMap((kind) => found.scores.get(kind) ?? []);
    const sum = (pick: 'count' | 'same' | 'check') => scores.reduce((total, score) => total + score[pick], 0);
    return { count: sum('count'), same: sum('same'), check: sum('check') };
  };

  test('at least 95 % of the edited keys are found', () => {
    const { count, same, check } = totals(EDIT_KINDS.filter((kind) => !UNCERTAIN.includes(kind)));
    expect(count).toBeGreaterThan(1000);
    expect((same + check) / count).toBeGreaterThanOrEqual(0.95);
  });

  test.each(UNCERTAIN)('at least 80 %% of « %s » are shown to be checked, none as certain', (kind) => {
    const { count, same, check } = totals([kind]);
    expect(count).toBeGreaterThan(40);
    expect(check / count).toBeGreaterThanOrEqual(0.8);
    expect(same).toBe(0);
  });

  test('nobody is said to be someone else', () => {
    expect(found.wrong.same).toEqual([]);
  });
});

test('with nothing but the keys, quiet years raise no alarm, and likenesses of strangers are told as such', () => {
  const bare = ({ relatives: _, className: __, ...person }: Person): Person => person;
  const quiet = emptyMeasure();
  for (let seed = 10_001; seed <= 10_000 + QUIET_YEARS; seed++) {
    const before = generateSchool(seed);
    const residual = residualOf(before, nextSchoolYear(before, seed));
    const views = new Map([...residual.ids].map(([person, id]) => [bare(person), id] as const));
    const [gone, arrived, kept] = [residual.gone, residual.arrived, residual.kept].map((list) =>
      list.map(bare),
    ) as [Person[], Person[], Person[]];
    measure(
      quiet,
      pairPeople(gone, arrived, { strictness: 'school', kept }),
      { ...residual, ids: views },
      [],
    );
  }
  expect(quiet.wrong).toMatchObject({ same: [], check: [] });
  expect(quiet.wrong.faint.length).toBeGreaterThan(0);
});

test('on school years without any edit, nothing is proposed', () => {
  const quiet = emptyMeasure();
  for (let seed = 201; seed <= 200 + QUIET_YEARS; seed++) {
    const before = generateSchool(seed);
    const residual = residualOf(before, nextSchoolYear(before, seed));
    const { gone, arrived, kept } = residual;
    expect(gone.filter(({ profile }) => profile === 'pupil').length).toBeGreaterThan(150);
    measure(quiet, pairPeople(gone, arrived, { strictness: 'school', kept }), residual, []);
  }
  expect(quiet.wrong).toEqual({ same: [], check: [], faint: [] });
});
