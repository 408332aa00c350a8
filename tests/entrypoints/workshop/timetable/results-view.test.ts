import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { resultsView } from '@/entrypoints/workshop/timetable/results-view';
import { initialState, NO_QUERY } from '@/entrypoints/workshop/timetable/state';
import { TimetableDesk } from '@/entrypoints/workshop/timetable/timetable-desk';
import { verdictOf } from '@/entrypoints/workshop/timetable/verdict';
import { encryptedFile } from '@/tests/helpers/generate-timetable';
import { utf8 } from '../../../files/tables';

const DAY = '2026-09-08';

/** What is shown of a right file of 0490856P once this code was typed, or none. */
async function shown(uai: string) {
  const desk = new TimetableDesk();
  const bytes = new Uint8Array(utf8(encryptedFile()));
  const given = { name: 'edt.xml', size: bytes.length, bytes: bytes.buffer };
  const sources = desk.read([given], DAY, () => undefined);
  const school = uai ? { school: { uai, name: '' } } : {};
  const judged = await desk.judge(
    { ent: 'itslearning', today: DAY, salt: 'a'.repeat(64), ...school },
    () => undefined,
  );
  return resultsView({ ...initialState(DAY), uai, sources, judged, pages: desk.list(NO_QUERY) }, judged);
}

test('an archive that lacks files is to be mended, although no rule speaks of it', async () => {
  const desk = new TimetableDesk();
  const bytes = new Uint8Array(zipSync({ 'UDCal_00.xml': utf8('<init/>') }));
  const sources = desk.read(
    [{ name: 'UDT.zip', size: bytes.length, bytes: bytes.buffer }],
    DAY,
    () => undefined,
  );
  const judged = await desk.judge({ ent: 'itslearning', today: DAY, salt: 'a'.repeat(64) }, () => undefined);
  const { verdict } = resultsView(
    { ...initialState(DAY), sources, judged, pages: desk.list(NO_QUERY) },
    judged,
  );
  expect(verdict.grade).toBe('serious');
  expect(verdict.text).toContain('1\u00a0problème à réparer');
});

test('a paste without its title line: what the lessons become is not known, and no list of courses is claimed', async () => {
  const desk = new TimetableDesk();
  const sources = desk.paste('1h00\tEPS\t[4AB]\n1h00\tEPS\t4 A, 4 B\n1h00\tEPS\t<4 A> <EPS> F\n');
  const judged = await desk.judge({ ent: 'itslearning', today: DAY, salt: 'a'.repeat(64) }, () => undefined);
  const state = { ...initialState(DAY), sources, judged, pages: desk.list(NO_QUERY), coursesHref: 'blob:x' };
  const { lessons, courses } = resultsView(state, judged);
  expect(lessons?.note).toBe('3\u00a0séances, 1 sans aucun cours, 2 dont le nom du cours n’est pas connu');
  expect(lessons?.rows.map(({ title }) => title)).toContain('Matière non connue, groupe 4AB');
  expect(courses).toBeUndefined();
});

test('a list without a column of teachers: none is said to be missing, and the point is a reserve', async () => {
  const desk = new TimetableDesk();
  const sources = desk.paste('Matière\tClasse\nEPS\t4 A\nLATIN\t4 B\n');
  const header = 'Nom Enseignant;Prénom Enseignant;Code enseignant';
  const accounts = new Uint8Array(utf8(`${header}\nEXEMPLE;Alix;e1\n`));
  desk.readAccounts(
    { files: [{ name: 'Teacher.csv', size: accounts.length, bytes: accounts.buffer }], mappings: [] },
    () => undefined,
  );
  const judged = await desk.judge({ ent: 'itslearning', today: DAY, salt: 'a'.repeat(64) }, () => undefined);
  const state = { ...initialState(DAY), sources, judged, pages: desk.list(NO_QUERY), coursesHref: 'blob:x' };
  const { groups, cautions, lessons, courses, people, verdict } = resultsView(state, judged);
  expect(groups).toEqual([]);
  expect(verdict.grade).toBe('review');
  expect(cautions.join()).toContain('Séance sans enseignant');
  expect(lessons?.rows.map(({ teachers }) => teachers)).toEqual([
    'Enseignant non connu',
    'Enseignant non connu',
  ]);
  expect(courses?.rows.map(({ participants }) => participants)).toEqual(['non connu', 'non connu']);
  expect([people.list, judged.people]).toEqual([undefined, []]);
});

const isAsked = (caution: string) => caution.includes('tapez le code UAI');

describe('the school of the import', () => {
  test('not said yet: a reserve, never a file « à réparer »', async () => {
    const { groups, cautions, verdict } = await shown('');
    expect(groups.map(({ id }) => id)).not.toContain('wrong-school-file');
    expect(cautions.filter(isAsked)).toHaveLength(1);
    expect(verdict.grade).toBe('review');
  });

  test('the right one: neither', async () => {
    const { groups, cautions } = await shown('0490856P');
    expect(groups.map(({ id }) => id)).not.toContain('wrong-school-file');
    expect(cautions.filter(isAsked)).toEqual([]);
  });

  test('another one: the file is told first', async () => {
    const { groups, verdict } = await shown('0134567A');
    expect(groups[0]).toMatchObject({ id: 'wrong-school-file', grade: 'critical' });
    expect(verdict.grade).toBe('critical');
  });
});

test('people who will not be reconciled are in the verdict, whatever the file is worth otherwise', () => {
  const people = (counts: object) => [
    {
      profile: 'pupil' as const,
      reconciled: 60,
      unreconciled: 0,
      unknown: 0,
      doubtful: 0,
      former: 0,
      uncompared: 0,
      absent: 0,
      ...counts,
    },
  ];
  const said = (counts: object) =>
    verdictOf({ sources: [] }, [], { cautious: false, read: ['40 séances'], people: people(counts) });
  expect(said({})).toEqual({ grade: 'pass', text: 'Rien à signaler (40 séances).' });
  expect(said({ unreconciled: 1, unknown: 1, former: 1 })).toEqual({
    grade: 'serious',
    text: '3\u00a0personnes ne seront pas réconciliées (40 séances).',
  });
  expect(said({ doubtful: 1 })).toEqual({
    grade: 'review',
    text: '1\u00a0personne à vérifier (40 séances).',
  });
});
