import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvFile } from '@/utils/report/csv';

test('UTF-8 avec sa marque, points-virgules, CRLF', () => {
  expect(
    csvFile([
      ['Nom', 'Verdict'],
      ['É', 'à détacher'],
    ]),
  ).toBe('\ufeffNom;Verdict\r\nÉ;à détacher\r\n');
});

test('ce qui séparerait est mis entre guillemets', () => {
  expect(csvFile([['a;b', 'dit "c"', 'd\ne', ' f', '']])).toBe('\ufeff"a;b";"dit ""c""";"d\ne";" f";\r\n');
});

test.each(['=1+1', '+33 6', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '\u0000=1', '\u200b=1', '＝1', '\tx'])(
  'une formule reste du texte : %j',
  (hostile) => {
    const [row] = Papa.parse<string[]>(csvFile([[hostile]]).slice(1), { delimiter: ';' }).data;
    expect(row?.[0]).toBe(`'${hostile}`);
  },
);

test('un nom ordinaire ne change pas', () => {
  for (const name of ['N’GUYEN Minh "Max"', "O'BRIEN Maëlys", 'LE-GOFF Anne-Lise', 'a=b', '🌻'])
    expect(Papa.parse<string[]>(csvFile([[name]]).slice(1), { delimiter: ';' }).data[0]).toEqual([name]);
});

test('relu, tout texte est celui qui fut écrit, au plus une apostrophe devant', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ';', '"', '\n', '\r', '=', '-', ' ', "'", '\t') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(table, (rows) => {
      const read = Papa.parse<string[]>(csvFile(rows).slice(1), { delimiter: ';', newline: '\r\n' }).data;
      expect(read.slice(0, -1)).toEqual(
        rows.map((row) => row.map((one) => (/^\s*[=+\-@]|^[\t\r\n]/.test(one) ? `'${one}` : one))),
      );
    }),
  );
});
