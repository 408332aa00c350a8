import { describe, expect, test } from 'vitest';
import { keyBy, learnKeyRule } from '@/utils/files/key-rule';
import { rosterOf } from './tables';

const PEOPLE = [
  ['Lambert', 'Zoé', '12/04/2012', '59000'],
  ['Da Silva', 'Noah', '03/11/2011', '59100'],
  ['D’Orly', 'Anne-Marie', '21/01/2010', '59200'],
  ['Benali', 'Ilyes', '30/06/2009', '59300'],
  ['Le Goff', 'Éloi', '01/09/2012', '01000'],
  ['Nguyen', 'Lina', '17/02/2011', '59000'],
] as const;

function fileOf(
  key: (last: string, first: string, born: string, postal: string) => string,
  people: readonly (readonly [string, string, string, string])[] = PEOPLE,
) {
  const rows = people.map((p) => [key(...p), '', ...p].join(';'));
  return rosterOf(
    ['Clé de synchro;Nom d’utilisateur;Nom;Prénom;Date de naissance;Code postal', ...rows].join('\n'),
  );
}

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

describe('learns', () => {
  test.each<[string, (last: string, first: string, born: string, postal: string) => string]>([
    [
      'prénom + nom + date de naissance, minuscules, sans espaces, traits d’union ni apostrophes, accents conservés',
      (l, f, d) => (f + l).toLowerCase().replace(/[\s’-]/g, '') + d,
    ],
    [
      'nom + prénom + code postal, majuscules, espaces, traits d’union et apostrophes conservés, sans accents, séparés par « _ »',
      (l, f, _, cp) => [bare(l).toUpperCase(), bare(f).toUpperCase(), cp].join('_'),
    ],
    [
      'prénom + nom, minuscules, sans espaces, traits d’union et apostrophes conservés, accents conservés, précédés de « m-mme »',
      (l, f) => `m-mme${(f + l).toLowerCase().replace(/\s/g, '')}`,
    ],
    [
      'nom + prénom + date de naissance, casse conservée, sans espaces ni apostrophes, traits d’union conservés, accents conservés, date en chiffres (AAAAMMJJ), séparés par « . »',
      (l, f, d) => [l.replace(/[\s’]/g, ''), f, d.split('/').reverse().join('')].join('.'),
    ],
  ])('%s', (words, key) => {
    const rule = learnKeyRule(fileOf(key));
    expect(rule).toMatchObject({ share: 1, total: 6, unexplained: [] });
    expect(rule?.words.replaceAll('\u00A0', ' ')).toBe(words);
    const [last, first, born, postal] = PEOPLE[2];
    expect(
      rule && keyBy(rule, { lastName: last, firstName: first, birthDate: born, postalCode: postal }),
    ).toBe(key(last, first, born, postal));
  });
});

test('does not say what the names leave open', () => {
  const rule = learnKeyRule(
    fileOf(
      (l, f, d) => (f + l).toLowerCase() + d,
      [0, 1, 2, 3, 4].map((n) => [`Roy${'abcde'[n]}`, 'Paul', `0${n + 1}/01/2010`, '59000'] as const),
    ),
  );
  expect(rule?.words).toBe('prénom + nom + date de naissance, minuscules');
});

test('names the rows that a rule does not reproduce', () => {
  const many = Array.from(
    { length: 40 },
    (_, n) => [`Roy${n}é`, 'Lé-o', `${10 + (n % 18)}/01/2010`, '59000'] as const,
  );
  const rule = learnKeyRule(fileOf((l, f, d) => (l === 'Roy17é' ? 'edited' : f + l + d), many));
  expect(rule).toMatchObject({ share: 39 / 40, unexplained: [17] });
});

test.each<[string, (last: string) => string]>([
  ['identifiers that come from elsewhere', (l) => `L_20200611_${l.length}${l.charCodeAt(1)}`],
  ['no key at all', () => ''],
])('finds no rule in %s', (_, key) => {
  expect(learnKeyRule(fileOf(key))).toBeUndefined();
});
