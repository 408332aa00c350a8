import { beforeAll, describe, expect, test } from 'vitest';
import type { GivenFile } from '@/entrypoints/workshop/protocol';
import type { JudgeContext, Judged } from '@/entrypoints/workshop/timetable/protocol';
import { NO_QUERY } from '@/entrypoints/workshop/timetable/state';
import { TimetableDesk } from '@/entrypoints/workshop/timetable/timetable-desk';
import { clearFile, encryptedFile, pastedCourses } from '@/tests/helpers/generate-timetable';
import { timetableModel } from '@/tests/helpers/timetable-model';
import { MAX_TIMETABLE_BYTES } from '@/utils/files/xml-open';
import { utf8 } from '../../../files/tables';

const model = timetableModel(4, { pupils: 200 });
const CONTEXT: JudgeContext = { ent: 'itslearning', today: '2026-09-08', salt: 'a'.repeat(64) };
const silent = () => undefined;

function given(name: string, text: string): GivenFile {
  const bytes = new Uint8Array(utf8(text));
  return { name, size: bytes.length, bytes: bytes.buffer };
}

const HEADER =
  'Clé de synchro élève;Nom d’utilisateur élève;Nom élève;Prénom élève;Date de naissance élève;Classe Apprenant;Niveau';
const PUPILS = model.pupils.filter(({ className, leftOn }) => className !== undefined && !leftOn);

/** One pupil of the timetable has one letter more there, and one account is of nobody. */
const ACCOUNTS = [
  HEADER,
  ...PUPILS.map(({ lastName, firstName, birthDate, className = '' }, n) =>
    [`k${n}`, `u${n}`, n === 20 ? `${lastName}X` : lastName, firstName, birthDate, className, ''].join(';'),
  ),
  'k999;u999;ABSENTE;Zoé;01/01/2013;4 A;',
].join('\r\n');

describe('a clear file and the accounts of the school', () => {
  const desk = new TimetableDesk();
  let judged: Judged;
  const told: number[] = [];
  beforeAll(async () => {
    desk.read([given('edt.xml', clearFile(model))], '2026-09-08', ({ done }) => told.push(done));
    desk.readAccounts({ files: [given('Student.csv', ACCOUNTS)], mappings: [] }, silent);
    judged = await desk.judge(CONTEXT, silent);
  });

  test('every planted fault is among the findings', () => {
    const rules = desk.list(NO_QUERY).findings.map(({ rule }) => rule);
    for (const rule of Object.keys(model.planted)) expect(rules).toContain(rule);
  });

  test('lessons: those of which nothing is made come first, and can be filtered and searched', () => {
    const { lessons } = NO_QUERY;
    const [first] = desk.list(NO_QUERY).lessons.items;
    expect(first).toMatchObject({ kind: 'nothing', mend: expect.stringContaining('Générer les groupes') });
    const several = desk.list({ ...NO_QUERY, lessons: { ...lessons, kind: 'several' } }).lessons;
    expect(several.items.map(({ courses }) => courses.length)).toEqual([2]);
    expect(several.matching).toBe(1);
    expect(several.total).toBeGreaterThan(20);
    const found = desk.list({ ...NO_QUERY, lessons: { ...lessons, text: 'lca  látin' } }).lessons;
    expect(found.items.every(({ title }) => title.startsWith('LCA LATIN'))).toBe(true);
    expect(found.matching).toBeGreaterThan(0);
    const [ofClass = ''] = judged.classes;
    const filtered = desk.list({ ...NO_QUERY, lessons: { ...lessons, className: ofClass } }).lessons;
    expect(filtered.items.every(({ title }) => title.includes(ofClass))).toBe(true);
    expect(filtered.matching).toBeLessThan(several.total);
  });

  test('outcomes are counted in lessons, every one of them', () => {
    const { course, several, nothing } = judged.outcomes;
    expect(course + several + nothing).toBe(model.lessons.length);
    expect(nothing).toBe(3);
  });

  test('lists come by pages', () => {
    const page = desk.list({ ...NO_QUERY, courses: { text: '', limit: 3 } }).courses;
    expect(page.items).toHaveLength(3);
    expect(page.matching).toBe(judged.courses.length);
    const french = desk.list({ ...NO_QUERY, courses: { text: 'français', limit: 300 } }).courses;
    expect(french.matching).toBe(judged.courses.filter(({ name }) => name.startsWith('FRANCAIS')).length);
    expect(french.matching).toBeGreaterThan(0);
  });

  test('people: who will not be reconciled, and why', () => {
    const [pupils] = judged.people;
    expect(pupils).toMatchObject({ profile: 'pupil', unreconciled: 1, absent: 1 });
    const of = (kind: 'unreconciled' | 'former' | 'absent') =>
      desk.list({ ...NO_QUERY, people: { ...NO_QUERY.people, kind } }).people.items;
    expect(of('unreconciled')).toMatchObject([
      { account: expect.stringMatching(/X /), reasons: [expect.stringMatching(/^Nom/)] },
    ]);
    expect(of('former').map(({ name }) => name)).toContain('ANCIEN Lou');
    expect(of('absent').map(({ name }) => name)).toEqual(['ABSENTE Zoé']);
  });

  test('classes that the accounts write otherwise are told', async () => {
    const other = new TimetableDesk();
    other.read([given('edt.xml', clearFile(model))], '2026-09-08', silent);
    const [ofClass = ''] = judged.classes;
    const respelt = ACCOUNTS.replaceAll(`;${ofClass};`, `;${ofClass.replace(' ', '')};`);
    other.readAccounts({ files: [given('Student.csv', respelt)], mappings: [] }, silent);
    await other.judge(CONTEXT, silent);
    const rowsOf = (one: TimetableDesk) =>
      one.list(NO_QUERY).findings.find(({ rule }) => rule === 'respelt-class')?.rows ?? [];
    expect(rowsOf(other).map(({ subject }) => subject)).toContain(ofClass);
    expect(rowsOf(desk).map(({ subject }) => subject)).not.toContain(ofClass);
  });

  test('progress is told', () => expect(told[0]).toBe(0));
});

