import { describe, expect, test } from 'vitest';
import { accountClasses } from '@/entrypoints/workshop/timetable/people-list';
import { audit, type Outcome, type RuleResult } from '@/utils/core/audit';
import { schoolYearOn } from '@/utils/core/context';
import { readTimetable } from '@/utils/files/timetable';
import { openReference } from '@/utils/import-control';
import { TIMETABLE_RULES } from '@/utils/rules/lists/timetable';
import { inventSchool } from './school';
import { sampleAnswer, timetableSamples } from './timetable-samples';

const DATE = '2026-09-08';
const SCHOOL = inventSchool('college', 2025);
const SAMPLES = timetableSamples(SCHOOL, DATE);
const context = {
  ent: 'itslearning',
  today: DATE,
  schoolYear: schoolYearOn(DATE),
  school: { id: SCHOOL.uai, name: SCHOOL.name, uai: SCHOOL.uai },
} as const;

const read = new Map<string, RuleResult[]>();
const CSV = /\.csv$/;

/** What all rules say of a sample; each is read once. With the accounts of the ENT, as the workshop does. */
function judged(name: string): RuleResult[] {
  const known = read.get(name);
  if (known) return known;
  const sample = SAMPLES.find((one) => one.name === name);
  if (!sample) throw new Error(`No sample « ${name} »`);
  const { facts } = readTimetable(name, sample.bytes, { today: DATE });
  const accounts = SAMPLES.find((one) => CSV.test(one.name) && name.endsWith('_600.xml'));
  const classes = accounts && accountClasses(openReference([accounts], []).rosters);
  const all = { ...facts, ...(classes && { classes }) };
  const results = audit(Object.values(TIMETABLE_RULES), all, context);
  read.set(name, results);
  return results;
}

/** Rules that found something for certain in a sample. */
function found(name: string, outcomes: readonly Outcome[] = ['violation']): string[] {
  return judged(name)
    .filter(({ outcome, flags }) => outcomes.includes(outcome) && flags.length > 0)
    .map(({ rule }) => rule);
}

describe('each sample shows what it says', () => {
  test('right ones have nothing wrong', () => {
    expect(found(`Edt_To_itslearning_${SCHOOL.uai}.xml`)).toEqual([]);
    expect(found(`${SCHOOL.uai}_600_sans_defaut.xml`)).toEqual([]);
  });

  test('wrong ones are found', () => {
    expect(found(`Edt_To_NEO_${SCHOOL.uai}.xml`)).toEqual(['wrong-partner']);
    expect(found('Edt_To_itslearning_0134567A.xml')).toEqual(['wrong-school-file']);
    for (const size of [600, 2500])
      expect(found(`${SCHOOL.uai}_${size}.xml`)).toEqual(
        expect.arrayContaining(['double-idpn', 'homonym', 'memberless-group', 'part-only-lesson']),
      );
  });
});

/** Source: domain itslearning § 6.2, its own numbers. */
const PATTERNS: Record<string, readonly string[]> = {
  R1: ['part-only-lesson'],
  R2: ['audienceless-lesson'],
  R3: ['multi-class-lesson'],
  R4: ['memberless-group'],
  R5: ['pupil-and-class-group'],
  R6: ['past-year-pupil'],
  R7: ['teacherless-lesson'],
  R8: ['homonym', 'double-idpn'],
  R9: ['wrong-school-file'],
  R10: ['stale-file'],
  R11: ['respelt-class'],
};

test.each(Object.entries(PATTERNS))('%s (%s) is in a sample, and found in it', (_number, rules) => {
  const timetables = SAMPLES.filter(({ name }) => !CSV.test(name));
  const all = new Set(timetables.flatMap(({ name }) => found(name, ['violation', 'review'])));
  for (const rule of rules) expect(all).toContain(rule);
});

test('they are listed and downloaded from the demonstration', () => {
  const asked = (path: string) => sampleAnswer(SCHOOL, DATE, new URL(path, 'https://modules.itslfr-aws.com'));
  const list = String(asked(`/exemples-edt?site=${SCHOOL.site}`)?.body);
  for (const { name } of SAMPLES) {
    expect(list).toContain(`/exemples-edt/${name}?`);
    expect(asked(`/exemples-edt/${name}`)?.headers?.['content-disposition']).toContain(name);
  }
  expect(asked('/import-edt')).toBeUndefined();
});
