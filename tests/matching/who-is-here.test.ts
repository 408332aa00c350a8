import { describe, expect, test } from 'vitest';
import { typographyFaults } from '@/tests/helpers/typography';
import type { RosterRole } from '@/utils/core/roster-facts';
import { type QuestionedPerson, standingsOf } from '@/utils/matching/standings';
import { type ListedPerson, type WhoIsHere, whoIsHere } from '@/utils/matching/who-is-here';

const EVERYBODY: readonly RosterRole[] = ['pupil', 'parent', 'teacher', 'staff'];
const person = (name: string, role: RosterRole = 'teacher', uai?: string): ListedPerson => {
  const [lastName = '', firstName = ''] = name.split('|');
  return { lastName, firstName, role, ...(uai && { uai }) };
};
const list = (people: readonly ListedPerson[], roles = EVERYBODY): WhoIsHere => ({
  people,
  roles: new Set(roles),
  seen: new Set(),
});
const PEOPLE = [
  person('LE BRAS|Alban'),
  person("D'ARCOURT|Inès", 'pupil'),
  person('RENÉ|Hélène'),
  person('RENÉ|Hélène', 'parent'),
  person('GAUDIN|Ambre', 'pupil'),
  person('GAUDIN|Ambre', 'pupil'),
  person('MOREL|Anne', 'pupil'),
  person('MOREL|Anne', 'staff'),
  person('PETIT|Luc', 'parent'),
];
const ask = (name: string, role?: RosterRole, who = list(PEOPLE)) =>
  whoIsHere(who)({ name, ...(role && { role }) });

test.each([
  'LE BRAS Alban',
  'Alban LE BRAS',
  'Alban Lebras',
  'LE BRAS, Alban',
  'Ines d’Arcourt',
  'RENE Helene',
  'Luc PETIT',
])('%s is here: both orders, any writing, a parent’s second account apart', (name) => {
  expect(ask(name)).toEqual({ status: 'present' });
});

test.each([
  ['GAUDIN Ambre', undefined, 'homonym', /2 personnes/],
  ['GAUDIN Ambre', 'teacher', 'homonym', /2 personnes/],
  ['MOREL Anne', undefined, 'homonym', /2 personnes/],
  ['MOREL Anne', 'staff', 'present', undefined],
  ['VAUCLERC Bérénice', undefined, 'absent', /créé à la main/],
  ['LE BRUS Alban', undefined, 'undetermined', /d’une lettre/],
  ['Alban', undefined, 'undetermined', /nom entier/],
] as const)('%s (%s): %s', (name, role, status, says) => {
  const standing = ask(name, role);
  expect(standing.status).toBe(status);
  if (says) expect(standing.says).toMatch(says);
  expect(typographyFaults(standing.says ?? '')).toEqual([]);
  expect(standing.says ?? '').not.toMatch(/GAUDIN|MOREL|VAUCLERC|parti/);
});

describe('a list of some profiles only', () => {
  const pupils = list([person('GAUDIN|Ambre', 'pupil')], ['pupil']);
  test('proves nobody’s absence but that of its own profile', () => {
    expect(ask('VAUCLERC Bérénice', undefined, pupils)).toMatchObject({
      status: 'undetermined',
      says: expect.stringContaining('les enseignants ni les personnels'),
    });
    expect(ask('VAUCLERC Bérénice', 'teacher', pupils).status).toBe('undetermined');
    expect(ask('VAUCLERC Bérénice', 'pupil', pupils).status).toBe('absent');
    expect(ask('GAUDIN Ambre', undefined, pupils).status).toBe('present');
  });
});

test('a name that a list of the ENT shows is here, whatever the export', () => {
  const who = { ...list(PEOPLE), seen: new Set(['berenicevauclerc']) };
  expect(ask('Bérénice VAUCLERC', undefined, who).status).toBe('present');
});

describe('per school', () => {
  const A = '0019901G';
  const B = '0019902H';
  const here = person('LE BRAS|Alban', 'teacher', A);
  const there = person('RENÉ|Hélène', 'teacher', B);
  const rest = [A, B].flatMap((uai) => [person('P|Q', 'pupil', uai), person('R|S', 'staff', uai)]);
  const named = (organisation: string) => ({ 'Collège A': A, 'Lycée B': B })[organisation];
  const statuses = (people: readonly ListedPerson[], ...questions: QuestionedPerson[]) =>
    standingsOf(questions, list(people), named).map(({ status }) => status);
  const both: QuestionedPerson[] = [
    { name: 'LE BRAS Alban', organisation: 'Collège A' },
    { name: 'LE BRAS Alban', organisation: 'Lycée B' },
  ];

  test('somebody of one school is absent from the other’s list', () => {
    expect(statuses([here, there, ...rest], ...both)).toEqual(['present', 'absent']);
  });
  test('the list of one school says nothing of the other', () => {
    expect(statuses([here, ...rest.slice(0, 2)], ...both)).toEqual(['present', 'undetermined']);
  });
  test('several schools on the screen, and a list of nobody knows which: nothing is concluded', () => {
    const people = [person('LE BRAS|Alban')];
    expect(
      statuses(people, ...both.map((one) => ({ ...one, organisation: `${one.organisation} ?` }))),
    ).toEqual(['undetermined', 'undetermined']);
  });
  test('a single school on the screen, and a single one in the list: it is that one', () => {
    const one = [here, ...rest.slice(0, 2)];
    expect(statuses(one, { name: 'LE BRAS Alban', organisation: 'Etablissement' })).toEqual(['present']);
    expect(statuses([here, there], { name: 'LE BRAS Alban', organisation: 'Etablissement' })).toEqual([
      'undetermined',
    ]);
  });
  test('a school code on the screen decides', () => {
    expect(statuses([here, there, ...rest], { name: 'LE BRAS Alban', organisation: `X (${B})` })).toEqual([
      'absent',
    ]);
  });
});
