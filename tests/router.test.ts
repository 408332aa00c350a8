import { describe, expect, test, vi } from 'vitest';
import type { SeenSchool, TabState } from '@/utils/messages';
import { route, type Tools } from '@/utils/router';
import { StorageProblem } from '@/utils/store/problem';

const SCHOOL: SeenSchool = { ent: 'edifice', host: 'enthdf.fr', id: 'b7c1', name: 'École des Papillons' };

function tools(more: Partial<Tools> = {}): Tools {
  return {
    seeSchool: async (school) => ({ ...school, uai: '0590000A' }),
    recordReading: async () => undefined,
    reportTab: async () => undefined,
    openWorkshop: async () => undefined,
    bringPeople: async () => undefined,
    recallPeople: async ({ people }) => ({ said: people.map(() => null), others: 2 }),
    rememberPeople: async () => undefined,
    controlForTab: async () => ({ kind: 'superseded' }),
    expectImport: async () => undefined,
    gapsFound: async () => [],
    stepsForScreen: async () => [],
    writeJournal: async () => undefined,
    ...more,
  };
}

test('a school that is seen is answered with what is known of it', async () => {
  const answer = await route({ name: 'school/seen', carries: SCHOOL }, {}, tools());
  expect(answer).toEqual({ ok: true, value: { ...SCHOOL, uai: '0590000A' } });
});

test('the file of an import screen is controlled for its own tab, and what comes of it is compared', async () => {
  const controlForTab = vi.fn(async () => ({ kind: 'no-reference' as const, problems: [] }));
  const gapsFound = vi.fn(async () => ['Un écart.']);
  const carries = { file: { name: 'a.csv', base64: '' }, references: [] };
  const asked = await route({ name: 'import/control', carries }, { tab: 7 }, tools({ controlForTab }));
  expect(asked).toEqual({ ok: true, value: { kind: 'no-reference', problems: [] } });
  expect(controlForTab).toHaveBeenCalledWith(carries, 7);
  const reported = { school: 'Collège', synchronisations: [] };
  const told = await route({ name: 'import/gaps', carries: reported }, {}, tools({ gapsFound }));
  expect(told).toEqual({ ok: true, value: ['Un écart.'] });
});

test('a reading is recorded as it came', async () => {
  const recordReading = vi.fn(async () => undefined);
  const carries = { school: SCHOOL, at: '2026-08-27T12:00:00.000Z', by: 'live', counts: [] };
  await expect(route({ name: 'reading/record', carries }, {}, tools({ recordReading }))).resolves.toEqual({
    ok: true,
    value: null,
  });
  expect(recordReading).toHaveBeenCalledWith(carries);
});

test('a tab’s state is told with its tab and frame; from nowhere it is dropped', async () => {
  const reportTab = vi.fn(async () => undefined);
  const carries: TabState = { host: 'enthdf.fr', critical: false, flags: 2 };
  await route({ name: 'tab/state', carries }, { tab: 7, frame: 3 }, tools({ reportTab }));
  await route({ name: 'tab/state', carries }, {}, tools({ reportTab }));
  expect(reportTab.mock.calls).toEqual([[carries, 7, 3]]);
});

