import { expect, test } from 'vitest';
import { spreadOf, spreadWords } from './spread';

test('a bench prints the middle of its measures, and the least and the most beside it', () => {
  expect(spreadWords(spreadOf([236.4, 144.2, 196, 150, 210]), 200)).toBe('196 ms (144 to 236; at most 200)');
});

test('measures of two figures and of three are sorted as numbers', () => {
  expect(spreadOf([100, 9, 20])).toEqual({ median: 20, least: 9, most: 100 });
});

test('no measure at all is no good measure', () => {
  const { median } = spreadOf([]);
  expect(median > 200 || Number.isNaN(median)).toBe(true);
});
