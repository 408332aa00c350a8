import { describe, expect, test } from 'vitest';
import { pairPeople } from '@/utils/matching/pair';
import type { Person } from '@/utils/matching/person';
import { parent, pupil, teacher, verdictOn } from './people';

const shared = { relatives: ['MARTIN Paul'] };
const apart = [{ relatives: ['MARTIN Paul'] }, { relatives: ['DURAND Anne'] }] as const;
const leaver = { className: '3e A' };
const newcomer = { className: '6e B' };

describe('a pupil’s edited key', () => {
  test.each<[string, string, string, string]>([
    ['LEROY/Hélène', 'LEROY/Helène', 'same', 'accents'],
    ['LEROY/Hélène', 'LEROY/He\u0301le\u0300ne', 'same', 'accents'],
    ['LEROY/Hélène', 'Leroy/Hélène', 'same', 'case'],
    ['LEROY/Jean-Luc', 'LEROY/Jean Luc', 'same', 'hyphen'],
    ['LEROY/Jean-Luc', 'LEROY/Jean–Luc', 'same', 'hyphen'],
    ["L'HOTE/Luc", 'L’HOTE/Luc', 'same', 'apostrophe'],
    ["L'HOTE/Luc", 'LʼHOTE/Luc', 'same', 'apostrophe'],
    ["L'HOTE/Luc", 'L´HOTE/Luc', 'same', 'apostrophe'],
    ['LE GOFF/Luc', 'LE\u00A0GOFF/Luc', 'same', 'spaces'],
    ['LE GOFF/Luc', ' LE  GOFF /Luc', 'same', 'spaces'],
    ['LEGOFF/Luc', 'LE GOFF/Luc', 'same', 'joined'],
    ['LEROY/Luc', 'LE\u200BROY/Luc', 'same', 'invisible'],
    ['LEROY/Hélène', 'LEROY/HÃ©lÃ¨ne', 'same', 'encoding'],
    ['LECŒUR/Luc', 'LECOEUR/Luc', 'same', 'ligature'],
    ['SAINT-MARTIN/Luc', 'ST MARTIN/Luc', 'same', 'hyphen saint'],
    ['SAINTE-ROSE/Luc', 'STE-ROSE/Luc', 'same', 'saint'],
    ['DE LA TOUR/Luc', 'LATOUR/Luc', 'same', 'particle'],
    ['DE LA TOUR/Luc', 'TOUR/Luc', 'same', 'particle'],
    ['VAN DAMME/Luc', 'DAMME/Luc', 'same', 'particle'],
    ['BEN SALAH/Luc', 'SALAH/Luc', 'same', 'particle'],
    ['EL AMRANI/Luc', 'AMRANI/Luc', 'same', 'particle'],
    ["D'ANGELO/Luc", 'ANGELO/Luc', 'same', 'particle'],
    ['LEROY/Jean-Pierre', 'LEROY/Jean', 'check', 'part-of-name'],
    ['LEROY/Jean', 'LEROY/Jean Pierre', 'check', 'part-of-name'],
    ['DUPONT-MARTIN/Luc', 'DUPONT/Luc', 'same', 'part-of-name'],
    ['MARTIN/Luc', 'DUPONT-MARTIN/Luc', 'same', 'part-of-name'],
    ['DUPONT-MARTIN/Luc', 'MARTIN DUPONT/Luc', 'same', 'name-order'],
    ['LEROY/Luc', 'Luc/LEROY', 'same', 'swapped-names'],
    ['LEROY/Luc Marie', 'LEROY Marie/Luc', 'same', 'swapped-names'],
    ['MARTIN/Luc', 'MARTYIN/Luc', 'same', 'letter-added'],
    ['MARTIN/Luc', 'MARIN/Luc', 'same', 'letter-removed'],
    ['MARTIN/Luc', 'MERTIN/Luc', 'same', 'letter-replaced'],
    ['FERAND/Luc', 'FERRAND/Luc', 'same', 'letter-doubled'],
    ['MARTIN/Luc', 'MARITN/Luc', 'same', 'letters-transposed'],
    ['ROY/Luc', 'ROI/Luc', 'check', 'letter-replaced'],
    ['KOWALCZYK/Luc', 'KOVALCZIK/Luc', 'check', 'two-letters'],
    ['MARTIN/Mathieu', 'MARTIN/Matthieu', 'check', 'letter-doubled'],
    ['MARTIN/Alexandre', 'MARTIN/Alex', 'check', 'diminutive'],
    ['MARTIN/Luc/12/03/2012', 'MARTIN/Luc/2012-03-12', 'same', 'date-format'],
    ['MARTIN/Luc/12/03/2012', 'MARTIN/Luc/12/03/12', 'same', 'date-format'],
    ['MARTIN/Luc/12/03/2012', 'MARTIN/Luc/40980', 'same', 'date-format'],
    ['MARTIN/Luc/12/03/2012', 'MARTIN/Luc/03/12/2012', 'check', 'date-day-month'],
    ['MARTIN/Luc/12/03/2012', 'MARTIN/Luc/12/03/2013', 'check', 'date-digit'],
    ['MARTIN/Luc/12/03/2012', 'MARTIN/Luc/21/03/2012', 'check', 'date-digits-transposed'],
    ['MARTIN/Luc/12/03/2012', 'MARTIN/Luc/11/03/2012', 'check', 'date-one-day'],
    ['MARTIN/Luc/12/03/2012', 'MARTIN/Luc/12/03/1912', 'check', 'date-century'],
    ['MARTIN/Luc/12/03/2012', 'MARTIN/Luc/13/03/2016', 'check', 'date-1904'],
    ['MARTIN/Luc/12/03/2012', 'MARTIN/Luc/', 'check', 'date-missing'],
    ['MARTIN/Luc', 'MARTIN/Luc', 'same', 'identical'],
  ])('%j → %j: %s, %s', (before, after, verdict, kinds) => {
    const found = verdictOn(pupil(before), pupil(after));
    expect(found?.verdict).toBe(verdict);
    expect(found?.kinds.join(' ')).toBe(kinds);
  });

  test.each<[string, Person, Person]>([
    ['another first name', pupil('MARTIN/Luc'), pupil('MARTIN/Paul')],
    ['another date and nothing in common', pupil('MARTIN/Luc/12/03/2012'), pupil('MARTIN/Luc/25/11/2013')],
    ['another surname and nothing in common', pupil('MARTIN/Luc'), pupil('LEROY/Luc')],
    [
      'a slip in the date, but other parents',
      pupil('MARTIN/Luc/12/03/2012', apart[0]),
      pupil('MARTIN/Luc/12/03/2013', apart[1]),
    ],
    [
      'a slip in the date, but from 3e to 6e',
      pupil('MARTIN/Luc/12/03/2012', leaver),
      pupil('MARTIN/Luc/12/03/2016', newcomer),
    ],
    [
      'a younger brother with part of the first name',
      pupil('MARTIN/Jean-Michel/28/10/2011', { ...shared, ...leaver }),
      pupil('MARTIN/Michel/29/10/2015', { ...shared, ...newcomer }),
    ],
    [
      'a sister with the same parents',
      pupil('MARTIN/Léa/12/03/2012', shared),
      pupil('MARTIN/Léo/01/02/2015', shared),
    ],
  ])('is silent about %s', (_, gone, arrived) => {
    expect(verdictOn(gone, arrived)).toBeUndefined();
  });

  test('parents decide between a slip and a homonym', () => {
    const found = verdictOn(pupil('MARTIN/Luc/12/03/2012', shared), pupil('MARTIN/Luc/12/03/2013', shared));
    expect(found?.verdict).toBe('same');
    expect(found?.kinds).toEqual(['date-digit', 'shared-relative']);
  });

  test('a replaced surname is to be checked when the class follows or a parent is common', () => {
    const [before, after] = [{ className: '6e A' }, { className: '5e C' }];
    expect(verdictOn(pupil('MARTIN/Luc', before), pupil('LEROY/Luc', after))?.kinds).toEqual([
      'replaced-surname',
      'level',
    ]);
    expect(verdictOn(pupil('MARTIN/Luc', shared), pupil('LEROY/Luc', shared))?.verdict).toBe('check');
    expect(verdictOn(pupil('MARTIN/Luc', leaver), pupil('LEROY/Luc', newcomer))).toBeUndefined();
  });
});

