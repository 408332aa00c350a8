import { expect, test } from 'vitest';
import { isoDate, isYearEnding, schoolYearLabel, schoolYearOn } from '@/utils/core/context';

test.each([
  ['2026-07-31', '2025-2026'],
  ['2026-08-01', '2026-2027'],
  ['2026-12-31', '2026-2027'],
  ['2027-01-01', '2026-2027'],
])('le %s appartient à %s', (date, label) => {
  expect(schoolYearLabel(schoolYearOn(date))).toBe(label);
});

test.each([
  ['2026-05-31', false],
  ['2026-06-01', true],
  ['2026-07-31', true],
  ['2026-08-01', false],
])('le %s, fin d’année proche : %s', (date, ending) => expect(isYearEnding(date)).toBe(ending));

test('la date est celle de la personne, pas celle de Greenwich', () => {
  expect(isoDate(new Date(2026, 7, 1, 0, 30))).toBe('2026-08-01');
});
