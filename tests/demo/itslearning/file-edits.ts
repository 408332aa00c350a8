import { encode, readAsWindows1252 } from './encoding';
import type { EditedFile, FileRule, PlantedEdit } from './manifest';
import type { FileProfile, School } from './model';
import { columnOf, nextYearSheet } from './next-year';
import { exportName, exportSheet, type Sheet, sheetText, writeSheet } from './sheet';

/** Files of which the whole is wrong, each in one way. */
export function spoiltFiles(college: School, lycee: School): EditedFile[] {
  const sheet = () => nextYearSheet(college, 'Parent');
  const text = () => sheetText(sheet());
  const spoilt = (edit: string, bytes: Uint8Array, planted: PlantedEdit[], profile: FileProfile = 'Parent') =>
    file(college, profile, edit, exportName(college, profile), bytes, planted);
  const header = (edit: string, change: (text: string) => string, field: string, why: string) =>
    spoilt(edit, encode('utf-8', onFirstLine(text(), change)), [whole('broken-header', why, field, 1)]);

  return [
    spoilt('mojibake', encode('utf-8', misread(text())), [
      whole('lost-encoding', 'UTF-8 read as Windows-1252, then saved: « Ã‰lodie ».'),
    ]),
    file(
      lycee,
      'Student',
      'replacement signs',
      exportName(lycee, 'Student'),
      new TextEncoder().encode(sheetText(nextYearSheet(lycee, 'Student')).replace(/[éèëêïîô]/g, '\uFFFD')),
      [whole('lost-encoding', 'Windows-1252 read as UTF-8: « � » for each accent.')],
    ),
    header('renamed header', (line) => line.replace('Nom eleve', 'Patronyme'), 'Nom eleve', 'Reworded.'),
    spoilt('missing header', writeSheet(college, '', without(sheet(), 'Clé de synchro élève')).bytes, [
      whole('broken-header', 'The column of keys was deleted.', 'Clé de synchro élève', 1),
    ]),
    header(
      'repeated header',
      (line) => line.replace('Prenom eleve', 'Nom eleve'),
      'Nom eleve',
      'Stands twice.',
    ),
    header(
      'invisible sign in a header',
      (line) => line.replace('Prenom eleve', 'Pre\u200Bnom eleve'),
      'Prenom eleve',
      'A zero-width space inside the header.',
    ),
    spoilt('unclosed quote', encode('utf-8', unclosedAt(text(), 120)), [
      whole('broken-header', 'A quote is opened and never closed.', 'Nom eleve', 120),
    ]),
    spoilt('every date reformatted', reformatted(college, sheet()), [
      whole('mangled-value', 'Every birth date in another format: one finding.', 'Date de naissance eleve'),
    ]),
    spoilt('every zero eaten', zeroless(college, sheet()), [
      whole('mangled-value', 'Every leading zero lost: one finding.', 'Code postal parent 1'),
    ]),
    spoilt('teachers for pupils', writeSheet(college, '', nextYearSheet(college, 'Teacher')).bytes, [
      whole('wrong-profile-file', 'The file of teachers, under the name and choice of pupils and parents.'),
    ]),
    removalFile(college),
  ];
}

/** People to delete, under the name that support asks for (source 000 §1.4.E), imported as if it were a roster. */
function removalFile(school: School): EditedFile {
  const { headers, rows } = exportSheet(school, 'Teacher');
  const name = `${school.uai}-CollègeRosaBonheur-29aout2026-Enseignants.csv`;
  const { bytes } = writeSheet(school, name, { headers, rows: rows.slice(5, 9) });
  const planted = [whole('removal-file-as-roster', 'Only the people to delete, and no one else.')];
  return file(school, 'Teacher', 'removal file', name, bytes, planted);
}

function file(
  school: School,
  profile: FileProfile,
  edit: string,
  name: string,
  bytes: Uint8Array,
  planted: readonly PlantedEdit[],
): EditedFile {
  const before = writeSheet(school, exportName(school, profile), exportSheet(school, profile));
  return { name, bytes, edit, school: school.kind, profile, before, planted };
}

function whole(rule: FileRule, why: string, field?: string, line?: number): PlantedEdit {
  return { rule, expected: 'violation', why, ...(field && { field }), ...(line && { line }) };
}

function onFirstLine(text: string, change: (line: string) => string): string {
  const end = text.indexOf('\r\n');
  return change(text.slice(0, end)) + text.slice(end);
}

function misread(text: string): string {
  return readAsWindows1252(new TextEncoder().encode(text));
}

function without(sheet: Sheet, header: string): Sheet {
  const column = columnOf(sheet, header);
  const keep = (cells: readonly string[]) => cells.filter((_cell, at) => at !== column);
  return { headers: keep(sheet.headers), rows: sheet.rows.map(keep) };
}

function unclosedAt(text: string, line: number): string {
  const lines = text.split('\r\n');
  const cells = (lines[line - 1] ?? '').split(';');
  cells[1] = `"${cells[1]}`;
  lines[line - 1] = cells.join(';');
  return lines.join('\r\n');
}

function reformatted(school: School, sheet: Sheet): Uint8Array {
  const column = columnOf(sheet, 'Date de naissance eleve');
  for (const row of sheet.rows) row[column] = (row[column] ?? '').split('/').reverse().join('-');
  return writeSheet(school, '', sheet).bytes;
}

function zeroless(school: School, sheet: Sheet): Uint8Array {
  for (const header of ['Code postal parent 1', 'Code postal parent 2']) {
    const column = columnOf(sheet, header);
    for (const row of sheet.rows) row[column] = (row[column] ?? '').replace(/^0+/, '');
  }
  return writeSheet(school, '', sheet).bytes;
}
