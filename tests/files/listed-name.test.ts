import { expect, test } from 'vitest';
import { possibleSplits, splitListedName } from '@/utils/files/listed-name';

test.each([
  ['LOUIS Roland', 'LOUIS', 'Roland'],
  ['Roland LOUIS', 'LOUIS', 'Roland'],
  ['M. DE LA TOUR Jean Paul', 'DE LA TOUR', 'Jean Paul'],
  ['Mme RENÉ-FICTIF Hélène', 'RENÉ-FICTIF', 'Hélène'],
])('%s: capitals tell the last name', (name, lastName, firstName) => {
  expect(splitListedName(name)).toEqual({ lastName, firstName });
});

test.each([
  'LOUIS',
  'LOUIS ROLAND',
  'Louis Roland',
  'LOUIS R.',
  'M. LOUIS',
  'de la TOUR Jean',
  'Jean LOUIS Paul',
  '',
])('« %s » is not split', (name) => expect(splitListedName(name)).toBeUndefined());

test('a name that is not split may be read both ways round', () => {
  expect(possibleSplits('M. LOUIS')).toEqual([]);
  expect(possibleSplits('Louis Roland')).toEqual([
    { lastName: 'Louis', firstName: 'Roland' },
    { lastName: 'Roland', firstName: 'Louis' },
  ]);
  expect(possibleSplits('de la TOUR Jean')).toContainEqual({ lastName: 'de la TOUR', firstName: 'Jean' });
});