describe('what is given together', () => {
  test('an encrypted file and a pasted list: the envelope of one, the lessons of the other', async () => {
    const desk = new TimetableDesk();
    desk.read([given('chiffre.xml', encryptedFile())], '2026-09-08', silent);
    const sources = desk.paste(pastedCourses(model));
    expect(sources.map(({ kind }) => kind)).toEqual(['encrypted', 'pasted-list']);
    expect(sources[0]?.unknowable.join(' ')).toContain('ne peuvent pas être contrôlés');
    const judged = await desk.judge({ ...CONTEXT, school: { uai: '0134567A', name: '' } }, silent);
    expect(judged.holding).toContain('wrong-school-file');
    expect(judged.courses.length).toBeGreaterThan(10);
    expect(judged.people).toEqual([]);
    expect(desk.paste('').map(({ kind }) => kind)).toEqual(['encrypted']);
  });

  test('a file that is refused says why and hides none of the others', async () => {
    const desk = new TimetableDesk();
    const sources = desk.read(
      [given('lettre.xml', 'Bonjour'), given('edt.xml', clearFile(model))],
      '2026-09-08',
      silent,
    );
    expect(sources.map(({ kind, problems }) => [kind, problems[0]?.code])).toEqual([
      [undefined, 'not-xml'],
      ['clear', undefined],
    ]);
    expect((await desk.judge(CONTEXT, silent)).counts.lessons).toBe(model.lessons.length);
  });

  test('a file above the limit crosses without its bytes, and is refused by its size', () => {
    const [source] = new TimetableDesk().read(
      [{ name: 'edt.xml', size: MAX_TIMETABLE_BYTES + 1 }],
      '2026-09-08',
      silent,
    );
    expect(source?.problems[0]).toMatchObject({ code: 'too-large', fatal: true });
  });

  test('a paste that is no timetable is told as such', () => {
    const [source] = new TimetableDesk().paste('Bonjour,\nvoici le menu de la cantine.');
    expect(source).toMatchObject({ problems: [{ code: 'not-a-timetable', fatal: true }] });
    expect(source).not.toHaveProperty('kind');
  });
});
