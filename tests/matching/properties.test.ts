import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairPeople } from '@/utils/matching/pair';
import type { PairingResult, Person } from '@/utils/matching/person';

/** A tiny world where everybody resembles everybody. */
const person: fc.Arbitrary<Person> = fc.record({
  id: fc.nat(),
  profile: fc.constantFrom('pupil', 'parent', 'teacher', 'staff'),
  lastName: fc.constantFrom('MARTIN', 'Martin', 'MARTEN', 'DUPONT-MARTIN', 'DE MARTIN', 'LEROY', 'Luc', ''),
  firstName: fc.constantFrom('Luc', 'LUC', 'Lucas', 'Luce', 'Jean-Luc', 'Anne', 'Martin', ''),
  birthDate: fc.constantFrom('12/03/2012', '2012-03-12', '03/12/2012', '12/03/2013', '25/11/2012', ''),
  postalCode: fc.constantFrom('01000', '1000', '75011', ''),
  className: fc.constantFrom('6e A', '5e A', '3e A', ''),
  relatives: fc.subarray(['LEROY Paul', 'MARTIN Paul', 'MARTIN Luc']),
});
const people = fc.array(person, { maxLength: 12 });
const strictness = fc.constantFrom('school' as const, 'district' as const);

function summary({ pairs, ambiguous, explained, unpaired, kinships }: PairingResult) {
  const text = (one: Person) => JSON.stringify(one);
  const couple = (two: { gone: Person; arrived: Person }) => text(two.gone) + text(two.arrived);
  return {
    pairs: pairs.map((pair) => couple(pair) + pair.verdict + JSON.stringify(pair.reasons)).sort(),
    ambiguous: ambiguous.map(({ candidates }) => candidates.map(couple).sort().join()).sort(),
    explained: explained.map(couple).sort(),
    kinships: kinships.map((one) => couple(one) + one.kind).sort(),
    unpaired: [unpaired.gone.map(text).sort(), unpaired.arrived.map(text).sort()],
  };
}

test('the order of the lists decides nothing', () => {
  const lists = fc.tuple(people, people).chain(([gone, arrived]) => {
    const shuffled = (list: Person[]) => fc.shuffledSubarray(list, { minLength: list.length });
    return fc.tuple(fc.constant(gone), fc.constant(arrived), shuffled(gone), shuffled(arrived));
  });
  fc.assert(
    fc.property(lists, strictness, ([gone, arrived, goneOtherwise, arrivedOtherwise], how) => {
      const one = pairPeople(gone, arrived, { strictness: how });
      const other = pairPeople(goneOtherwise, arrivedOtherwise, { strictness: how });
      expect(summary(other)).toEqual(summary(one));
    }),
    { numRuns: 300 },
  );
});

test('everybody stands in exactly one place', () => {
  fc.assert(
    fc.property(people, people, strictness, (gone, arrived, how) => {
      const result = pairPeople(gone, arrived, { strictness: how });
      const couples = [...result.pairs, ...result.explained];
      for (const side of ['gone', 'arrived'] as const) {
        const placed = [
          ...couples.map((couple) => couple[side]),
          ...result.ambiguous.flatMap((tie) => tie[side]),
          ...result.unpaired[side],
        ];
        const all = side === 'gone' ? gone : arrived;
        expect(placed).toHaveLength(all.length);
        expect(new Set(placed)).toEqual(new Set(all));
      }
      for (const pair of result.pairs) {
        expect(pair.gone.profile).toBe(pair.arrived.profile);
        expect(pair.reasons.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

test('twins are never the same, whatever their names', () => {
  const first = fc.constantFrom(
    'Léa',
    'Léo',
    'Luc',
    'Lucas',
    'Lina',
    'Line',
    'Marie',
    'Marie-Lou',
    'Jean',
    'Jeanne',
    'Alexandre',
    'Alex',
  );
  fc.assert(
    fc.property(first, first, fc.constantFrom<string[]>([], ['MARTIN Paul']), (one, other, relatives) => {
      fc.pre(one !== other);
      const twin = (firstName: string): Person => ({
        id: 0,
        profile: 'pupil',
        lastName: 'MARTIN',
        firstName,
        birthDate: '12/03/2012',
        relatives,
      });
      const { pairs } = pairPeople([twin(one)], [twin(other)], { strictness: 'school' });
      expect(pairs.filter(({ verdict }) => verdict === 'same')).toEqual([]);
    }),
  );
});
