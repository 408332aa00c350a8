import { describe, expect, test } from 'vitest';
import { choicesFrom, fieldChoices } from '@/entrypoints/workshop/columns';
import { Desk } from '@/entrypoints/workshop/desk';
import type { GivenFile } from '@/entrypoints/workshop/protocol';
import { listPeople, writeRequest } from '@/entrypoints/workshop/removal';
import { MAX_FILE_BYTES } from '@/utils/files/problem';
import { PUPILS, utf8 } from '../../files/tables';

const TEACHERS = [
  'Clé de synchro;Nom d’utilisateur;Nom;Prénom',
  'm-mmeeliseroux;elise.roux;Roux;Élise',
  'm-mmehugoblanc;hugo.blanc;Blanc;Hugo',
  'm-mmeelisablanc;elisa.blanc;Blanc;Elisa',
].join('\r\n');

function given(name: string, content: string | Uint8Array): GivenFile {
  const bytes = new Uint8Array(typeof content === 'string' ? utf8(content) : content);
  return { name, size: bytes.length, bytes: bytes.buffer };
}

function read(...files: GivenFile[]) {
  const desk = new Desk();
  return { desk, ...desk.read('reference', files, [], () => undefined) };
}

describe('reading', () => {
  test('says what was understood of a file', () => {
    const { files, problems } = read(given('Student.csv', PUPILS));
    expect(problems).toEqual([]);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({
      name: 'Student.csv',
      rows: 4,
      profile: 'pupils',
      refused: false,
      unmapped: false,
    });
  });

  test('one bad file hides none of the others', () => {
    const { desk, files } = read(given('Broken.csv', 'Nom;Prénom\n"a;b'), given('Student.csv', PUPILS));
    expect(files.map(({ refused }) => refused)).toEqual([true, false]);
    expect(files[0]?.problems[0]?.code).toBe('unclosed-quote');
    expect(desk.rosters('reference').map(({ name }) => name)).toEqual(['Student.csv']);
  });

  test('a file too large is refused by its size, without its bytes', () => {
    const { files } = read({ name: 'Student.csv', size: MAX_FILE_BYTES + 1 });
    expect(files[0]?.problems[0]?.code).toBe('too-large');
    const { files: larger } = read({ name: 'Student.csv', size: 200 * 2 ** 20 });
    expect(larger[0]).toMatchObject({
      refused: true,
      problems: [{ message: 'Ce fichier pèse 200\u00A0Mo, plus que la limite de 128\u00A0Mo.' }],
    });
  });

  test('files replace those of their own side only', () => {
    const { desk } = read(given('Student.csv', PUPILS));
    desk.read('toImport', [given('Teacher.csv', TEACHERS)], [], () => undefined);
    desk.read('toImport', [given('New.csv', TEACHERS)], [], () => undefined);
    expect(desk.rosters('reference').map(({ name }) => name)).toEqual(['Student.csv']);
    expect(desk.rosters('toImport').map(({ name }) => name)).toEqual(['New.csv']);
  });

  test('a spreadsheet is told as one, whatever its name', () => {
    const xlsx = 'PK\u0003\u0004....[Content_Types].xml';
    expect(read(given('Classeur.xlsx', xlsx)).files[0]?.problems[0]?.message).toContain('.xlsx');
    expect(read(given('Student.csv', xlsx)).files[0]?.problems[0]?.message).toContain('.xlsx');
  });
});

describe('naming columns by hand', () => {
  const renamed = PUPILS.replace('Nom élève', 'Colonne B');

  test('a missing key column is asked for, with a sample of each', () => {
    const { files } = read(given('Student.csv', renamed));
    expect(files[0]?.unmapped).toBe(true);
    expect(files[0]?.columns[2]).toEqual({
      column: 2,
      header: 'Colonne B',
      sample: 'Lambert',
      field: 'ignore',
    });
    expect(fieldChoices(files[0]?.columns ?? []).map(({ value }) => value)).toContain('lastName');
  });

  test('once named, the file is as if its header were right, and so are later files of the same header', () => {
    const { desk, files } = read(given('Student.csv', renamed));
    const [file] = files;
    const mapping = {
      signature: file?.signature ?? '',
      choices: choicesFrom([{ column: 2, field: 'lastName' }]),
    };
    expect(desk.map(file?.id ?? 0, mapping)).toMatchObject({ unmapped: false, problems: [] });
    const again = desk.read('toImport', [given('Autre.csv', renamed)], [mapping], () => undefined);
    expect(again.files[0]?.unmapped).toBe(false);
    expect(desk.rosters('toImport')[0]?.roster.layout.columns.lastName).toEqual([2]);
  });

  test('a parent’s column goes to its block', () => {
    expect(
      choicesFrom([
        { column: 9, field: '1/lastName' },
        { column: 3, field: 'ignore' },
      ]),
    ).toEqual([
      { column: 9, field: 'lastName', block: 1 },
      { column: 3, field: 'ignore' },
    ]);
  });
});

describe('removal request', () => {
  const { desk, files } = read(given('Teacher.csv', TEACHERS));
  const file = files[0]?.id ?? 0;

  test('people are found whatever accents and case, and counted beyond the page', () => {
    expect(listPeople(desk, { file, search: '', limit: 2 })).toMatchObject({
      found: 3,
      people: { length: 2 },
    });
    const { people } = listPeople(desk, { file, search: 'BLANC elisa', limit: 10 });
    expect(people.map(({ row, name }) => [row, name])).toEqual([[2, 'Blanc Elisa']]);
    expect(listPeople(desk, { file, search: 'élise', limit: 10 }).people.map(({ row }) => row)).toEqual([0]);
  });

  test('holds the rows picked under the header, byte for byte', () => {
    const school = {
      uai: '0750052M',
      schoolName: 'Collège du Lac',
      date: '2026-08-29',
      profile: 'Enseignants',
    };
    const request = writeRequest(desk, { file, rows: [1], ...school });
    const lines = TEACHERS.split('\r\n');
    expect(new TextDecoder().decode(request?.bytes)).toBe(`${lines[0]}\r\n${lines[2]}\r\n`);
    expect(request?.fileName).toBe('0750052M-Collège du Lac-29aout2026-Enseignants.csv');
    expect(request?.warnings.join()).toContain('lettre du code UAI');
    expect(writeRequest(desk, { file, rows: [], ...school })).toBeNull();
  });
});
