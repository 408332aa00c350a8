import { expect, test } from 'vitest';
import { linkPostalCodes } from '@/utils/matching/postal-codes';

test.each([
  ['75011', '75011', 'exact'],
  ['01000', '1000', 'postal-zero'],
  ['1000', '01000', 'postal-zero'],
  ['01000', '1,0E+3', 'postal-number'],
  ['01000', '1E+03', 'postal-number'],
  ['75011', '7,5E+04', 'postal-number'],
  ['75011', '7,50E+04', 'postal-number'],
  ['75011', '7,51E+04', 'postal-changed'],
  ['75011', '75 011', 'postal-format'],
  ['75011', '75011.0', 'postal-format'],
  ['75011', '75011,00', 'postal-format'],
  ['75011', 'F-75011', 'postal-format'],
  ['01000', '1000.0', 'postal-format'],
  ['75011', '75012', 'postal-digit'],
  ['75011', '57011', 'postal-digit'],
  ['75011', '69003', 'postal-changed'],
  ['75011', '', 'postal-missing'],
  ['SW1A 1AA', 'sw1a1aa', 'postal-format'],
  ['SW1A 1AA', '75011', 'postal-changed'],
])('%s → %s: %s', (before, after, link) => {
  expect(linkPostalCodes(before, after)).toBe(link);
});

test('an absent code is missing, never equal', () => {
  expect(linkPostalCodes(undefined, undefined)).toBe('postal-missing');
});
