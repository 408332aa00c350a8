import { describe, expect, test } from 'vitest';
import { pairPeople } from '@/utils/matching/pair';
import type { Person } from '@/utils/matching/person';
import { generateSchool } from '../helpers/generate-school';
import { listPeople } from '../helpers/measure-pairing';

const everyone = listPeople(generateSchool(7, { pupils: 120 })).map(({ person }) => person);
const pupils = everyone.filter(({ profile }) => profile === 'pupil');
const parents = everyone
  .filter(({ profile }) => profile === 'parent')
  .map((person, at) => ({ ...person, postalCode: `0${1000 + at}` }));

/** Applies a change to everybody and keeps only those whom it changed, as the residual would. */
function changing(people: readonly Person[], change: (person: Person) => Partial<Person>) {
  const couples = people.map((gone) => ({ gone, arrived: { ...gone, ...change(gone) } }));
  const touched = ({ gone, arrived }: (typeof couples)[number]) =>
    (['lastName', 'firstName', 'birthDate', 'postalCode'] as const).some(
      (field) => gone[field] !== arrived[field],
    );
  return {
    gone: couples.filter(touched).map(({ gone }) => gone),
    arrived: couples.filter(touched).map(({ arrived }) => arrived),
    kept: couples.filter((couple) => !touched(couple)).map(({ gone }) => gone),
  };
}

const iso = (date = '') => date.split('/').reverse().join('-');
const moved = (date = '', days: number) => {
  const moment = new Date(Date.parse(iso(date)) + days * 86_400_000).toISOString().slice(0, 10);
  return moment.split('-').reverse().join('/');
};
const exchanged = (date = '') => {
  const [day = '', month = '', year = ''] = date.split('/');
  return Number(day) <= 12 ? `${month}/${day}/${year}` : date;
};
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

describe('one transformation of a whole column is one finding', () => {
  test.each<[string, readonly Person[], string, (person: Person) => Partial<Person>]>([
    ['dates rewritten', pupils, 'birthDate date-format', ({ birthDate }) => ({ birthDate: iso(birthDate) })],
    [
      'dates one day early',
      pupils,
      'birthDate date-one-day',
      ({ birthDate }) => ({ birthDate: moved(birthDate, -1) }),
    ],
    [
      'dates of a 1904 workbook',
      pupils,
      'birthDate date-1904',
      ({ birthDate }) => ({ birthDate: moved(birthDate, 1462) }),
    ],
    [
      'day and month exchanged',
      pupils,
      'birthDate date-day-month',
      ({ birthDate }) => ({ birthDate: exchanged(birthDate) }),
    ],
    [
      'zeros dropped',
      parents,
      'postalCode postal-zero',
      ({ postalCode = '' }) => ({ postalCode: postalCode.slice(1) }),
    ],
    [
      'first names in capitals',
      pupils,
      'firstName case',
      ({ firstName }) => ({ firstName: firstName.toUpperCase() }),
    ],
    ['accents stripped', parents, 'firstName accents', ({ firstName }) => ({ firstName: bare(firstName) })],
    ['surnames padded', pupils, 'lastName spaces', ({ lastName }) => ({ lastName: `${lastName} ` })],
  ])('%s', (_, people, expected, change) => {
    const { gone, arrived, kept } = changing(people, change);
    expect(gone.length).toBeGreaterThanOrEqual(20);
    const result = pairPeople(gone, arrived, { strictness: 'school', kept });
    expect(result.systemic.map(({ field, transformation }) => `${field} ${transformation}`)).toEqual([
      expected,
    ]);
    expect(result.explained.length).toBe(gone.length);
    expect(result.pairs).toEqual([]);
    expect(result.systemic[0]?.text).toMatch(/Une seule cause, un seul remède\.$/);
  });

  test('an edit on top of it is still told, without the rest', () => {
    const { gone, arrived } = changing(pupils, ({ birthDate }) => ({ birthDate: moved(birthDate, -1) }));
    const [first, ...others] = arrived;
    if (!first) throw new Error('no pupil');
    const edited = { ...first, lastName: first.lastName.toLowerCase() };
    const { pairs, explained } = pairPeople(gone, [edited, ...others], { strictness: 'school' });
    expect(explained).toHaveLength(gone.length - 1);
    expect(pairs.map(({ reasons }) => reasons.map(({ kind }) => kind))).toEqual([
      ['case', 'shared-relative', 'level'],
    ]);
  });

  test('nineteen are not a general change', () => {
    const { gone, arrived } = changing(pupils.slice(0, 19), ({ birthDate }) => ({
      birthDate: iso(birthDate),
    }));
    const { systemic, pairs } = pairPeople(gone, arrived, { strictness: 'school' });
    expect(systemic).toEqual([]);
    expect(pairs).toHaveLength(19);
  });

  test('nor are thirty when the others, unchanged, could have been', () => {
    const { gone, arrived } = changing(pupils.slice(0, 30), ({ birthDate }) => ({
      birthDate: iso(birthDate),
    }));
    const { systemic } = pairPeople(gone, arrived, { strictness: 'school', kept: pupils.slice(30) });
    expect(systemic).toEqual([]);
  });
});
