import { describe, expect, test } from 'vitest';
import { ownRepeats, repeatProblems } from '@/utils/files/own-repeats';
import { PUPILS, rosterOf } from './tables';

const FAMILIES = [
  'Clé de synchro élève;Nom élève;Prénom élève;Clé de synchro parent 1;Nom parent 1;Prénom parent 1;Code postal parent 1;Clé de synchro parent 2;Nom parent 2;Prénom parent 2;Code postal parent 2',
  'k1;Lambert;Zoé;p1;Lambert;Paul;01000;p2;Roux;Ève;01000',
  'k2;Lambert;Hugo;p2;Roux;Ève;01000;p1;Lambert;Paul;01000',
];
const ofFamilies = (...rows: string[]) => rosterOf([...FAMILIES, ...rows].join('\n'), 'Parent.csv');

describe('keys that stand on several rows of one file', () => {
  test('each is told with its lines and its people', () => {
    const roster = rosterOf(
      `${PUPILS}\r\nzoélambert12/04/2012;z2;Autre;Inès;01/01/2012;6e B;6e;\r\nk9;zoe.lambert;Neuf;Léo;01/02/2012;6e B;6e;`,
    );
    expect(ownRepeats(roster)).toMatchObject([
      {
        field: 'key',
        value: 'zoélambert12/04/2012',
        at: { line: 2, column: 'Clé de synchro élève' },
        people: ['Lambert Zoé', 'Autre Inès'],
        others: [{ line: 6 }],
      },
      { field: 'username', value: 'zoe.lambert', others: [{ line: 7 }] },
    ]);
    expect(repeatProblems(roster)).toMatchObject([
      { code: 'repeated-key', line: 2, message: expect.stringContaining('aussi 6'), fatal: false },
      { line: 2, column: 'Nom d’utilisateur élève', message: expect.stringContaining('nom d’utilisateur') },
    ]);
  });

  test('keys that are empty are not the same', () => {
    expect(ownRepeats(rosterOf(`${PUPILS}\r\n;;A;Z;01/01/2012;6e;6e;\r\n;;B;Z;01/01/2012;6e;6e;`))).toEqual(
      [],
    );
  });

  test('a parent stands in the row of each child, whatever the place', () => {
    expect(ownRepeats(ofFamilies())).toEqual([]);
  });

  test('one key for two parents is told', () => {
    expect(ownRepeats(ofFamilies('k3;Benali;Inès;p1;Benali;Karim;01000'))).toMatchObject([
      { field: 'key', value: 'p1', people: ['Lambert Paul', 'Benali Karim'] },
    ]);
  });

  test('Edifice joins the rows of one identifier', () => {
    const header = 'externalid;Prénom*;Nom*;Date de naissance*;Classe*';
    const row = 'e1;Zoé;LAMBERT;12/04/2012;';
    expect(ownRepeats(rosterOf(`${header}\n${row}CM1\n${row}CM2`, 'Student.csv'))).toEqual([]);
    expect(ownRepeats(rosterOf(`${header}\n${row}CM1\ne1;Noah;ROUX;;CM1`, 'Student.csv'))).toHaveLength(1);
  });

  test('a key pasted over a whole column is one problem, and many repeats are counted', () => {
    const pasted = [PUPILS.split('\r\n')[0], ...Array.from({ length: 900 }, (_, n) => `k;u${n};N${n};Zoé`)];
    expect(ownRepeats(rosterOf(pasted.join('\n')))).toHaveLength(1);
    const many = Array.from({ length: 60 }, (_, n) => `k${n % 30};u${n};N${n};Zoé`);
    const told = repeatProblems(rosterOf([PUPILS.split('\r\n')[0], ...many].join('\n')));
    expect(told).toHaveLength(20);
    expect(told.at(-1)?.message).toContain('10\u00A0autres cas');
  });
});