describe('a parent’s edited key', () => {
  test.each<[string, string, Partial<Person>, Partial<Person>, string | undefined, string]>([
    ['LEROY/Zoé/01000', 'LEROY/Zoé/1000', {}, {}, 'same', 'postal-zero'],
    ['LEROY/Zoé/01000', 'LEROY/Zoé/1,0E+3', {}, {}, 'same', 'postal-number'],
    ['LEROY/Zoé/75011', 'LEROY/Zoé/75 011', {}, {}, 'same', 'postal-format'],
    ['LEROY/Zoé/75011', 'LEROY/Zoe/75011', {}, {}, 'same', 'accents'],
    ['LEROY/Zoé/75011', 'LEROY/Zoé/69003', shared, shared, 'same', 'postal-changed shared-relative'],
    ['LEROY/Zoé/75011', 'LEROY/Zoé/75012', {}, {}, 'check', 'postal-digit'],
    ['LEROY/Zoé/75011', 'LEROY/Zoé/', {}, {}, 'check', 'postal-missing'],
    ['LEROY/Zoé/75011', 'LEROY/Zoé/69003', ...apart, undefined, ''],
    ['LEROY/Zoé/75011', 'LEROY/Zoe/75011', ...apart, 'check', 'accents'],
    ['LEROY/Zoé/75011', 'MARTIN/Zoé/75011', shared, shared, 'check', 'replaced-surname shared-relative'],
    ['LEROY/Zoé/75011', 'MARTIN/Zoé/69003', shared, shared, undefined, ''],
    ['LEROY/Zoé/75011', 'MARTIN/Zoé/75011', {}, {}, undefined, ''],
    ['LEROY/Paul/75011', 'LEROY/Anne/75011', shared, shared, undefined, ''],
    ['LE ROUX/Zoé/75011', 'LEROUX/Zoé/75011', {}, {}, 'check', 'joined'],
    ['LE ROUX/Zoé/75011', 'LEROUX/Zoé/75011', shared, shared, 'same', 'joined shared-relative'],
    ['LEROY/Thomas/75011', 'THOMAS/Leroy/75011', {}, {}, 'check', 'swapped-names'],
    ['LEROY/Marie/75011', 'LEROI/Marie/75011', shared, shared, 'same', 'letter-replaced shared-relative'],
    ['LEROY/Marie/75011', 'LEROI/Marie/75011', ...apart, undefined, ''],
    ['LE ROUX/Zoé/75011', 'LEROUX/Zoé/75011', ...apart, undefined, ''],
  ])('%j → %j', (before, after, old, now, verdict, kinds) => {
    const found = verdictOn(parent(before, old), parent(after, now));
    expect(found?.verdict).toBe(verdict);
    expect(found?.kinds.join(' ') ?? '').toBe(kinds);
  });

  test('a family renamed together is found: the child first, then the parents through the child', () => {
    const of = (name: string): Person[] => [
      pupil(`${name}/Luc`, { relatives: [`${name} Paul`, `${name} Anne`] }),
      parent(`${name}/Paul`, { relatives: [`${name} Luc`] }),
      parent(`${name}/Anne`, { relatives: [`${name} Luc`] }),
    ];
    const { pairs } = pairPeople(of('MARTINO'), of('MARTINOT'), { strictness: 'school' });
    expect(pairs.map(({ gone }) => gone.firstName).sort()).toEqual(['Anne', 'Luc', 'Paul']);
    expect(pairs.filter(({ gone }) => gone.profile === 'parent').map(({ verdict }) => verdict)).toEqual([
      'same',
      'same',
    ]);
  });
});

