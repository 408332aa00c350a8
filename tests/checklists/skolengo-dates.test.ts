import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Sight, Told } from '@/entrypoints/overlay/companion';
import { yearPlans } from '@/entrypoints/overlay/year-plan';
import { dateOf } from '@/entrypoints/steps/date-view';
import { block } from '@/tests/helpers/skolengo-facts';
import { complete } from '@/tests/helpers/test-rule';
import { freshBrowser } from '@/tests/store/helpers';
import { checklistsOf } from '@/utils/checklists';
import { yearOf } from '@/utils/checklists/year';
import { audit } from '@/utils/core/audit';
import { schoolYearOn } from '@/utils/core/context';
import { skolengo } from '@/utils/ents/skolengo/skolengo';
import { knownYear } from '@/utils/known-year';
import type { SeenSchool } from '@/utils/messages';
import { accessWindow } from '@/utils/rules/access-window';
import { closeStore } from '@/utils/store/db';
import { saveDate } from '@/utils/store/progress';
import { schoolKey } from '@/utils/store/schools';

const TODAY = '2026-11-23';
const HOST = 'college-demo.ent.auvergnerhonealpes.fr';
const SCHOOL: SeenSchool = { ent: 'skolengo', host: HOST, id: HOST, name: 'Collège Marguerite-Vidal' };

vi.mock('@/utils/messages', () => ({
  send: (_name: string, school: SeenSchool) => knownYear(school, TODAY),
}));

beforeEach(freshBrowser);
afterAll(closeStore);

describe('« Dates » of a school that follows the list of Skolengo', () => {
  test.each([2026, 2027])(
    'the change of year %i has the end of the year and the return to school',
    (year) => {
      const records = { ticks: {}, proofs: {}, dates: {} };
      const { dates } = yearOf(checklistsOf('skolengo'), records, year, TODAY);
      const shown = dates.map((date) => dateOf(date, year).label);
      expect(shown).toContain('Fin de l’année scolaire');
      expect(shown).toContain('Rentrée des classes');
    },
  );
});

/** What the rule says of a blocking from 17 August to the day given, as the screen of the school judges it. */
async function said(to: string): Promise<(string | undefined)[]> {
  const shown = { accessBlocks: complete(block('2027-08-17', to)) };
  const sight = { shown, school: SCHOOL } as unknown as Sight;
  const changed = vi.fn();
  const document = { location: { host: HOST } } as unknown as Document;
  const companion = yearPlans(skolengo, document, { changed } as unknown as Told);
  companion.look?.(sight);
  await vi.waitFor(() => expect(changed).toHaveBeenCalled());
  const context = { ent: 'skolengo', today: TODAY, schoolYear: schoolYearOn(TODAY) } as const;
  const [result] = audit([accessWindow], { ...shown, ...companion.facts?.(sight) }, context);
  return (result?.flags ?? []).map(({ says }) => says);
}

test('the date asked for by the rule of the blocking, once given there, is the one it judges by', async () => {
  expect((await said('2027-08-31')).join()).toMatch(/Rentrée 2027/);
  await saveDate(schoolKey(SCHOOL), 2027, 'term-start', '2027-09-02', { at: `${TODAY}T10:00:00.000Z` });
  expect(await said('2027-08-31')).toEqual([]);
  expect((await said('2027-09-20')).join()).toMatch(/après la rentrée du 02\/09\/2027/);
});
