import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { LastTimetable } from '@/utils/core/timetable-facts';
import { softwareOf } from '@/utils/files/timetable-container';
import { controlTimetable, type KeptForTimetable } from '@/utils/timetable-control';
import type { ControlledTimetable, TimetableControl } from '@/utils/timetable-messages';
import { clearFile, encryptedFile, exportedCourses } from './helpers/generate-timetable';
import { nameOf, timetableModel } from './helpers/timetable-model';
import { typographyFaults } from './helpers/typography';

const NOW = new Date('2026-09-08T10:00:00');
const SALT = 'a'.repeat(64);
const SCHOOL = { id: '0490856P', name: 'Collège fictif', uai: '0490856P' };
const model = timetableModel(4, { pupils: 60 });
const CLEAR = clearFile(model, { uai: '0490856P' });

const keeping = (last?: LastTimetable): KeptForTimetable => ({
  last: async (uai) => (uai === last?.uai ? last : undefined),
  salt: async () => SALT,
});

function control(content: string | Uint8Array, kept = keeping(), school: typeof SCHOOL | null = SCHOOL) {
  const bytes = new Uint8Array(typeof content === 'string' ? strToU8(content) : content);
  const file = { name: 'edt.xml', bytes };
  return controlTimetable(file, { ent: 'itslearning', ...(school && { school }) }, kept, NOW);
}

function done(control: TimetableControl): ControlledTimetable {
  if (control.kind !== 'done') throw new Error(JSON.stringify(control));
  // Through JSON, as messages go.
  expect(JSON.parse(JSON.stringify(control))).toEqual(control);
  return control;
}

const holding = ({ results }: ControlledTimetable) =>
  results.filter(({ flags }) => flags.some(({ holds, review }) => holds && !review)).map(({ rule }) => rule);

test('an ordinary encrypted file is told by its envelope, and holds nothing', async () => {
  const found = done(await control(encryptedFile()));
  expect(holding(found)).toEqual([]);
  expect(found.lines.join(' ')).toMatch(/chiffré.*0490856P.*PRONOTE Monoposte.*07\/09\/2026.*itslearning/);
  expect(found.lines.join(' ')).toMatch(/ne peuvent pas être contrôlés/);
  expect(found.unknowable.join(' ')).toMatch(/seul l’ENT peut l’ouvrir/);
  expect(found.remember).toMatchObject({ last: { uai: '0490856P', identifiers: [] } });
  expect(found.remember).not.toHaveProperty('courses');
});

test('another school or another partner holds the import', async () => {
  const found = done(
    await control(encryptedFile({ uai: '0134567A', partners: ['INDEXEDUCATION', 'NEO-Open'] })),
  );
  expect(holding(found).sort()).toEqual(['wrong-partner', 'wrong-school-file']);
});

test('what is wrong with the file itself comes before what follows from it', async () => {
  const past = timetableModel(4, { pupils: 60, startsIn: 2025 });
  const { results } = done(await control(clearFile(past, { uai: '0490856P' })));
  const found = results.filter(({ outcome }) => outcome === 'violation').map(({ rule }) => rule);
  expect(found[0]).toBe('stale-file');
  expect(found.length).toBeGreaterThan(1);
});

test('a list of EDT, and a file that is cut, are refused in plain words', async () => {
  const said = async (content: string) => {
    const control_ = await control(content);
    return control_.kind === 'unreadable' ? control_.problems.join(' ') : control_.kind;
  };
  expect(await said(exportedCourses(model))).not.toContain('edt.xml');
  expect(await said(CLEAR.slice(0, 5000))).toMatch(/ligne\u00A0\d+, colonne\u00A0\d+/);
});

test('without a school on the screen, the file’s own is only to be looked at', async () => {
  const found = done(await control(encryptedFile(), keeping(), null));
  expect(holding(found)).toEqual([]);
  expect(found.results.find(({ rule }) => rule === 'wrong-school-file')?.outcome).toBe('review');
});

test('another edition than the last file seen holds the import', async () => {
  const software = softwareOf('PRONOTE Réseau-PRONOTE 2026 - 0.5.14');
  const last = { uai: '0490856P', at: NOW.toISOString(), ...(software && { software }), identifiers: [] };
  expect(holding(done(await control(encryptedFile(), keeping(last))))).toEqual(['changed-pronote-edition']);
});

describe('a clear file', () => {
  test('gives its findings and its courses, and remembers nobody', async () => {
    const found = done(await control(CLEAR));
    expect(found.results.find(({ rule }) => rule === 'part-only-lesson')?.outcome).toBe('violation');
    expect(found.lines.join(' ')).toMatch(/cours attendus/);
    const { last, courses } = found.remember ?? {};
    expect(courses?.length).toBeGreaterThan(10);
    expect(last?.identifiers).toHaveLength(60);
    const text = JSON.stringify(found.remember);
    for (const person of [...model.pupils, ...model.teachers]) expect(text).not.toContain(nameOf(person));
  });

  test('whose identifiers were all renewed holds the import', async () => {
    const { last } = done(await control(CLEAR)).remember ?? {};
    const renewed = CLEAR.replace(/IDPN="(.)/g, (_, sign) => `IDPN="${sign === 'A' ? 'B' : 'A'}`);
    expect(holding(done(await control(renewed, keeping(last))))).toEqual(['changed-pronote-edition']);
    expect(holding(done(await control(CLEAR, keeping(last))))).toEqual([]);
  });
});

describe('what cannot be read says why', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['no XML', 'Bonjour', /pas du XML/],
    ['truncated', CLEAR.slice(0, 3000), /coupé/],
    ['another namespace', CLEAR.replace('exportemploidutemps', 'autre'), /espace de noms/],
    ['an entity bomb', CLEAR.replace('<Export', '<!DOCTYPE a [<!ENTITY a "ha">]><Export'), /DOCTYPE/],
    [
      'a Word document',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
      /bureautique/,
    ],
    ['a list of EDT', exportedCourses(model), /ne peut pas l’importer.*atelier/],
    [
      'a list of EDT that lacks a column',
      exportedCourses(model).replace(/<MAT_\w+>[^<]*<\/MAT_\w+>/g, ''),
      /ne peut pas l’importer.*atelier/,
    ],
  ])('%s', async (_name, content, says) => {
    const found = await control(content);
    if (found.kind !== 'unreadable') throw new Error(found.kind);
    expect(found.problems.join(' ')).toMatch(says);
    for (const problem of found.problems)
      expect(typographyFaults(problem.replace(/«\u00A0[^»]*\u00A0»/g, '«\u00A0\u00A0»'))).toEqual([]);
  });

  test('storage that refuses does not keep the file from being judged', async () => {
    const refusing = { ...keeping(), last: () => Promise.reject(new Error('refusé')) };
    expect(done(await control(encryptedFile({ uai: '0134567A' }), refusing)).results.length).toBeGreaterThan(
      0,
    );
  });

  test('anything else that fails is told as text', async () => {
    const broken = { ...keeping(), salt: () => Promise.reject(new Error('Panne.')) };
    expect(await control(encryptedFile(), broken)).toMatchObject({
      kind: 'failed',
      says: expect.stringContaining('Panne.'),
    });
  });
});
