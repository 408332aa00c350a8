// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { inventSchool } from '@/tests/demo/itslearning/school';
import { SKINS, type Skin } from '@/tests/demo/itslearning/skins';
import { inventTimetable } from '@/tests/demo/itslearning/timetable';
import { type Asked, STAGES, type Stage, timetableScreen } from '@/tests/demo/itslearning/timetable-screens';
import { documentOf } from '@/tests/helpers/saved-screens';
import { shuffleNames } from '@/tests/reading/markups';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { irreversibleAt, placesOn, readScreen } from '@/utils/ents/read-screen';

const SCHOOL = inventSchool('college', 2025);
const DONE = inventTimetable(SCHOOL);
const URL_OF = new URL('https://modules.itslfr-aws.com/import-edt?site=college-demo');

/** Without its style sheet, which no test loads. */
const html = (stage: Stage, more: Partial<Asked> = {}) =>
  timetableScreen(SCHOOL, DONE, { stage, skin: 'ccl', language: 'fr', page: 1, run: 0, ...more }).replace(
    /<link[^>]*>/,
    '',
  );
const readHtml = (page: string) => readScreen(itslearning, documentOf(page), URL_OF);
const read = (stage: Stage, more: Partial<Asked> = {}) => readHtml(html(stage, more));

const PAGES: Record<Stage, string> = {
  etablissement: 'import-edt',
  fichier: 'import-edt',
  rne: 'import-edt-file',
  matieres: 'import-edt-steps',
  classes: 'import-edt-steps',
  groupes: 'import-edt-steps',
  cours: 'import-edt-steps',
  enseignants: 'import-edt-users',
  eleves: 'import-edt-users',
  resume: 'import-edt-summary',
  historique: 'import-edt-history',
  recapitulatif: 'import-edt-recap',
};
const OTHER_SKINS = SKINS.filter((skin) => skin !== 'ccl');

describe.each(STAGES)('%s', (stage) => {
  test('is recognised by its own page, in French and in English', () => {
    for (const language of ['fr', 'en'] as const) {
      const { pages, unreadable, loading } = read(stage, { language });
      expect({ pages: pages.map(({ id }) => id), unreadable, loading }, language).toEqual({
        pages: [`itslearning/${PAGES[stage]}`],
        unreadable: [],
        loading: false,
      });
    }
  });

  test.each(OTHER_SKINS)('says the same in the markup %s, classes and ids renamed or not', (skin: Skin) => {
    const { facts } = read(stage);
    expect(read(stage, { skin }).facts).toEqual(facts);
    const renamed = readHtml(shuffleNames(html(stage, { skin }), 7));
    // Which page of a list is shown is told by a class in some markups: without it, it is unknown.
    expect(withoutPage(renamed.facts)).toEqual(withoutPage(facts));
    expect(renamed.unreadable).toEqual([]);
  });

  test('what is read is found again on the screen', () => {
    const document = documentOf(html(stage));
    const { facts } = readScreen(itslearning, document, URL_OF);
    const places = placesOn(itslearning, document, URL_OF);
    for (const { items } of Object.values(facts))
      for (const { at } of items)
        if (at.in === 'page')
          expect(places.get(at.page)?.get(at.key)?.textContent, at.key).toContain(at.key.split('|')[0]);
  });
});

function withoutPage(facts: object): unknown {
  return JSON.parse(
    JSON.stringify(facts, (key, value) => (key === 'page' && typeof value === 'number' ? undefined : value)),
  );
}
