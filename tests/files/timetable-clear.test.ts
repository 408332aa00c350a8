import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTimetable } from '@/utils/files/timetable';
import { readAudienceCell } from '@/utils/files/timetable-audience';

const SAMPLE = readFileSync(join(import.meta.dirname, '../fixtures/timetable/sample-socle-clair.xml'));

test('reads every kind of lesson of the sample', () => {
  const { kind, facts, problems } = readTimetable('socle.xml', SAMPLE);
  expect([kind, problems]).toEqual(['clear', []]);
  const lessons = facts.lessons?.items.map(({ audience, courses, otherCourse, slot, weeks, at }) => [
    audience,
    courses,
    otherCourse,
    slot,
    weeks,
    at.in === 'file' && at.line,
  ]);
  expect(lessons).toEqual([
    ['group', ['LCA LATIN - 4ABLATIN'], undefined, 'lundi, 08:00', [1], 29],
    ['part', [], undefined, 'lundi, 09:00', [1], 32],
    ['classes', ['LCA LATIN - 4 A', 'LCA LATIN - 4 B'], undefined, 'mardi, 08:00', [1], 35],
    ['none', [], undefined, 'mardi, 09:00', undefined, 38],
  ]);
  expect(facts.lessons?.items[1]?.parts).toEqual([{ class: '4 A' }]);
  expect(facts.lessons?.items[0]?.teachers).toEqual(['EXEMPLE Alix']);
  expect(facts.timetableFiles?.items[0]).toMatchObject({
    form: 'clear',
    uai: '0000000A',
    year: { from: '2026-09-01', to: '2027-07-03' },
  });
});

test('only present stays count: those of the year, or of the day when it is given', () => {
  const text = SAMPLE.toString()
    .replace('DateSortie="2027-07-03"/>', 'DateSortie="2026-12-18"/>')
    .replace(
      'Sexe="Feminin"/>',
      'Sexe="Feminin"><Classe Ident="2" DateEntree="2025-09-01" DateSortie="2026-07-04"/></Eleve>',
    );
  const placed = (today?: string) =>
    readTimetable('socle.xml', new TextEncoder().encode(text), {
      ...(today && { today }),
    }).facts.timetablePupils?.items.map(({ classes, groups, leftOn }) => [
      classes.join(),
      groups.join(),
      leftOn,
    ]);
  const former = ['', '', '2026-07-04'];
  expect(placed()).toEqual([['4 A', '4ABLATIN', '2026-12-18'], former]);
  expect(placed('2027-01-05')).toEqual([['', '4ABLATIN', '2026-12-18'], former]);
  // Imported before the year begins, it is the file of the return to school; long after, that of the last day.
  for (const summer of ['2026-07-20', '2026-08-28', '2026-08-31'])
    expect(placed(summer)).toEqual([['4 A', '4ABLATIN', '2026-12-18'], former]);
  expect(placed('2027-08-20')).toEqual([['', '4ABLATIN', '2026-12-18'], former]);
});

test('commas inside the marks of EDT separate nothing', () => {
  expect(readAudienceCell('[LATIN, GREC], <4 A> <LV2, LV3> ALL')).toEqual({
    groups: ['LATIN, GREC'],
    classes: [],
    parts: [{ class: '4 A', name: 'ALL' }],
  });
});
