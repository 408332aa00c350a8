import { partOf } from './cast';
import type { EditedFile, FileRule, PlantedEdit } from './manifest';
import type { FileProfile, School } from './model';
import { columnOf, nextYearSheet } from './next-year';
import { exportName, exportSheet, type Sheet, writeSheet } from './sheet';

/** A class of the collège whose column was never touched. */
const FORGOTTEN_CLASS = '5e B';

type Verdict = PlantedEdit['expected'];

/** A next year's sheet under edition: lines are only counted at the end, since rows come and go. */
function editor(school: School, profile: FileProfile) {
  const before = exportSheet(school, profile);
  const sheet = nextYearSheet(school, profile);
  const planted: { row: string[]; edit: Omit<PlantedEdit, 'line'> }[] = [];
  const nameAt = sheet.headers.findIndex((header) => header.startsWith('Nom ') && !header.includes('utilis'));
  const find = (from: Sheet, lastName: string) => {
    const row = from.rows.find((one) => one[nameAt] === lastName);
    if (!row) throw new Error(`Nobody is called ${lastName}.`);
    return row;
  };
  const kept = new Map<string, string[]>();
  return {
    sheet,
    before,
    rowOf(lastName: string): string[] {
      const row = kept.get(lastName) ?? find(sheet, lastName);
      kept.set(lastName, row);
      return row;
    },
    partRow(part: string): string[] {
      return this.rowOf(partOf(school.kind, part).lastName);
    },
    plant(row: string[], rule: FileRule, expected: Verdict, why: string, field?: string): void {
      planted.push({ row, edit: { rule, expected, why, ...(field && { field }) } });
    },
    /** Writes something else in a cell of a part's row, and says what must be found there. */
    edit(
      part: string,
      field: string,
      change: (text: string) => string,
      rule: FileRule,
      why: string,
      expected: Verdict = 'violation',
    ): void {
      const row = this.partRow(part);
      const column = columnOf(sheet, field);
      const after = change(row[column] ?? '');
      if (after === row[column]) throw new Error(`« ${part} » changes nothing in « ${field} ».`);
      row[column] = after;
      this.plant(row, rule, expected, why, field);
    },
    remove(row: string[]): void {
      sheet.rows.splice(sheet.rows.indexOf(row), 1);
    },
    finish(edit: string): EditedFile {
      const name = exportName(school, profile);
      const lineOf = (row: string[]) => {
        const at = sheet.rows.indexOf(row);
        return at >= 0 ? { line: at + 2 } : { line: before.rows.indexOf(row) + 2, gone: true };
      };
      return {
        ...writeSheet(school, name, sheet),
        edit,
        school: school.kind,
        profile,
        before: writeSheet(school, name, before),
        planted: planted.map(({ row, edit: one }) => ({ ...one, ...lineOf(row) })),
      };
    },
    goneRow: (lastName: string) => find(before, lastName),
  };
}

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The collège's pupils and parents, with an edit of every kind on a row of its own. */
export function editedPupils(school: School): EditedFile {
  const on = editor(school, 'Parent');
  const { sheet } = on;
  const key = 'changed-sync-key';
  on.edit('accent', 'Prenom eleve', bare, key, 'Accent lost in the first name.');
  on.edit('hyphen', 'Prenom eleve', (text) => text.replace('-', ' '), key, 'Hyphen turned into a space.');
  on.edit(
    'case',
    'Nom eleve',
    () => 'Champvert',
    key,
    'Capitals lost: any change counts (source 000 §1.4.A).',
  );
  on.edit('apostrophe', 'Nom eleve', (text) => text.replace("'", '’'), key, 'Another apostrophe.');
  on.edit('trailing space', 'Nom eleve', (text) => `${text} `, key, 'A space after the name.');
  on.edit('no-break space', 'Nom eleve', (text) => text.replace(' ', '\u00A0'), key, 'A no-break space.');
  on.edit('date', 'Date de naissance eleve', otherDay, key, 'Another birth date.');
  on.edit('parent', 'Prenom parent 1', (text) => `${text} Paul`, key, 'First name added to a parent.');
  on.edit('key', 'Clé de synchro élève', (text) => `${text}x`, key, 'The key itself was edited.');
  on.edit(
    'username',
    'Nom utilisateur eleve',
    (text) => `${text}.2026`,
    'changed-username',
    'Username edited.',
  );
  on.edit('emptied', 'Clé de synchro élève', () => '', 'emptied-key', 'Key emptied, everything else kept.');
  on.edit(
    'zero',
    'Code postal parent 1',
    () => '1160',
    'mangled-value',
    'A spreadsheet ate the leading zero.',
  );
  on.edit('exponent', 'Code postal parent 1', () => '1,16E+03', 'mangled-value', 'Scientific notation.');
  on.edit('date format', 'Date de naissance eleve', isoDate, 'mangled-value', 'Same day, another format.');
  const other = on.partRow('username')[columnOf(sheet, 'Clé de synchro élève')] ?? '';
  on.edit('pasted', 'Clé de synchro élève', () => other, 'repeated-key', 'The key of another row, pasted.');
  on.plant(
    on.partRow('username'),
    'repeated-key',
    'violation',
    'Its key also stands on another row.',
    'Clé de synchro élève',
  );
  enterAgain(on);
  forgetClass(on);
  dropAndKeep(on);
  return on.finish('rows');
}

