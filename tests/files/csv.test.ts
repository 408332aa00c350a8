import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { openTable } from '@/utils/files/csv';
import { latin1, problemsOf, rowsOf, tableOf, utf8, utf16 } from './tables';

const codes = (content: string | Uint8Array) => problemsOf(content).map((problem) => problem.code);

describe('reading', () => {
  test.each([
    [';', 'Nom;Prénom;Classe\nLambert;Zoé;6e B\n'],
    [',', 'Nom,Prénom,Classe\nLambert,Zoé,6e B\n'],
    ['\t', 'Nom\tPrénom\tClasse\nLambert\tZoé\t6e B\n'],
    [';', '"Nom, usage";"Prénom, autre, encore";Classe\nLambert;Zoé;6e B\n'],
    [',', 'sep=,\r\nNom,Prénom,Classe\r\nLambert,Zoé,6e B\r\n'],
  ])('finds the separator %j', (delimiter, text) => {
    const table = tableOf(text);
    expect(table.delimiter).toBe(delimiter);
    expect(table.cells(0)).toEqual(['Lambert', 'Zoé', '6e B']);
  });

  test.each(['\n', '\r\n', '\r'] as const)('reads lines that end with %j', (newline) => {
    const table = tableOf(['a;b', '1;2', '', '3;4', ';', '5;6'].join(newline));
    expect(rowsOf(table)).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(table.newline).toBe(newline);
    expect([0, 1, 2].map((row) => table.lineOf(row))).toEqual([2, 4, 6]);
  });

  test('tells the line of any of many rows, whatever stands between them', () => {
    const lines: number[] = [];
    let text = 'a;b\n';
    let line = 2;
    for (let row = 0; row < 3000; row++) {
      const [before, value] = [row % 7 === 0 ? '\n;\n' : '', row % 11 === 0 ? '"x\ny"' : 'x'];
      line += before === '' ? 0 : 2;
      lines.push(line);
      line += value === 'x' ? 1 : 2;
      text += `${before}${row};${value}\n`;
    }
    const table = tableOf(text);
    expect(table.rowCount).toBe(3000);
    expect(lines.map((_, row) => table.lineOf(row))).toEqual(lines);
    expect(lines.map((_, row) => table.cell(row, 0))).toEqual(lines.map((_, row) => String(row)));
    expect([table.lineOf(-1), table.lineOf(3000)]).toEqual([0, 0]);
  });

  test('keeps values as typed, with quotes, line ends and spaces', () => {
    const table = tableOf('a;b\r\n" x ";"dit ""Zoé"""\r\n"deux\r\nlignes"; y \r\nfin;');
    expect(rowsOf(table)).toEqual([
      [' x ', 'dit "Zoé"'],
      ['deux\r\nlignes', ' y '],
      ['fin', ''],
    ]);
    expect([0, 1, 2].map((row) => table.lineOf(row))).toEqual([2, 3, 5]);
  });

  test('gives the bytes of each cell', () => {
    const bytes = utf8('Prénom;Nom\nZoé;"d""Orly"\n');
    const table = tableOf(bytes);
    const range = table.cellRange(0, 1);
    expect(range?.quoted).toBe(true);
    expect(new TextDecoder().decode(bytes.subarray(range?.start, range?.end))).toBe('d""Orly');
    expect(table.cellRange(0, 2)).toBeUndefined();
    expect(table.cell(0, 2)).toBe('');
  });

  test.each([
    ['utf-8', utf8('Prénom;Nom\nZoé;Bœuf')],
    ['utf-8', utf8('\uFEFFPrénom;Nom\nZoé;Bœuf')],
    ['utf-16le', utf16('Prénom;Nom\nZoé;Bœuf', true)],
    ['utf-16be', utf16('Prénom;Nom\nZoé;Bœuf', false)],
    ['utf-16le', utf16('Prénom;Nom\nZoé;Bœuf', true).slice(2)],
    ['windows-1252', latin1('Pr\u00e9nom;Nom\nZo\u00e9;B\u009cuf')],
  ])('reads %s', (encoding, bytes) => {
    const table = tableOf(bytes);
    expect(table.encoding).toBe(encoding);
    expect([...table.header, ...table.cells(0)]).toEqual(['Prénom', 'Nom', 'Zoé', 'Bœuf']);
  });

  test('transcodes Windows-1252 without moving rows or columns', () => {
    const table = tableOf(latin1('Pr\u00e9nom;Nom\r\n\r\nZo\u00e9;\u00c9loi\r\n')).asUtf8();
    expect(table.encoding).toBe('utf-8');
    expect(table.cells(0)).toEqual(['Zoé', 'Éloi']);
    expect(table.lineOf(0)).toBe(3);
  });
});

