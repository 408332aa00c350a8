import { expect, test } from 'vitest';
import type { RosterRole } from '@/utils/core/roster-facts';
import { rosterImportedAs } from '@/utils/files/form-profile';
import { tableOf } from './tables';

const PUPILS = 'Clé de synchro élève;Nom d’utilisateur élève;Nom élève;Prénom élève;Date de naissance élève';
const BOTH = `${PUPILS};Nom parent 1;Prénom parent 1`;
const TEACHERS = 'Clé de synchro enseignant;Nom d’utilisateur enseignant;Nom enseignant;Prénom enseignant';
const MODEL = 'Prénom*;Nom*;Date de naissance*;Classes*';
const NAMES = 'Prénom*;Nom*;Courriel';
const CHILDREN = 'Nom*;Prénom*;Nom de l’élève;Prénom de l’élève;Classes de l’élève';
const WITH_PARENTS = 'nom;prenom;r1_nom;r1_prenom;date_naiss;classe;externalid';

const imported = (header: string, file: string, roles?: readonly RosterRole[]) =>
  rosterImportedAs(tableOf(`${header}\r\n${header.replace(/[^;]+/g, 'x')}\r\n`, file), roles);

test.each<[string, string, string, RosterRole[]]>([
  ['a file of teachers as teachers', TEACHERS, 'a.csv', ['teacher']],
  ['a file of pupils and parents as both', BOTH, 'a.csv', ['pupil', 'parent']],
  ['the model of pupils as pupils', MODEL, 'a.csv', ['pupil']],
  ['parents with their children as parents', CHILDREN, 'parents.csv', ['parent']],
  ['pupils of Edifice with their parents as pupils', WITH_PARENTS, 'a.csv', ['pupil']],
  ['names alone as whoever the screen says', NAMES, 'a.csv', ['guest']],
])('%s: nothing is told', (_, header, file, roles) => {
  expect(imported(header, file, roles).mismatch).toBeUndefined();
});

test.each<[string, string, string, RosterRole[], RegExp]>([
  [
    'teachers as pupils',
    TEACHERS,
    'a.csv',
    ['pupil'],
    /liste des élèves, alors que ses colonnes.*des enseignants/,
  ],
  [
    'pupils as teachers',
    MODEL,
    'a.csv',
    ['teacher'],
    /liste des enseignants, alors que ses colonnes.*des élèves/,
  ],
  ['parents as guests', CHILDREN, 'a.csv', ['guest'], /des invités, alors que ses colonnes.*des parents/],
])('%s: certain', (_, header, file, roles, says) => {
  const { mismatch } = imported(header, file, roles);
  expect(mismatch).toMatchObject({ kind: 'form', at: { line: 1 }, message: expect.stringMatching(says) });
  expect(mismatch?.doubtful).toBeUndefined();
});

test.each<[string, string, string, RosterRole[]]>([
  ['pupils alone as pupils and parents', PUPILS, 'a.csv', ['pupil', 'parent']],
  ['names that only the name of the file places elsewhere', NAMES, 'enseignants.csv', ['staff']],
])('%s: only a person can tell', (_, header, file, roles) => {
  expect(imported(header, file, roles).mismatch?.doubtful).toBe(true);
});

test('the screen decides where the columns are silent, and not where they speak', () => {
  expect(imported(NAMES, 'a.csv', ['teacher']).roster.layout.profile).toBe('teachers');
  expect(imported(NAMES, 'a.csv').roster.layout.profile).toBe('staff');
  expect(imported(TEACHERS, 'a.csv', ['pupil']).roster.layout.profile).toBe('teachers');
});
