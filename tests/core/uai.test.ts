import { expect, test } from 'vitest';
import { checkUai } from '@/utils/core/uai';

test.each([
  ['0490856P', true, true],
  ['0134567A', true, false],
  [' 049 0856p ', true, true],
  ['049085P', false, false],
  ['', false, false],
])('%j', (typed, wellFormed, letterMatches) => {
  expect(checkUai(typed)).toMatchObject({ wellFormed, letterMatches });
});

test('the letter that digits call for: the guides’ own examples are wrong', () => {
  expect(['0750052M', '0547252M', '0134567A'].map((uai) => checkUai(uai).expectedLetter)).toEqual([
    'Z',
    'P',
    'U',
  ]);
});