describe('what is wrong', () => {
  test.each([
    ['empty', ''],
    ['empty', '\r\n \r\n\n'],
    ['headers-only', 'Nom;Prénom\r\n'],
    ['unclosed-quote', 'Nom;Prénom\nLambert;Zoé\n"Da Silva;Noah\nBenali;Ilyes\n'],
    ['nul-bytes', 'Nom;Prénom\nLambert;Z\0é\nBenali;"Il\0yes"'],
    ['nul-bytes', 'Nom;Prénom\nBenali;"Il\0yes"'],
    ['short-row', 'Nom;Prénom;Classe\nLambert;Zoé\n'],
    ['long-row', 'Nom;Prénom\nLambert;Zoé;6e B\n'],
    ['huge-cell', `Nom;Prénom\nLambert;${'x'.repeat(1_000_000)}\n`],
    ['invisible-in-header', 'Nom;Pré\u200Bnom\nLambert;Zoé\n'],
    ['single-column', 'Nom\nLambert\n'],
    ['lost-encoding', 'Nom;Prénom\nLambert;ZoÃ©\n'],
    ['lost-encoding', 'Nom;Prénom\nD\u00e2€™Orly;Anne\n'],
    ['lost-encoding', 'Nom;Prénom\nLambert;Zo\uFFFD\n'],
    ['lost-encoding', latin1('Nom;Pr\u00e9nom\nLambert;Zo\u00c3\u00a9\n')],
    ['too-many-columns', `${';'.repeat(20_000)}a\n1`],
    ['bad-utf16', utf16('Nom;Prénom\nLambert;Zoé', true).slice(0, -1)],
  ])('%s', (code, content) => {
    expect(codes(content)).toContain(code);
  });

  test('says nothing of a sound file', () => {
    expect(codes('Nom;Prénom;Ville\r\nLambert;Zoé;Â\r\nD’Orly;Éloïse;Århus;\r\n')).toEqual([]);
  });

  test('tells line, column, and what to do', () => {
    expect(problemsOf('Nom;Prénom\nLambert;Zoé\nDurand;"Zo\n\n"\n"Benali;Ilyes')).toEqual([
      {
        code: 'unclosed-quote',
        file: 'Student.csv',
        line: 6,
        fatal: true,
        message: expect.stringContaining('ligne 6'),
        advice: expect.stringContaining('refermez'),
      },
    ]);
    expect(problemsOf('Nom;Prénom\nLambert;Zoé\nDurand;LÃ©o')).toEqual([
      expect.objectContaining({ code: 'lost-encoding', line: 3, column: 'Prénom', fatal: false }),
    ]);
  });

  test('counts the ragged rows it does not list', () => {
    const problems = problemsOf(`a;b;c\n${'1;2\n'.repeat(1000)}`);
    expect(problems.filter((problem) => problem.code === 'short-row')).toHaveLength(20);
    expect(problems.find((problem) => problem.code === 'more-rows')?.message).toContain('980');
  });

  test.each([
    ['PDF', latin1('%PDF-1.7 rest')],
    ['Excel (.xlsx)', latin1('PK\u0003\u0004....[Content_Types].xml')],
    ['LibreOffice (.ods)', latin1('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['ancien document Excel', latin1('\u00d0\u00cf\u0011\u00e0')],
    ['page Web', utf8('\uFEFF  <!DOCTYPE html><html>')],
    ['fichier XML', utf8('<?xml version="1.0"?>')],
    ['JSON', utf8('{"error": "expired"}')],
    ['archive ZIP', latin1('PK\u0003\u0004Student.csv')],
  ])('refuses %s given for a CSV', (what, bytes) => {
    const { table, problems } = openTable('Student.csv', bytes);
    expect(table).toBeUndefined();
    expect(problems[0]).toMatchObject({ code: 'not-a-table', fatal: true });
    expect(problems[0]?.message).toContain(what);
  });

  test('refuses a file above the limit before reading it', () => {
    const huge = { length: 300 * 1024 * 1024 } as Uint8Array;
    expect(openTable('Student.csv', huge).problems[0]).toMatchObject({ code: 'too-large', fatal: true });
  });
});

describe('properties', () => {
  const delimiter = fc.constantFrom(';', ',', '\t');
  const value = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', ',', ' ', '\n', '\r\n', '\t', '’', '=', '0') }),
    fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
  );

  test('reads what PapaParse wrote, and what PapaParse reads', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value), { minLength: 1 }),
        delimiter,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, separator, newline, quotes) => {
          const text = Papa.unparse([['Nom', 'Prénom', 'Classe'], ...rows], {
            delimiter: separator,
            newline,
            quotes,
          });
          const kept = rows.filter((row) => quotes || row.some((cell) => cell !== ''));
          const { table } = openTable('f.csv', utf8(text));
          expect(table && rowsOf(table)).toEqual(kept);
          const papa = Papa.parse<string[]>(text, { delimiter: separator, newline }).data.slice(1);
          expect(papa.filter((row) => quotes || row.some((cell) => cell !== ''))).toEqual(kept);
        },
      ),
    );
  });

  test('never throws, whatever the bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .string({
          unit: fc.constantFrom('"', ';', ',', '\n', '\r', 'a', 'é', '\0', ' ', '\uFFFD', '=', '\uFEFF'),
        })
        .map(utf8),
    );
    fc.assert(
      fc.property(bytes, (content) => {
        const { table, problems } = openTable('f.csv', content);
        if (!table) expect(problems.some((problem) => problem.fatal)).toBe(true);
        else expect(rowsOf(table)).toHaveLength(table.rowCount);
        for (const { message, advice } of problems) expect(message && advice).toBeTruthy();
      }),
      { numRuns: 500 },
    );
  });

  test('rows and what stands between them are the whole file', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 2, maxLength: 3 }), { minLength: 1 }), (rows) => {
        const text = Papa.unparse([['a', 'b', 'c'], ...rows], { delimiter: ';' });
        const table = tableOf(text, 'f.csv');
        let at = table.bodyStart;
        for (let row = 0; row < table.rowCount; row++) {
          const { start, end } = table.rowRange(row);
          expect(new TextDecoder().decode(table.bytes.subarray(at, start))).toMatch(/^[\r\n; ]*$/);
          expect(end).toBeGreaterThanOrEqual(start);
          at = end;
        }
      }),
    );
  });
});
