import { expect, test } from 'vitest';
import { schoolLabel, schoolMeant } from '@/utils/named-school';
import type { KnownSchool } from '@/utils/store/schema';

function school(id: string, name: string, more: Partial<KnownSchool> = {}): KnownSchool {
  const { ent = 'itslearning', host = 'x.itslearning.com' } = more;
  return { key: `${ent}|${host}|${id}`, ent, host, id, name, lastSeen: '2026-08-27T10:00:00.000Z', ...more };
}

const LAKE = school('1', 'Collège du Lac', { uai: '0590001B' });
const FERRY = school('2', 'École Jules Ferry', { uai: '0590002C' });
const OTHER_FERRY = school('3', 'École Jules Ferry', { uai: '0590003D' });
const ONE = school('4', 'École Jules Ferry', { uai: '0590002C', ent: 'edifice', host: 'enthdf.fr' });
const ALL = [LAKE, FERRY, OTHER_FERRY, ONE];
const meant = (typed: string, schools = ALL) => schoolMeant(typed, schools, 'itslearning');

test('a name that one school has, however it is typed', () => {
  expect(meant(' college du lac ')).toEqual({ school: LAKE });
});

test('a UAI, alone, spaced or beside a name', () => {
  for (const typed of ['0590001B', '0590001 b', 'Lac – 0590001B', '0590001b Collège du Lac'])
    expect(meant(typed), typed).toEqual({ school: LAKE });
});

test('every label leads back to its own school', () => {
  for (const one of [LAKE, FERRY, OTHER_FERRY]) expect(meant(schoolLabel(one))).toEqual({ school: one });
});

test('a name that several have is nobody’s; a UAI on two portals is that of the family of the files', () => {
  expect(meant('École Jules Ferry')).toEqual({ unclear: 'several' });
  expect(schoolMeant('0590002C', ALL, 'edifice')).toEqual({ school: ONE });
  expect(schoolMeant('0590002C', ALL, 'itslearning')).toEqual({ school: FERRY });
});

test('a UAI that no screen has shown is a school all the same; any other text is none', () => {
  expect(meant('Lycée Neuf – 0590009Z')).toEqual({
    school: {
      key: 'itslearning|fichiers|0590009Z',
      ent: 'itslearning',
      host: 'fichiers',
      id: '0590009Z',
      name: 'Lycée Neuf',
      uai: '0590009Z',
    },
  });
  expect(meant('0590009Z')).toMatchObject({ school: { name: 'Établissement 0590009Z' } });
  expect(meant('Lycée Neuf')).toEqual({ unclear: 'none' });
  // A number that goes on is no UAI.
  expect(meant('10590009Z')).toEqual({ unclear: 'none' });
});