describe('a teacher’s edited key', () => {
  test.each<[string, string, string | undefined]>([
    ['LEROY/Hélène', 'LEROY/Helene', 'same'],
    ['LE GOFF/Luc', 'LE-GOFF/Luc', 'same'],
    ['LEROY/Luc', 'LEROI/Luc', 'check'],
    ['LE ROY/Luc', 'LEROY/Luc', 'check'],
    ['LEROY/Jean-Luc', 'LEROY/Jean', 'check'],
    ['LEROY/Christophe', 'LEROY/Chris', 'check'],
    ['DUPONT-LEROY/Anne', 'DUPONT/Anne', 'check'],
    ['THOMAS/Martin', 'MARTIN/Thomas', 'check'],
    ['ROY/Luc', 'REY/Luc', undefined],
    ['LEROY/Luc', 'MARTIN/Luc', undefined],
    ['LEROY/Luc', 'LEROY/Paul', undefined],
    ['LEROY/Luc', 'LEROI/Lucas', undefined],
  ])('%j → %j: %s', (before, after, verdict) => {
    expect(verdictOn(teacher(before), teacher(after))?.verdict).toBe(verdict);
  });
});

describe('a whole district', () => {
  test.each<[string, string, string | undefined]>([
    ['LEROY/Hélène', 'LEROY/Helene', 'same'],
    ['LEROY/Luc/12/03/2012', 'LEROY/Luc/2012-03-12', 'same'],
    ['DE LA TOUR/Luc', 'TOUR/Luc', 'check'],
    ['LEROY/Luc', 'LEROI/Luc', undefined],
    ['LEROY/Luc/12/03/2012', 'LEROY/Luc/12/03/2013', undefined],
  ])('%j → %j: %s', (before, after, verdict) => {
    expect(verdictOn(pupil(before), pupil(after), 'district')?.verdict).toBe(verdict);
  });

  test('homonymous teachers are only ever to be checked', () => {
    expect(verdictOn(teacher('LEROY/Hélène'), teacher('LEROY/Helene'), 'district')?.verdict).toBe('check');
  });
});

