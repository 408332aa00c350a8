// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { companionsOf, type Sight } from '@/entrypoints/overlay/companion';
import { NO_READINGS } from '@/entrypoints/overlay/no-readings';
import { screenSteps } from '@/entrypoints/overlay/screen-steps';
import { seasonBanner } from '@/entrypoints/overlay/season-banner';
import { yearPlans } from '@/entrypoints/overlay/year-plan';
import { timetable } from '@/tests/helpers/skolengo-facts';
import { complete } from '@/tests/helpers/test-rule';
import type { ScreenStep } from '@/utils/core/screen-step';
import { skolengoWith } from '@/utils/ents/skolengo/skolengo';
import { tellOpenPages, whenTold } from '@/utils/open-pages';

/* What is said of a year in the popup or in the workshop changes the pages that are open. */

const sent = vi.hoisted(() => vi.fn());
vi.mock('@/utils/messages', async (original) => ({
  ...(await original<typeof import('@/utils/messages')>()),
  send: sent,
}));

const SCHOOL = { id: 'x', name: 'Collège' };
const SIGHT: Sight = {
  shown: { timetableImports: complete(timetable({})) },
  school: SCHOOL,
  page: 'skolengo/timetable-import',
  title: 'Import d’emploi du temps',
};
let end: string | undefined;
let steps: readonly ScreenStep[] = [];
let banner: { says: string } | null = null;

beforeEach(() => {
  fakeBrowser.reset();
  [end, steps, banner] = [undefined, [], null];
  sent.mockReset().mockImplementation(async (name: string) => {
    if (name === 'steps/for-screen') return steps;
    if (name === 'banner/recall') return banner;
    return { summer: 2027, ...(end !== undefined && { timetableEnd: end }) };
  });
});

test('a date set elsewhere is asked for anew, with the steps and the banner that follow from it', async () => {
  const changed = vi.fn();
  const told = { changed, failed: vi.fn(), school: () => SCHOOL, live: NO_READINGS, rules: () => [] };
  const ent = skolengoWith('college-demo.ent.auvergnerhonealpes.fr', []);
  const own = companionsOf([yearPlans, screenSteps, seasonBanner].map((make) => make(ent, document, told)));
  own.look(SIGHT);
  await vi.waitFor(() => expect(own.facts(SIGHT).yearPlans).toBeDefined());
  expect(own.view(SIGHT)).toMatchObject({ steps: [] });
  expect(own.view(SIGHT)).not.toHaveProperty('banner');

  end = '2027-07-15';
  steps = [{ text: 'Repousser', about: 'du 24/06 au 14/07', tone: 'later' }];
  banner = { says: '1 étape à faire' };
  const asked = sent.mock.calls.length;
  own.look(SIGHT);
  expect(sent.mock.calls.length).toBe(asked);
  own.yearSaid();
  own.look(SIGHT);
  await vi.waitFor(() =>
    expect(own.facts(SIGHT).yearPlans?.items[0]).toMatchObject({ timetableEnd: '2027-07-15' }),
  );
  expect(own.view(SIGHT)).toMatchObject({ steps, banner });
});

test('open pages hear what concerns them, until they stop', async () => {
  const [year, taught] = [vi.fn(), vi.fn()];
  const stop = whenTold('yearSaidAt', year);
  whenTold('taughtAt', taught);
  await tellOpenPages('yearSaidAt', '2026-11-23T10:00:00.000Z');
  expect([year.mock.calls.length, taught.mock.calls.length]).toEqual([1, 0]);
  stop();
  await tellOpenPages('yearSaidAt', '2026-11-23T10:00:01.000Z');
  await tellOpenPages('taughtAt', '2026-11-23T10:00:02.000Z');
  expect([year.mock.calls.length, taught.mock.calls.length]).toEqual([1, 1]);
});

test('a choice shows at once, whatever older answer still comes, and goes back when it could not be kept', async () => {
  const failed = vi.fn();
  const told = { changed: vi.fn(), failed, school: () => SCHOOL, live: NO_READINGS, rules: () => [] };
  const ent = skolengoWith('college-demo.ent.auvergnerhonealpes.fr', []);
  const own = companionsOf([yearPlans(ent, document, told)]);
  const mode = () => own.view(SIGHT).year?.mode;
  own.look(SIGHT);
  await vi.waitFor(() => expect(own.view(SIGHT).year).toBeDefined());

  const answers: ((year: object) => void)[] = [];
  sent.mockImplementation(() => new Promise((answer) => answers.push(answer)));
  own.yearSaid();
  own.look(SIGHT);
  own.sayOfYear({ mode: 2 });
  expect(mode()).toBe(2);
  answers[0]?.({ summer: 2027 });
  await Promise.resolve();
  expect(mode()).toBe(2);
  answers[1]?.({ summer: 2027, mode: 2, timetableEnd: '2027-06-21' });
  await vi.waitFor(() => expect(own.view(SIGHT).year?.end?.value).toBe('2027-06-21'));

  sent.mockRejectedValue(new Error('full'));
  own.sayOfYear({ mode: null });
  expect(mode()).toBeUndefined();
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  expect(mode()).toBe(2);
});