describe('a message that names another site than its own', () => {
  const other: SeenSchool = { ...SCHOOL, host: 'ent77.seine-et-marne.fr' };
  const at = '2026-08-27T12:00:00.000Z';
  const state: TabState = { host: 'enthdf.fr', critical: false };
  const from = { tab: 7, frame: 0, host: 'enthdf.fr' };

  test.each([
    { name: 'school/seen', carries: other },
    { name: 'reading/record', carries: { school: other, at, by: 'live', counts: [] } },
    { name: 'tab/state', carries: { ...state, host: other.host } },
    { name: 'tab/state', carries: { ...state, school: other } },
    { name: 'steps/for-screen', carries: { school: other, page: 'edifice/group' } },
    { name: 'journal/write', carries: { school: other, at, act: { kind: 'exported', what: 'x' } } },
  ])('%j is refused, and nothing is kept', async (message) => {
    const kept = vi.fn(async (): Promise<never> => Promise.reject(new Error('kept')));
    const all = tools({
      seeSchool: kept,
      recordReading: kept,
      reportTab: kept,
      stepsForScreen: kept,
      writeJournal: kept,
    });
    const answer = await route(message, from, all);
    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('autre site') });
    expect(kept).not.toHaveBeenCalled();
  });

  test.each([
    { name: 'school/seen', carries: SCHOOL },
    { name: 'reading/record', carries: { school: SCHOOL, at, by: 'live', counts: [] } },
    { name: 'tab/state', carries: { ...state, school: SCHOOL } },
    { name: 'workshop/open', carries: null },
  ])('%j of its own site is answered', async (message) => {
    expect(await route(message, from, tools())).toMatchObject({ ok: true });
  });
});

test('a screen is answered with the steps that it is about, and tells the journal as it came', async () => {
  const steps = [{ text: 'Purger', about: 'le 27/08', tone: 'now' as const }];
  const writeJournal = vi.fn(async () => undefined);
  const asked = { name: 'steps/for-screen', carries: { school: SCHOOL, page: 'edifice/group' } };
  const stepsForScreen = async () => steps;
  expect(await route(asked, {}, tools({ stepsForScreen }))).toEqual({ ok: true, value: steps });
  const carries = { school: SCHOOL, at: '2026-08-27T12:00:00.000Z', act: { kind: 'exported', what: 'x' } };
  expect(await route({ name: 'journal/write', carries }, {}, tools({ writeJournal }))).toEqual({
    ok: true,
    value: null,
  });
  expect(writeJournal).toHaveBeenCalledWith(carries);
});

test('the workshop opens', async () => {
  const openWorkshop = vi.fn(async () => undefined);
  await route({ name: 'workshop/open', carries: null }, {}, tools({ openWorkshop }));
  expect(openWorkshop).toHaveBeenCalledOnce();
});

test('the table of people comes into the frame that asks, from nowhere it comes nowhere', async () => {
  const bringPeople = vi.fn(async () => undefined);
  await route({ name: 'people/script', carries: null }, { tab: 7, frame: 3 }, tools({ bringPeople }));
  await route({ name: 'people/script', carries: null }, {}, tools({ bringPeople }));
  expect(bringPeople.mock.calls).toEqual([[7, 3]]);
});

test('what was said of people is recalled and remembered as it came', async () => {
  const rememberPeople = vi.fn(async () => undefined);
  const asked = { school: SCHOOL, people: ['/a', '/b'] };
  await expect(route({ name: 'people/recall', carries: asked }, {}, tools())).resolves.toEqual({
    ok: true,
    value: { said: [null, null], others: 2 },
  });
  const carries = { ...asked, said: 'kept', at: '2026-08-27T12:00:00.000Z' };
  await route({ name: 'people/remember', carries }, {}, tools({ rememberPeople }));
  expect(rememberPeople).toHaveBeenCalledWith(carries);
});

test('a storage problem crosses as French that says what to do', async () => {
  const seeSchool = async () => {
    throw new StorageProblem('full');
  };
  const answer = await route({ name: 'school/seen', carries: SCHOOL }, {}, tools({ seeSchool }));
  expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('Libérez de l’espace') });
});

test('a browser’s own error never reaches the person as it is', async () => {
  const openWorkshop = () => {
    throw new TypeError('undefined is not a function');
  };
  const answer = await route({ name: 'workshop/open', carries: null }, {}, tools({ openWorkshop }));
  expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('Rechargez la page') });
});

test.each([undefined, null, 'school/seen', {}, { name: 'other' }, { name: 3 }])(
  '%j is not ours to answer',
  (message) => {
    expect(route(message, {}, tools())).toBeUndefined();
  },
);
