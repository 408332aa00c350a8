import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '@/utils/matching/dates';
import { identify } from '@/utils/matching/identity';
import { hashText, Letters } from '@/utils/matching/letters';
import { pairPeople } from '@/utils/matching/pair';
import type { PairingOptions, PairingResult, Person } from '@/utils/matching/person';
import { Sieve } from '@/utils/matching/sieve';
import { transformationsAmong } from '@/utils/matching/systemic';
import { Traits } from '@/utils/matching/traits';
import { EDIT_KINDS, editKeys } from '../helpers/edit-keys';
import { generateSchool, nextSchoolYear } from '../helpers/generate-school';
import { residualOf } from '../helpers/measure-pairing';

function traitsOf(people: readonly Person[]): Traits {
  const traits = new Traits(people.length);
  const last = new Letters();
  const first = new Letters();
  for (const [at, person] of people.entries()) {
    const identity = identify(person);
    last.readWords(identity.last.words);
    first.readWords(identity.first.words);
    traits.add(person.profile, last, first);
    traits.day[at] = person.profile === 'pupil' && identity.date ? dayNumber(identity.date) : 0;
    traits.form[at] = hashText(identity.date?.form ?? '') & 0xff;
    const rounded = (person.postalCode ?? '') !== '' && identity.postal === undefined;
    traits.postal[at] = person.profile === 'parent' && identity.postal ? hashText(identity.postal) : 0;
    traits.rounded[at] = person.profile === 'parent' && rounded ? 1 : 0;
    for (const relative of identity.relatives) traits.addRelative(hashText(relative));
  }
  traits.writingOf = (at, what) => {
    const { lastName, firstName, postalCode = '' } = people[at] as Person;
    return hashText(what === 'names' ? `${lastName}\n${firstName}` : postalCode);
  };
  return traits;
}

function sieved(
  gone: readonly Person[],
  arrived: readonly Person[],
  strictness: PairingOptions['strictness'],
) {
  const sieve = new Sieve(traitsOf(gone), traitsOf(arrived), strictness, (couples) => {
    const read = (list: readonly Person[], at: number) => identify(list[at] as Person);
    return (
      transformationsAmong(couples.map(([one, other]) => [read(gone, one), read(arrived, other)])).length > 0
    );
  });
  const passed = sieve.passed();
  return {
    gone: passed.gone.map((at) => gone[at] as Person),
    arrived: passed.arrived.map((at) => arrived[at] as Person),
  };
}

function keyOnly({ birthDate, postalCode, ...person }: Person): Person {
  if (person.profile === 'pupil' && birthDate !== undefined) return { ...person, birthDate };
  return person.profile === 'parent' && postalCode !== undefined ? { ...person, postalCode } : person;
}

function among(people: readonly Person[]): Record<Person['profile'], number> {
  const counts = { pupil: 0, parent: 0, teacher: 0, staff: 0 };
  for (const { profile } of people) counts[profile]++;
  return counts;
}

/** What the control uses of a result. */
function summary({ pairs, ambiguous, explained, systemic, crowded }: PairingResult) {
  const text = (one: Person) => JSON.stringify(one);
  const couple = (two: { gone: Person; arrived: Person }) => text(two.gone) + text(two.arrived);
  return {
    pairs: pairs.map((pair) => couple(pair) + pair.verdict + JSON.stringify(pair.reasons)).sort(),
    ambiguous: ambiguous.map(({ candidates }) => candidates.map(couple).sort().join()).sort(),
    explained: explained.map(couple).sort(),
    systemic: systemic.map(({ text }) => text).sort(),
    crowded,
  };
}

function expectTheSame(
  gone: readonly Person[],
  arrived: readonly Person[],
  strictness: PairingOptions['strictness'],
) {
  const [left, now] = [among(gone), among(arrived)];
  const sizes = {
    teacher: { gone: left.teacher, arrived: now.teacher },
    staff: { gone: left.staff, arrived: now.staff },
  };
  const few = sieved(gone, arrived, strictness);
  const result = summary(pairPeople(few.gone, few.arrived, { strictness, among: sizes }));
  expect(result).toEqual(summary(pairPeople(gone, arrived, { strictness })));
  return few;
}

describe('those whom the sieve leaves out would be linked to nobody', () => {
  test.each([1, 2, 3, 4, 5, 6])('in school %i with edited keys', (seed) => {
    const before = generateSchool(900 + seed, { kind: seed % 2 === 0 ? 'elementary' : 'college' });
    const { school } = editKeys(nextSchoolYear(before, seed), seed, EDIT_KINDS, 8);
    const { gone, arrived } = residualOf(before, school);
    for (const strictness of ['school', 'district'] as const) {
      const few = expectTheSame(gone, arrived, strictness);
      expect(few.gone.length).toBeLessThan(gone.length);
    }
  });

  test('when every birth date was moved by a day, and some names were edited besides', () => {
    const before = generateSchool(950);
    const { school } = editKeys(before, 950, ['lettre remplacée', 'casse', 'particule'], 12);
    const moved = school.pupils.map((pupil) => {
      const [day = 1, month = 1, year = 2000] = pupil.birthDate.split('/').map(Number);
      return { ...pupil, birthDate: new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10) };
    });
    const { gone, arrived } = residualOf(before, { ...school, pupils: moved });
    expectTheSame(gone, arrived, 'school');
  });

  test('in a tiny world where everybody resembles everybody', () => {
    const person: fc.Arbitrary<Person> = fc.record({
      id: fc.nat(),
      profile: fc.constantFrom('pupil', 'parent', 'teacher', 'staff'),
      lastName: fc.constantFrom(
        'MARTIN',
        'Martin',
        'MARTEN',
        'DUPONT-MARTIN',
        'DE MARTIN',
        'ST JEAN',
        'Saint-Jean',
        '',
      ),
      firstName: fc.constantFrom('Luc', 'Lucas', 'Luce', 'Jean-Luc', 'Alexandre', 'Alex', 'Martin', ''),
      birthDate: fc.constantFrom('12/03/2012', '2012-03-12', '03/12/2012', '12/03/2013', '25/11/2012', ''),
      postalCode: fc.constantFrom('01000', '1000', '75011', '7,5E+04', ''),
      className: fc.constantFrom('6e A', '5e A', '3e A', ''),
      relatives: fc.subarray(['MARTEN Luc', 'MARTIN Luc', 'MARTIN Lucas', 'LEROY Paul']),
    });
    // As the control reads people: the date of pupils only, the postal code of parents only.
    const people = fc.array(person.map(keyOnly), { maxLength: 14 });
    fc.assert(
      fc.property(people, people, fc.constantFrom('school', 'district'), (gone, arrived, strictness) => {
        expectTheSame(gone, arrived, strictness);
      }),
      { numRuns: 600 },
    );
  });
});

test('a crowd that cannot be split passes whole, so that it is said', () => {
  const crowd = Array.from(
    { length: 300 },
    (_, id): Person => ({ id, profile: 'teacher', lastName: 'MARTIN', firstName: 'Hélène' }),
  );
  const one: Person = { id: 0, profile: 'teacher', lastName: 'MARTIN', firstName: 'Helene' };
  expect(sieved(crowd, [one], 'school').gone).toHaveLength(300);
  expectTheSame(crowd, [one], 'school');
});
