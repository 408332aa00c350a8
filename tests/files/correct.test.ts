import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { correctTable } from '@/utils/files/correct';
import { latin1, PUPILS, rowsOf, tableOf, utf8, utf16 } from './tables';

const text = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

test('no correction: the very same bytes', () => {
  const table = tableOf(PUPILS);
  expect(correctTable(table, []).bytes).toBe(table.original);
  expect(correctTable(table, [{ row: 0, column: 2, value: 'Lambert' }]).bytes).toBe(table.original);
});

test('one cell changes, and nothing else', () => {
  const content =
    '\uFEFFsep=;\r\nNom;"Prénom" ;Classe\r\n\r\n"Lambert"; Zoé ;6e B;;\nD’Orly;"Anne ""Nan""" ;4e\r';
  const { bytes } = correctTable(tableOf(content), [
    { row: 1, column: 1, value: 'dit "X"' },
    { row: 0, column: 0, value: 'Lambert; née Roy' },
    { row: 0, column: 1, value: 'Zoë;"' },
  ]);
  expect(text(bytes)).toBe(
    content
      .replace('Lambert', 'Lambert; née Roy')
      .replace(' Zoé ', '"Zoë;"""')
      .replace('Anne ""Nan""', 'dit ""X""'),
  );
});

test.each([
  [
    'Windows-1252',
    latin1('Nom;Pr\u00e9nom\r\nB\u009cuf;Zo\u00e9\r\n'),
    latin1('Nom;Pr\u00e9nom\r\nB\u009cuf;\u00c9lo\u00efse\u0080\r\n'),
  ],
  ['UTF-16', utf16('Nom;Prénom\r\nBœuf;Zoé\r\n', true), utf16('Nom;Prénom\r\nBœuf;Éloïse€\r\n', true)],
  [
    'UTF-16 big-endian',
    utf16('Nom;Prénom\r\nBœuf;Zoé\r\n', false),
    utf16('Nom;Prénom\r\nBœuf;Éloïse€\r\n', false),
  ],
])('%s stays so', (_, before, after) => {
  expect(correctTable(tableOf(before), [{ row: 0, column: 1, value: 'Éloïse€' }]).bytes).toEqual(after);
});

describe('refuses, and writes nothing', () => {
  const windows = tableOf(latin1('Nom;Pr\u00e9nom\nRoy;Zo\u00e9\n'));
  test.each([
    ['unencodable', [{ row: 0, column: 0, value: 'Kowalłski' }], '« ł » (U+0142)'],
    ['missing-cell', [{ row: 0, column: 7, value: 'x' }], 'ligne 2'],
    ['missing-cell', [{ row: 9, column: 0, value: 'x' }], 'ligne'],
    [
      'conflicting-corrections',
      [
        { row: 0, column: 0, value: 'x' },
        { row: 0, column: 0, value: 'y' },
      ],
      'ligne 2',
    ],
  ])('%s', (code, corrections, says) => {
    const { bytes, problems } = correctTable(windows, corrections);
    expect(bytes).toBeUndefined();
    expect(problems?.[0]).toMatchObject({ code });
    expect(problems?.[0]?.message.replaceAll('\u00A0', ' ')).toContain(says);
  });
});

describe('formulas', () => {
  const original = tableOf('Nom;Prénom\n=A1;-\n');
  const table = tableOf('Nom;Prénom\nx;y\n');
  test.each([
    [
      'a value that the export held comes back as it was',
      '=A1',
      { table: original, row: 0, column: 0 },
      '=A1',
    ],
    ['another one is escaped', '=A2', { table: original, row: 0, column: 0 }, "'=A2"],
    ['a new one is escaped', '@SOMME(A1)', undefined, "'@SOMME(A1)"],
    ['a harmless value is not', 'A=1', undefined, 'A=1'],
  ])('%s', (_, value, restoredFrom, written) => {
    const { bytes } = correctTable(table, [
      { row: 0, column: 0, value, ...(restoredFrom ? { restoredFrom } : {}) },
    ]);
    expect(tableOf(bytes ?? '').cell(0, 0)).toBe(written);
  });
});

test('any table with any corrections: those cells change, every other byte stays', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', ' ', '\n', '’', '7') });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(11), fc.nat(2), cell), { maxLength: 6 }),
      fc.boolean(),
      fc.constantFrom('', '\uFEFF'),
      (rows, wanted, quotes, mark) => {
        const content =
          mark + Papa.unparse([['Nom', 'Prénom', 'Classe'], ...rows], { delimiter: ';', quotes });
        const table = tableOf(utf8(content));
        const corrections = [
          ...new Map(
            wanted
              .filter(([row]) => row < table.rowCount)
              .map(([row, column, value]) => [`${row} ${column}`, { row, column, value }]),
          ).values(),
        ];
        const { bytes } = correctTable(table, corrections);
        const expected = rowsOf(table).map((row) => [...row]);
        let shape = content;
        for (const { row, column, value } of corrections) {
          const cells = expected[row];
          if (cells) cells[column] = value;
        }
        const reread = tableOf(bytes ?? '');
        const kept = (all: string[][]) => all.filter((row) => quotes || row.some((value) => value !== ''));
        expect(kept(rowsOf(reread))).toEqual(kept(expected));
        expect(reread.bom).toBe(table.bom);
        if (corrections.length === 0) expect(text(bytes)).toBe(shape);
        shape = text(bytes?.subarray(0, table.bodyStart));
        expect(shape).toBe(text(table.original.subarray(0, table.bodyStart)));
      },
    ),
  );
});
