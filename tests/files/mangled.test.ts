import { describe, expect, test } from 'vitest';
import type { Field } from '@/utils/files/fields';
import { MANGLING_NAMES, type Mangling, mangling } from '@/utils/files/mangled';

describe('seen on the value alone', () => {
  test.each<[Mangling, string, Field?]>([
    ['lost-leading-zero', '1000', 'postalCode'],
    ['lost-leading-zero', '612345678', 'mobile'],
    ['two-digit-year', '12/04/12', 'birthDate'],
    ['date-serial', '41011', 'birthDate'],
    ['date-reformatted', '12-04-2012', 'birthDate'],
    ['date-reformatted', '12/04/2012 00:00:00', 'birthDate'],
    ['became-date', '06-janv', 'class'],
    ['became-date', '3-avr.-26', 'groups'],
    ['scientific', '1,0E+3', 'postalCode'],
    ['scientific', '2.1E+12'],
    ['spreadsheet-error', '#NOM?'],
    ['spreadsheet-error', '#VALEUR!'],
    ['spreadsheet-error', '#DIV/0!'],
    ['spreadsheet-error', '#N/A'],
    ['hashes', '########', 'birthDate'],
    ['boolean', 'VRAI', 'class'],
    ['formula-start', '=A2', 'lastName'],
    ['formula-start', '@SOMME', 'lastName'],
    ['formula-start', '+A2', 'class'],
    ['outer-space', 'Lambert ', 'lastName'],
    ['outer-space', '\u00A0Lambert', 'lastName'],
    ['truncated', 'x'.repeat(255), 'address'],
    ['lost-encoding', 'ZoÃ©'],
    ['lost-encoding', 'Dâ€™Orly'],
    ['lost-encoding', 'Zo\uFFFD'],
  ])('%s: %s', (expected, value, field) => {
    expect(mangling(value, { field })).toBe(expected);
    expect(MANGLING_NAMES[expected]).toBeTruthy();
  });
});

describe('seen by comparison', () => {
  test.each<[Mangling, string, string, Field?]>([
    ['lost-leading-zero', '0012', '12', 'key'],
    ['date-reformatted', '12/04/2012', '2012-04-12', 'birthDate'],
    ['date-reformatted', '01/02/2010', '1/2/2010', 'birthDate'],
    ['date-serial', '12/04/2012', '41011', 'birthDate'],
    ['lost-encoding', 'Renée', 'Ren?e', 'firstName'],
    ['outer-space', 'Lambert', 'Lambert ', 'lastName'],
    ['truncated', 'x'.repeat(300), 'x'.repeat(255)],
  ])('%s: %s becomes %s', (expected, was, value, field) => {
    expect(mangling(value, { field, was })).toBe(expected);
  });
});

describe('left alone', () => {
  test.each<[string, Field?, string?]>([
    ['01000', 'postalCode'],
    ['0612345678', 'mobile'],
    ['+33612345678', 'mobile'],
    ['12/04/2012', 'birthDate'],
    ['2012-04-12', 'birthDate'],
    ['6e B', 'class'],
    ['4E3', 'class', '4E3'],
    ['Mars', 'lastName'],
    ['1200', 'level'],
    ['Â', 'lastName'],
    ['', 'lastName'],
    ['Lambert ', 'lastName', 'Lambert '],
    ['13/04/2012', 'birthDate', '12/04/2012'],
    ['Zoé?', 'firstName', 'Zoé'],
    ['41012', 'birthDate', '12/04/2012'],
  ])('%j', (value, field, was) => {
    expect(mangling(value, { field, was })).toBeUndefined();
  });
});
