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

describe('properties', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', ' ', '\n', '’', '7') });
  const file = fc
    .tuple(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      fc.constantFrom('', '\uFEFF'),
    )
    .map(([rows, quotes, mark]) => {
      const content = Papa.unparse([['Nom', 'Prénom', 'Classe'], ...rows], { delimiter: ';', quotes });
      return tableOf(utf8(mark + content));
    })
    .filter((table) => table.rowCount > 0);

  test('the corrected cells change, the others do not', () => {
    fc.assert(
      fc.property(
        file,
        fc.array(fc.tuple(fc.nat(11), fc.nat(2), cell), { maxLength: 6 }),
        (table, wanted) => {
          const inside = wanted.filter(([row]) => row < table.rowCount);
          const corrections = new Map(
            inside.map(([row, column, value]) => [`${row} ${column}`, { row, column, value }]),
          );
          const { bytes } = correctTable(table, [...corrections.values()]);
          const expected = rowsOf(table);
          for (const { row, column, value } of corrections.values()) (expected[row] ?? [])[column] = value;
          const isPerson = (row: string[]) => row.some((value) => value !== '');
          const reread = tableOf(bytes ?? '');
          expect(rowsOf(reread).filter(isPerson)).toEqual(expected.filter(isPerson));
        },
      ),
    );
  });

  test('every byte around a corrected cell stays', () => {
    fc.assert(
      fc.property(file, fc.nat(), fc.nat(2), cell, (table, seed, column, value) => {
        const row = seed % table.rowCount;
        const range = table.cellRange(row, column);
        if (!range) throw new Error('The generated rows have three cells');
        const bytes = correctTable(table, [{ row, column, value }]).bytes ?? utf8('');
        const [before, after] = [table.original.subarray(0, range.start), table.original.subarray(range.end)];
        expect(bytes.subarray(0, before.length)).toEqual(before);
        expect(bytes.subarray(bytes.length - after.length)).toEqual(after);
        const written = text(bytes.subarray(before.length, bytes.length - after.length));
        const bare = written.startsWith('"') && !range.quoted ? written.slice(1, -1) : written;
        expect([value, value.replaceAll('"', '""')]).toContain(bare);
      }),
    );
  });
});
