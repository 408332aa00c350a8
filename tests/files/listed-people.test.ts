import { expect, test } from 'vitest';
import { exportedFile } from '@/tests/demo/itslearning/manifest';
import type { FileProfile } from '@/tests/demo/itslearning/model';
import { listedPeople } from '@/utils/files/listed-people';
import { openReference } from '@/utils/import-control';

const listed = (...profiles: FileProfile[]) =>
  listedPeople(
    openReference(
      profiles.map((profile) => exportedFile('college', profile)),
      [],
    ).rosters,
  );

test('everybody of an export, with their profile and the school that its name says', () => {
  const { people, roles } = listed('Parent', 'Teacher', 'Personal');
  expect([...roles].sort()).toEqual(['parent', 'pupil', 'staff', 'teacher']);
  expect(people).toContainEqual({ lastName: 'RENÉ', firstName: 'Hélène', role: 'teacher', uai: '0019901G' });
  expect(people).toContainEqual({
    lastName: 'AUBÉPINE',
    firstName: 'Élodie',
    role: 'pupil',
    uai: '0019901G',
  });
  expect(people.filter(({ role }) => role === 'pupil').length).toBeGreaterThanOrEqual(600);
  expect(people.every(({ lastName, firstName }) => lastName + firstName !== '')).toBe(true);
});

test('a parent of several pupils is one person', () => {
  const parents = listed('Parent').people.filter(({ role }) => role === 'parent');
  const names = parents.map(({ lastName, firstName }) => `${lastName} ${firstName}`);
  expect(new Set(names).size).toBe(names.length);
});

test('a file that is no export gives nobody, and says why', () => {
  const { rosters, problems } = openReference([{ name: 'notes.csv', bytes: new Uint8Array() }], []);
  expect(listedPeople(rosters).people).toEqual([]);
  expect(problems.join()).toContain('notes.csv');
});
