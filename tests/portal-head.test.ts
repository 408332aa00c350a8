import { expect, test } from 'vitest';
import { schoolInHead } from '@/utils/portal-head';
import type { KnownSchool } from '@/utils/store/schema';

const known = (uai: string, name: string, ent: KnownSchool['ent'] = 'itslearning'): KnownSchool => ({
  key: `${ent}|college-demo.itslearning.com|${uai}`,
  ent,
  host: 'college-demo.itslearning.com',
  id: uai,
  uai,
  name,
  lastSeen: '2026-11-23T10:00:00.000Z',
});
const LAKE = known('0590001B', 'Collège du Lac');
const AZURE = known('0590002C', 'Lycée Azur');
const head = (...lines: string[]) => schoolInHead(lines, [LAKE, AZURE], 'itslearning');

test.each([
  ['the name alone', 'COLLEGE DU LAC'],
  ['the name beside the platform’s', 'itslearning | Collège du Lac'],
  ['the code', 'Établissement : Collège du Lac (0590001B)'],
])('%s tells a school that was seen', (_what, line) => {
  expect(head('Accueil', line, 'Bonjour Colette Brunel').school).toMatchObject({ uai: '0590001B' });
});

test('a code tells a school that was never seen, with the name beside it', () => {
  expect(head('Établissement : Collège Neuf (0590003d)').school).toMatchObject({
    id: '0590003D',
    uai: '0590003D',
    name: 'Collège Neuf',
  });
});

test('two schools, or two of one name, tell none', () => {
  expect(head('Collège du Lac', 'Lycée Azur')).toEqual({});
  const twins = [LAKE, known('0590009J', 'Collège du Lac')];
  expect(schoolInHead(['Collège du Lac'], twins, 'itslearning')).toEqual({});
});

test('a school of another family is not this one', () => {
  const elsewhere = [known('0590001B', 'Collège du Lac', 'skolengo')];
  expect(schoolInHead(['Collège du Lac'], elsewhere, 'itslearning')).toEqual({ name: 'Collège du Lac' });
});

test('a name never seen is only a name; two of them, or a person’s, are none', () => {
  expect(head('itslearning – Collège Neuf', 'Administration')).toEqual({ name: 'Collège Neuf' });
  expect(head('Collège Neuf', 'École Vieille')).toEqual({});
  expect(head('Colette Brunel', 'École', 'Administration')).toEqual({});
});