describe('given the whole lists', () => {
  test('nobody chooses between two who resemble as much', () => {
    const gone = [teacher('LEROY/Hélène')];
    const arrived = [teacher('LEROY/Helene'), teacher('LEROY/HELENE')];
    const result = pairPeople(gone, arrived, { strictness: 'school' });
    expect(result.pairs).toEqual([]);
    expect(result.ambiguous).toHaveLength(1);
    expect(result.ambiguous[0]?.arrived).toEqual(arrived);
    expect(result.ambiguous[0]?.candidates).toHaveLength(2);
    expect(result.unpaired).toEqual({ gone: [], arrived: [] });
  });

  test('the closest one is taken, but a rival almost as close leaves it to be checked', () => {
    const near = pairPeople([pupil('MARTIN/Luc')], [pupil('Martin/Luc'), pupil('DE MARTIN/Luc')], {
      strictness: 'school',
    });
    expect(near.pairs.map(({ verdict }) => verdict)).toEqual(['check']);
    const far = pairPeople([pupil('MARTIN/Luc')], [pupil('Martin/Luc'), pupil('MARTINEZ/Luc')], {
      strictness: 'school',
    });
    expect(far.pairs.map(({ verdict }) => verdict)).toEqual(['same']);
  });

  test('someone who stayed under the same name and date leaves it to be checked', () => {
    const kept = [pupil('MARTIN/LEO')];
    const { pairs } = pairPeople([pupil('MARTIN/Léo')], [pupil('MARTIN/Leo')], {
      strictness: 'school',
      kept,
    });
    expect(pairs[0]?.verdict).toBe('check');
  });

  test('twins are named and never paired', () => {
    const { pairs, kinships } = pairPeople([pupil('MARTIN/Luc')], [pupil('MARTIN/Anne')], {
      strictness: 'school',
    });
    expect(pairs).toEqual([]);
    expect(kinships[0]?.text).toBe(
      'Jumeaux probables : même nom, même date de naissance, prénoms différents.',
    );
  });

  test('twins with the same correction are each found, and not named again', () => {
    const of = (name: string) => [pupil(`${name}/Luc`), pupil(`${name}/Anne`)];
    const { pairs, kinships } = pairPeople(of('MARTINO'), of('MARTINOT'), { strictness: 'school' });
    expect(pairs.map(({ gone, arrived }) => [gone.firstName, arrived.firstName])).toEqual([
      ['Luc', 'Luc'],
      ['Anne', 'Anne'],
    ]);
    expect(kinships).toEqual([]);
  });

  test('brothers and sisters are named', () => {
    const { kinships } = pairPeople(
      [pupil('MARTIN/Luc/01/02/2012', shared)],
      [pupil('MARTIN/Anne/03/04/2015', shared)],
      {
        strictness: 'school',
      },
    );
    expect(kinships.map(({ kind }) => kind)).toEqual(['siblings']);
  });

  test('a likeness that strangers of such lists would show is none: « Jean » is no part of a rare name', () => {
    const strangers = (first: string) =>
      Array.from({ length: 11 }, (_, at) => teacher(`${'BCDFGHJKLMN'[at]}AVAL/${first}`));
    const found = (first: string, part: string) => {
      const gone = [teacher(`LEROY/${first}`), ...strangers('Odile')];
      const arrived = [teacher(`LEROY/${part}`), ...strangers('Gaston')];
      return pairPeople(gone, arrived, { strictness: 'school' }).pairs.map(({ verdict }) => verdict);
    };
    expect(found('Jean-Luc', 'Jean')).toEqual([]);
    expect(found('Jean-Luc', 'Luc')).toEqual(['check']);
    // The lists may hold only some of those who left and arrived.
    const [gone, arrived] = [[teacher('LEROY/Jean-Luc')], [teacher('LEROY/Jean')]];
    const among = { teacher: { gone: 12, arrived: 12 } };
    expect(pairPeople(gone, arrived, { strictness: 'school' }).pairs).toHaveLength(1);
    expect(pairPeople(gone, arrived, { strictness: 'school', among }).pairs).toEqual([]);
  });

  test('profiles are never mixed', () => {
    const { pairs } = pairPeople(
      [teacher('LEROY/Hélène')],
      [{ ...teacher('LEROY/Helene'), profile: 'staff' }],
      { strictness: 'school' },
    );
    expect(pairs).toEqual([]);
  });

  test('a homonymous child proves nothing about the parents', () => {
    const child = { relatives: ['MARTIN Luc'] };
    const gone = [pupil('MARTIN/Luc/12/03/2010'), parent('LEROY/Anne', child)];
    const arrived = [pupil('MARTIN/Luc/25/11/2014'), parent('PETIT/Anne', child)];
    expect(pairPeople(gone, arrived, { strictness: 'school' }).pairs).toEqual([]);
    expect(verdictOn(parent('LEROY/Anne', child), parent('PETIT/Anne', child))?.verdict).toBe('check');
  });

  test('a crowd that initials and years can split is compared', () => {
    const letters = [...'BCDFGHJKLM'];
    const names = letters.flatMap((one) => letters.map((other) => `${one}${other}ARTINEAU`));
    const gone = names.map((name) => pupil(`${name}/Luc`));
    const arrived = names.map((name) => pupil(`${name.replace('TIN', 'TIM')}/Luc`));
    const { pairs, crowded } = pairPeople(gone, arrived, { strictness: 'school' });
    expect(crowded).toBe(0);
    expect(pairs.map((pair) => [pair.gone, pair.arrived])).toEqual(
      expect.arrayContaining(gone.map((person, at) => [person, arrived[at]])),
    );
  });

  test('a crowd of look-alikes is skipped, and said to be', () => {
    const crowd = Array.from({ length: 3000 }, () => teacher('MARTIN/Hélène'));
    const result = pairPeople(crowd, [teacher('MARTIN/Helene')], { strictness: 'school' });
    expect(result.crowded).toBeGreaterThan(0);
    expect(result.pairs).toEqual([]);
    expect(result.unpaired.gone).toHaveLength(3000);
  });
});

test('reasons quote the letters that differ, never the whole name', () => {
  const found = verdictOn(pupil('LEROY/Hélène/12/03/2012'), pupil('LEROI/Helène/2012-03-12'));
  expect(found?.pair.reasons.map(({ text }) => text)).toEqual([
    'Nom : une lettre remplacée (Y remplacé par I).',
    'Prénom : accents différents (é remplacé par e).',
    'Date de naissance : même jour, écrit autrement (jj/mm/aaaa devenu aaaa-mm-jj).',
  ]);
});
