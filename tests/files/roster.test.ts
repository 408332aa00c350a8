import { expect, test } from 'vitest';
import { anchorOf, readRoster } from '@/utils/files/roster';
import { PUPILS, rosterOf } from './tables';

const HEADER =
  'Clé de synchro élève;Nom utilisateur élève;Nom élève;Prénom élève;Date de naissance élève;Classe Apprenant;Clé de synchro parent;Nom utilisateur parent;Nom parent;Prénom parent;Code postal parent;Clé de synchro parent;Nom utilisateur parent;Nom parent;Prénom parent;Code postal parent';
const CHILDREN = [
  'k1;u1;Lambert;Zoé;12/04/2012;6e B;p1;pu1;Lambert;Marc;59000;p2;pu2;Roy;Anne;59000',
  'k2;u2;Lambert;Éli;12/04/2014;CM2;p1;pu1;Lambert;Marc;59100;;;;;',
  'k3;u3;Benali;Ilyes;30/06/2009;3e A;;pu9;Benali;Sara;59000;;;;;',
];

test('pupils with each value at its line and column', () => {
  const roster = rosterOf(PUPILS);
  const { people } = readRoster(roster);
  expect(people).toHaveLength(4);
  expect(people[2]?.values).toEqual({
    key: 'anne-maried’orly21/01/2010',
    username: 'anne-marie.dorly',
    lastName: 'D’Orly',
    firstName: 'Anne-Marie',
    birthDate: '21/01/2010',
    class: '4e C',
    level: '4e',
  });
  const [place] = people[2]?.places ?? [];
  expect(place && anchorOf(roster, place, 'birthDate')).toEqual({
    in: 'file',
    file: 'Student.csv',
    line: 4,
    column: 'Date de naissance élève',
  });
});

test('parents of several pupils are one person, with every place and what contradicts', () => {
  const roster = rosterOf([HEADER, ...CHILDREN].join('\n'), 'Parent.csv');
  const { relatives, rows } = readRoster(roster);
  expect(relatives.map(({ values }) => values.firstName)).toEqual(['Marc', 'Anne', 'Sara']);
  expect(relatives[0]?.places).toEqual([
    { row: 0, line: 2, block: 0 },
    { row: 1, line: 3, block: 0 },
  ]);
  expect(relatives[0]?.contradictions).toEqual([
    {
      field: 'postalCode',
      values: [
        { value: '59000', place: { row: 0, line: 2, block: 0 } },
        { value: '59100', place: { row: 1, line: 3, block: 0 } },
      ],
    },
  ]);
  expect(rows.map((row) => row.relatives)).toEqual([[0, 1], [0], [2]]);
  expect(anchorOf(roster, { row: 0, line: 2, block: 1 }, 'lastName')).toMatchObject({ column: 'Nom parent' });
});

test('a parent with a row a child is one person; without a key nobody is merged', () => {
  const header = 'externalid;Prénom*;Nom*;childexternalid*;childFirstName;childLastName;childClass';
  const rows = [
    'R1;Marc;Lambert;E1;Zoé;Lambert;CM1',
    'R1;Marc;Lambert;E2;Éli;Lambert;CP',
    ';Sara;Roy;E3;Ada;Roy;CP',
    ';Sara;Roy;E4;Léa;Roy;CP',
  ];
  const { people, relatives } = readRoster(rosterOf([header, ...rows].join('\n'), 'Relative.csv'));
  expect(people.map(({ values, places }) => [values.firstName, places.length])).toEqual([
    ['Marc', 2],
    ['Sara', 1],
    ['Sara', 1],
  ]);
  expect(relatives).toHaveLength(4);
});

test('a field in several columns is joined', () => {
  const { people } = readRoster(
    rosterOf('externalid;Prénom*;Nom*;Classe*;Classe*;Classe*\nT1;Paul;Roy;CP;;CE1', 'Teacher.csv'),
  );
  expect(people[0]?.values.class).toBe('CP, CE1');
});
