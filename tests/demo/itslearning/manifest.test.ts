import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { decode } from './encoding';
import { keyOf } from './keys';
import { editedFiles, exportedFile, type FileRule, ordinaryFile, type PlantedEdit } from './manifest';
import type { DemoFile } from './model';

const ALL = editedFiles();
const rowsOf = ({ bytes }: DemoFile): string[][] =>
  Papa.parse<string[]>(decode(bytes), { delimiter: ';', skipEmptyLines: true }).data;
const byEdit = (edit: string) => {
  const found = ALL.find((file) => file.edit === edit);
  if (!found) throw new Error(edit);
  return found;
};

describe('exported files', () => {
  it('hold some 600 pupils with their parents, the same each time', () => {
    const [header = [], ...rows] = rowsOf(exportedFile('college', 'Parent'));
    expect(header.slice(0, 3)).toEqual(['Clé de synchro élève', 'Nom eleve', 'Prenom eleve']);
    expect(header.length).toBeGreaterThan(20);
    expect(rows.length).toBeGreaterThanOrEqual(600);
    expect(new Set(rows.map(([key]) => key)).size).toBe(rows.length);
    expect(exportedFile('college', 'Parent').bytes).toEqual(exportedFile('college', 'Parent').bytes);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
  });

  it('are UTF-8 with its mark in one school, Windows-1252 in the other', () => {
    expect([...exportedFile('college', 'Teacher').bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lycee = exportedFile('lycee', 'Student');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(lycee.bytes)).toThrow();
    expect(rowsOf(lycee)[1]?.slice(1, 3)).toEqual(['AUBÉPINE', 'Raphaël']);
  });

  it('make keys of the names, in each school its own way', () => {
    for (const [kind, profile] of [
      ['college', 'Parent'],
      ['lycee', 'Student'],
    ] as const)
      for (const [key, lastName = '', firstName = '', birthDate = ''] of rowsOf(
        exportedFile(kind, profile),
      ).slice(1))
        expect(key).toBe(keyOf(kind, 'pupil', { lastName, firstName, birthDate }));
  });
});

describe('the ordinary file of next year', () => {
  it('keeps every key, name and username of those who stay, and gives none to those who come', () => {
    const before = new Map(rowsOf(exportedFile('college', 'Parent')).map((row) => [row[0], row]));
    const [, ...rows] = rowsOf(ordinaryFile('college', 'Parent'));
    const stayed = rows.filter(([key]) => key);
    for (const row of stayed) {
      const old = before.get(row[0]) ?? [];
      expect([...row.slice(0, 5), ...row.slice(8)]).toEqual([...old.slice(0, 5), ...old.slice(8)]);
      expect(row[5]).not.toBe(old[5]);
    }
    expect(rows.filter(([key, , , , login]) => !key && !login)).toHaveLength(140);
    expect([...before.values()].filter((row) => row[6] === '3e').length).toBe(
      before.size - 1 - stayed.length,
    );
  });
});

describe('the manifest of planted edits', () => {
  it('has every rule, with near-misses for those that need telling apart', () => {
    const rules: FileRule[] = [
      'changed-sync-key',
      'changed-username',
      'emptied-key',
      'repeated-key',
      'twin-account',
      'dropped-user',
      'unpromoted-pupil',
      'mangled-value',
      'lost-encoding',
      'wrong-profile-file',
      'broken-header',
      'removal-file-as-roster',
    ];
    const planted = ALL.flatMap((file) => file.planted);
    const has = (rule: FileRule, expected: PlantedEdit['expected']) =>
      planted.some((one) => one.rule === rule && one.expected === expected);
    expect(rules.filter((rule) => !has(rule, 'violation'))).toEqual([]);
    const close: FileRule[] = [
      'changed-sync-key',
      'emptied-key',
      'twin-account',
      'dropped-user',
      'unpromoted-pupil',
    ];
    expect(close.filter((rule) => !has(rule, 'none'))).toEqual([]);
  });

  it('names lines and columns that exist, and says one thing of a place under a rule', () => {
    expect(new Set(ALL.map(({ edit }) => edit)).size).toBe(ALL.length);
    for (const file of ALL) {
      const places = file.planted.map(({ rule, line, field, gone }) => `${rule} ${line} ${field} ${gone}`);
      expect(new Set(places).size, file.edit).toBe(places.length);
      const header = rowsOf(file.before)[0];
      for (const { line, gone, field } of file.planted) {
        if (field) expect(header, file.edit).toContain(field);
        if (line) expect(line).toBeLessThanOrEqual(rowsOf(gone ? file.before : file).length || 1e9);
      }
    }
  });

  it('points at the very cells that differ from the careful file, and every one of them', () => {
    const file = byEdit('rows');
    const [header = [], ...edited] = rowsOf(file);
    const careful = new Map(
      rowsOf(ordinaryFile('college', 'Parent')).map((row) => [`${row[3]} ${row[4]}`, row]),
    );
    const said = new Set(
      file.planted.flatMap(({ line, field, gone }) => (line && field && !gone ? [`${line} ${field}`] : [])),
    );
    const unsaid: string[] = [];
    for (const [at, row] of edited.entries()) {
      const other = careful.get(`${row[3]} ${row[4]}`);
      if (!other || !row[4]) continue;
      for (const [column, name] of header.entries())
        if (row[column] !== other[column] && name !== 'Niveau Apprenant' && !said.has(`${at + 2} ${name}`))
          unsaid.push(`${at + 2} ${name}: ${other[column]} → ${row[column]}`);
    }
    expect(unsaid).toEqual([]);
    for (const [rule, text] of [
      ['changed-username', '.2026'],
      ['mangled-value', '1160'],
      ['twin-account', 'Anais'],
    ] as const) {
      const cells = file.planted
        .filter((one) => one.rule === rule && one.expected === 'violation')
        .map(({ line = 0, field = '' }) => edited[line - 2]?.[header.indexOf(field)]);
      expect(
        cells.some((cell) => cell?.includes(text)),
        rule,
      ).toBe(true);
    }
  });

  it('points at rows of the export for those who are gone', () => {
    const file = byEdit('rows');
    const before = rowsOf(file.before);
    const keys = new Set(rowsOf(file).map(([key]) => key));
    const gone = file.planted.filter((one) => one.gone);
    expect(gone.filter(({ line = 0 }) => keys.has(before[line - 1]?.[0]))).toEqual([]);
    expect(gone.filter(({ expected }) => expected === 'violation')).toHaveLength(2);
  });

  it('spoils whole files as it says', () => {
    const text = (edit: string) => new TextDecoder().decode(byEdit(edit).bytes);
    expect(text('mojibake')).toContain('Ã‰lodie');
    expect(text('replacement signs')).toContain('Th\uFFFDo');
    expect(text('every date reformatted')).not.toMatch(/;\d\d\/\d\d\/\d{4};[a-z]/);
    expect(text('every zero eaten')).toContain(';1160;');
    expect(rowsOf(byEdit('unclosed quote')).length).toBeLessThan(200);
    expect(rowsOf(byEdit('repeated header'))[0]?.filter((name) => name === 'Nom eleve')).toHaveLength(2);
    expect(rowsOf(byEdit('removal file'))).toHaveLength(5);
    expect(byEdit('removal file').name).toMatch(/^\d{7}[A-Z]-.+-29aout2026-Enseignants\.csv$/);
    expect(rowsOf(byEdit('teachers for pupils'))[0]?.[0]).toBe('Clé de synchro enseignant');
  });
});