/** Somebody known is taken out and typed in again, as if new. */
function enterAgain(on: ReturnType<typeof editor>): void {
  const { sheet } = on;
  const row = on.partRow('twin');
  const typed = [...row];
  typed[columnOf(sheet, 'Clé de synchro élève')] = '';
  typed[columnOf(sheet, 'Nom utilisateur eleve')] = '';
  typed[columnOf(sheet, 'Prenom eleve')] = 'Anais';
  on.remove(row);
  sheet.rows.push(typed);
  on.plant(
    typed,
    'twin-account',
    'violation',
    'Known pupil typed in again, without accent nor key.',
    'Prenom eleve',
  );
}

function forgetClass(on: ReturnType<typeof editor>): void {
  const { sheet, before } = on;
  const [classes, levels] = [columnOf(sheet, 'Classe Apprenant'), columnOf(sheet, 'Niveau Apprenant')];
  const keys = new Set(before.rows.filter((row) => row[classes] === FORGOTTEN_CLASS).map(([key]) => key));
  for (const row of sheet.rows.filter(([key]) => key && keys.has(key))) {
    row[classes] = FORGOTTEN_CLASS;
    row[levels] = FORGOTTEN_CLASS.slice(0, 2);
    on.plant(row, 'unpromoted-pupil', 'violation', 'The whole class kept its class.', 'Classe Apprenant');
  }
}

function dropAndKeep(on: ReturnType<typeof editor>): void {
  const { sheet, before } = on;
  for (const part of ['dropped one', 'dropped other']) {
    on.remove(on.partRow(part));
    const gone = on.goneRow(partOf('college', part).lastName);
    on.plant(gone, 'dropped-user', 'violation', 'Taken out, yet not in the class that leaves.');
  }
  for (const leaver of before.rows.filter((row) => row[columnOf(before, 'Niveau Apprenant')] === '3e'))
    on.plant(leaver, 'dropped-user', 'none', 'Of the 3e, expected to leave.');
  on.edit('group', 'Groupe Apprenant', () => 'THÉÂTRE', 'changed-sync-key', 'Groups may change.', 'none');
  on.edit('moved class', 'Classe Apprenant', () => '3e A', 'changed-sync-key', 'Classes may change.', 'none');
  const arrived = sheet.rows.filter(([key, , , , login]) => !key && !login);
  for (const row of arrived.filter((one) => one[2] !== 'Anais')) {
    on.plant(row, 'emptied-key', 'none', 'An arrival has no key yet.');
    on.plant(row, 'twin-account', 'none', 'An arrival: siblings, twins and a leaver’s homonym included.');
  }
}

/** The collège's teachers: one accent, one homonym, and the ordinary comings and goings. */
export function editedColleagues(school: School): EditedFile {
  const on = editor(school, 'Teacher');
  const { sheet } = on;
  const changed = on.rowOf('RENÉ');
  changed[columnOf(sheet, 'Nom enseignant')] = 'RENE';
  on.plant(changed, 'changed-sync-key', 'violation', 'Accent lost in the surname.', 'Nom enseignant');
  const duty = on.rowOf('PETIT-JEAN');
  duty[columnOf(sheet, 'Matiere enseignant')] = 'Technologie';
  on.plant(duty, 'changed-sync-key', 'none', 'The subject is no part of the key.', 'Matiere enseignant');
  const homonym = duty.map((text, at) => (sheet.headers[at]?.match(/^(Clé|Nom utilisateur)/) ? '' : text));
  sheet.rows.push(homonym);
  on.plant(homonym, 'twin-account', 'review', 'Same name as a teacher who stays: twin or homonym, same key.');
  return on.finish('teachers');
}

/** The lycée's pupils, in Windows-1252 and with other keys. */
export function editedLyceePupils(school: School): EditedFile {
  const on = editor(school, 'Student');
  const key = 'Clé de synchro élève / parent';
  on.edit('accent', 'Prenom eleve', bare, 'changed-sync-key', 'Accent lost; the key had none either.');
  on.edit('hyphen', 'Prenom eleve', (text) => text.replace('-', ''), 'changed-sync-key', 'Hyphen lost.');
  on.edit('emptied', key, () => '', 'emptied-key', 'Key emptied.');
  on.remove(on.partRow('dropped one'));
  on.plant(on.goneRow("D'ARCOURT"), 'dropped-user', 'violation', 'Taken out of the 1re.');
  for (const leaver of on.before.rows.filter((row) => row[6] === 'Tle' && row[1] !== 'ESTAMPE'))
    on.plant(leaver, 'dropped-user', 'none', 'Of the Terminale, expected to leave.');
  on.plant(on.partRow('repeater'), 'unpromoted-pupil', 'none', 'One pupil repeats the year, not a class.');
  return on.finish('lycée pupils');
}

function otherDay(date: string): string {
  return date.startsWith('11') ? date.replace('11', '12') : date.replace(/^\d\d/, '11');
}

function isoDate(date: string): string {
  return date.split('/').reverse().join('-');
}
