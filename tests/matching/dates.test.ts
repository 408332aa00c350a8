import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, exchangeDayMonth, linkDates, readDate, shiftDays } from '@/utils/matching/dates';

describe('reading a birth date', () => {
  test.each([
    ['12/03/2010', 20100312, 'jj/mm/aaaa'],
    ['1/2/2010', 20100201, 'j/m/aaaa'],
    ['12-03-2010', 20100312, 'jj-mm-aaaa'],
    ['12.03.2010', 20100312, 'jj.mm.aaaa'],
    ['12/03/10', 20100312, 'jj/mm/aa'],
    ['12/03/85', 19850312, 'jj/mm/aa'],
    ['2010-03-12', 20100312, 'aaaa-mm-jj'],
    ['2010-03-12 00:00:00', 20100312, 'aaaa-mm-jj'],
    ['2010-03-12T00:00:00Z', 20100312, 'aaaa-mm-jj'],
    ['20100312', 20100312, 'aaaammjj'],
    ['40249', 20100312, 'numéro de série'],
    ['40249,0', 20100312, 'numéro de série'],
    ['03/25/2010', 20100325, 'mm/jj/aaaa'],
    ['12 mars 2010', 20100312, 'mois en lettres'],
    ['12-août-10', 20100812, 'mois en lettres'],
    ['3 déc. 2010', 20101203, 'mois en lettres'],
    ['\u00A012/03/2010 ', 20100312, 'jj/mm/aaaa'],
    ["'12/03/2010", 20100312, 'jj/mm/aaaa'],
  ])('%s', (text, day, form) => {
    const date = readDate(text);
    expect(date && dayNumber(date)).toBe(day);
    expect(date?.form).toBe(form);
  });

  test.each([
    '',
    '31/02/2010',
    '32/01/2010',
    '12/03',
    'inconnue',
    '2010',
    '75011000',
    '12 brumaire 2010',
    '29/02/2011',
  ])('%j is no date', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});

describe('what happened between two dates', () => {
  test.each([
    ['12/03/2010', '12/03/2010', 'exact'],
    ['12/03/2010', '2010-03-12', 'date-format'],
    ['12/03/2010', '12/03/10', 'date-format'],
    ['12/03/2010', '40249', 'date-format'],
    ['12/03/2010', '03/12/2010', 'date-day-month'],
    ['12/03/2010', '12/03/2011', 'date-digit'],
    ['12/03/2010', '22/03/2010', 'date-digit'],
    ['13/03/2010', '31/03/2010', 'date-digits-transposed'],
    ['12/03/2010', '13/03/2010', 'date-one-day'],
    ['01/03/2010', '28/02/2010', 'date-one-day'],
    ['12/03/2010', '12/03/1910', 'date-century'],
    ['12/03/2010', '13/03/2014', 'date-1904'],
    ['12/03/2010', '', 'date-missing'],
    ['12/03/2010', '25/11/2010', 'date-changed'],
    ['12/03/2010', '12/05/2011', 'date-changed'],
  ])('%s → %s: %s', (before, after, link) => {
    expect(linkDates(readDate(before), readDate(after))).toBe(link);
  });

  test('links read the same both ways, and moves can be undone', () => {
    const day = fc.date({ min: new Date('1940-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
    const read = (date: Date) => readDate(date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.integer({ min: -2000, max: 2000 }), (one, other, days) => {
        const [a, b] = [read(one), read(other)];
        expect(linkDates(a, b)).toBe(linkDates(b, a));
        if (!a) throw new Error('unread');
        expect(shiftDays(shiftDays(a, days), -days)).toEqual(a);
        const exchanged = exchangeDayMonth(a);
        if (exchanged) expect(exchangeDayMonth(exchanged)).toEqual(a);
      }),
    );
  });
});
