// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { wizardPages } from '@/entrypoints/overlay/wizard-pages';
import { documentOf } from '@/tests/helpers/saved-screens';
import { audit } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { readScreen } from '@/utils/ents/read-screen';
import { ITSLEARNING_IMPORT_RULES } from '@/utils/rules/lists/itslearning-import';
import { wrongSchoolFile } from '@/utils/rules/wrong-school-file';
import { inventSchool } from './school';
import { SKINS, type Skin } from './skins';
import { inventTimetable } from './timetable';
import { plantedFaults } from './timetable-manifest';
import { STAGES, type Stage, timetableScreen } from './timetable-screens';

const RULES = [...Object.values(ITSLEARNING_IMPORT_RULES), wrongSchoolFile];
const SCHOOLS = (['college', 'lycee'] as const).map((kind) => {
  const school = inventSchool(kind, 2025);
  return { kind, school, done: inventTimetable(school) };
});
/** Leafs through a screen as a person does, and gives what is flagged at the last page. */
function flagged(
  { school, done }: (typeof SCHOOLS)[number],
  stage: Stage,
  skin: Skin,
  language: 'fr' | 'en',
) {
  const url = new URL(`https://modules.itslfr-aws.com/import-edt?site=${school.site}`);
  const pages = wizardPages();
  let found: string[] = [];
  for (let page = 1, last = 1; page <= last; page++) {
    const html = timetableScreen(school, done, { stage, skin, language, page, run: 0 }).replace(
      /<link[^>]*>/,
      '',
    );
    const document = documentOf(html);
    const { facts, unreadable } = readScreen(itslearning, document, url);
    expect(unreadable).toEqual([]);
    last = facts.wizardSteps?.items[0]?.pages ?? 1;
    const known = itslearning.school(document, url);
    const context = contextOn(new Date(2026, 7, 25), { ent: 'itslearning', ...(known && { school: known }) });
    const results = audit(RULES, pages.gathered(facts), context);
    expect(results.filter(({ outcome }) => outcome === 'error')).toEqual([]);
    found = results.flatMap(({ rule, flags }) =>
      flags.map(({ subject, review }) => `${rule} ${review ? 'review' : 'violation'} ${subject}`),
    );
  }
  return found.sort();
}

describe.each(SKINS)('%s', (skin) => {
  const cases = SCHOOLS.flatMap((one) => (['fr', 'en'] as const).map((language) => ({ ...one, language })));

  test.each(cases)(
    '$kind in $language: every planted fault is flagged, and nothing else',
    ({ language, ...one }) => {
      for (const stage of STAGES) {
        const expected = plantedFaults()
          .filter((fault) => fault.school === one.kind && fault.stage === stage)
          .map(({ rule, expected: how, subject }) => `${rule} ${how} ${subject}`)
          .sort();
        const found = flagged(one, stage, skin, language);
        const where = `${stage}, ${language}`;
        expect(found, where).toHaveLength(expected.length);
        // In English, the screen's own words that a finding quotes are English too.
        if (language === 'fr' || stage !== 'resume')
          for (const [at, start] of expected.entries())
            expect(found[at]?.startsWith(start), `${where}: ${found[at]} / ${start}`).toBe(true);
      }
    },
  );
});

test.each(SKINS)(
  '%s: an empty step is told as such, in French and in English, and nothing else is',
  (skin) => {
    const [, lycee] = SCHOOLS;
    if (!lycee) throw new Error('No second school.');
    const rows = { ...lycee.done.rows, groups: [] };
    for (const language of ['fr', 'en'] as const) {
      const [only, other] = flagged({ ...lycee, done: { ...lycee.done, rows } }, 'groupes', skin, language);
      expect(only).toMatch(/^empty-import-step review S[ée]lection (?:des groupes|of groups)$/);
      expect(other).toBeUndefined();
    }
  },
);

test('every step of the wizard and every rule on it has a planted fault, or is said not to', () => {
  const planted = new Set(plantedFaults().map(({ rule }) => rule));
  const elsewhere = [
    'empty-import-step',
    'forgotten-self-enrolment',
    'missing-course',
    'respelt-course',
    'unexpected-course',
  ];
  expect(Object.keys(ITSLEARNING_IMPORT_RULES).filter((id) => !planted.has(id))).toEqual(elsewhere);
});
