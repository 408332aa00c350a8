import { describe, expect, test } from 'vitest';
import { audit } from '@/utils/core/audit';
import { schoolYearOn } from '@/utils/core/context';
import { readTimetable } from '@/utils/files/timetable';
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

/** Rules that found something for certain in a sample. */
function found(name: string): string[] {
  const sample = SAMPLES.find((one) => one.name === name);
  if (!sample) throw new Error(`No sample « ${name} »`);
  const { facts } = readTimetable(name, sample.bytes, { today: DATE });
  return audit(Object.values(TIMETABLE_RULES), facts, context)
    .filter(({ outcome }) => outcome === 'violation')
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

test('they are listed and downloaded from the demonstration', () => {
  const asked = (path: string) => sampleAnswer(SCHOOL, DATE, new URL(path, 'https://modules.itslfr-aws.com'));
  const list = String(asked(`/exemples-edt?site=${SCHOOL.site}`)?.body);
  for (const { name } of SAMPLES) {
    expect(list).toContain(`/exemples-edt/${name}?`);
    expect(asked(`/exemples-edt/${name}`)?.headers?.['content-disposition']).toContain(name);
  }
  expect(asked('/import-edt')).toBeUndefined();
});
