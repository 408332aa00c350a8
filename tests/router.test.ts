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
    knownPages: async () => ({ synonyms: [] }),
    knownYear: async () => ({}),
    sayOfYear: async () => ({}),
    openWorkshop: async () => undefined,
    bringOverlay: async () => undefined,
    bringPeople: async () => undefined,
    recallPeople: async ({ people }) => ({ said: people.map(() => null), others: 2 }),
    rememberPeople: async () => undefined,
    receivePiece: async () => undefined,
    controlForTab: async () => ({ kind: 'superseded' }),
    askReference: async () => ({ kind: 'none', problems: [] }),
    learnSeen: async () => undefined,
    expectImport: async () => undefined,
    gapsFound: async () => [],
    likelyForTab: async () => ({ kind: 'no-reference', problems: [] }),
    expectedCourses: async () => null,
    recallEnrolments: async () => [],
    sayEnrolment: async () => [],
    controlTimetable: async () => ({ kind: 'failed', says: '' }),
    rememberTimetable: async () => undefined,
    ...more,
  };
}

test('a school that is seen is answered with what is known of it', async () => {
  const answer = await route({ name: 'school/seen', carries: SCHOOL }, {}, tools());
  expect(answer).toEqual({ ok: true, value: { ...SCHOOL, uai: '0590000A' } });
});

const IMPORT = { host: 'enthdf.fr', upload: 'u1', platform: 'edifice', files: [] } as const;

test('the files of an import screen are controlled for their own frame, and what comes of them is compared', async () => {
  const from = { tab: 7, frame: 3, host: 'enthdf.fr' };
  const receivePiece = vi.fn(async () => undefined);
  const controlForTab = vi.fn(async () => ({ kind: 'failed' as const, says: 'Non.' }));
  const gapsFound = vi.fn(async () => ['Un écart.']);
  const all = tools({ receivePiece, controlForTab, gapsFound });
  const piece = { host: 'enthdf.fr', upload: 'u1', file: 0, name: 'a.csv', size: 0, at: 0, base64: '' };
  expect(await route({ name: 'import/piece', carries: piece }, from, all)).toEqual({ ok: true, value: null });
  expect(receivePiece).toHaveBeenCalledWith(piece, 7, 3);
  const asked = await route({ name: 'import/control', carries: IMPORT }, from, all);
  expect(asked).toEqual({ ok: true, value: { kind: 'failed', says: 'Non.' } });
  expect(controlForTab).toHaveBeenCalledWith(IMPORT, 7, 3);
  const reported = { host: 'enthdf.fr', school: 'Collège', synchronisations: [] };
  const told = await route({ name: 'import/gaps', carries: reported }, from, all);
  expect(told).toEqual({ ok: true, value: ['Un écart.'] });
});

test('people whom an import did not find, and expected courses, are looked for on behalf of their own frame', async () => {
  const from = { tab: 7, frame: 3, host: 'enthdf.fr' };
  const likelyForTab = vi.fn(async () => ({ kind: 'no-reference' as const, problems: [] }));
  const expectedCourses = vi.fn(async () => null);
  const all = tools({ likelyForTab, expectedCourses });
  const asked = { host: 'enthdf.fr', people: [], taken: [], files: 0 };
  expect(await route({ name: 'import/likely', carries: asked }, from, all)).toMatchObject({ ok: true });
  expect(likelyForTab).toHaveBeenCalledWith(asked, 7, 3);
  const uai = { host: 'enthdf.fr', uai: '0590000A' };
  expect(await route({ name: 'import/expected', carries: uai }, from, all)).toEqual({
    ok: true,
    value: null,
  });
  expect(expectedCourses).toHaveBeenCalledWith('0590000A');
});

test('an enrolment is remembered for the site it was seen on, and no other', async () => {
  const left = { course: 'TECHNO - 4 B', organisation: '', since: '2026-08-27T12:00:00.000Z' };
  const sayEnrolment = vi.fn(async () => [left]);
  const recallEnrolments = vi.fn(async () => [left]);
  const all = tools({ sayEnrolment, recallEnrolments });
  const said = { host: 'enthdf.fr', courses: [left], what: 'enrol', at: left.since };
  const from = { tab: 7, host: 'enthdf.fr' };
  expect(await route({ name: 'enrolment/said', carries: said }, from, all)).toEqual({
    ok: true,
    value: [left],
  });
  expect(await route({ name: 'enrolment/recall', carries: { host: 'enthdf.fr' } }, from, all)).toEqual({
    ok: true,
    value: [left],
  });
  const foreign = { ...said, school: { ...SCHOOL, host: 'ent77.seine-et-marne.fr' } };
  for (const carries of [foreign, { ...said, host: 'ent77.seine-et-marne.fr' }])
    expect(await route({ name: 'enrolment/said', carries }, from, all)).toMatchObject({ ok: false });
  expect(sayEnrolment).toHaveBeenCalledOnce();
});

describe('a message of an import', () => {
  const prediction = { platform: 'edifice' };
  const carried = { ...IMPORT, school: 'École', synchronisations: [], updateAll: false, prediction };
  const names = [
    'import/piece',
    'import/control',
    'import/sent',
    'import/gaps',
    'import/likely',
    'import/expected',
  ];
  const kept = vi.fn(async (): Promise<never> => Promise.reject(new Error('kept')));
  const all = tools({
    receivePiece: kept,
    controlForTab: kept,
    expectImport: kept,
    gapsFound: kept,
    likelyForTab: kept,
  });

  test.each(names)('%s from another site than the one it names is refused', async (name) => {
    const answer = await route({ name, carries: carried }, { tab: 7, host: 'ent77.seine-et-marne.fr' }, all);
    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('autre site') });
    expect(kept).not.toHaveBeenCalled();
  });

  test.each(names)('%s from no site is refused', async (name) => {
    expect(await route({ name, carries: carried }, { tab: 7 }, all)).toMatchObject({ ok: false });
    expect(kept).not.toHaveBeenCalled();
  });
});

test('a timetable file is controlled, and remembered once sent', async () => {
  const rememberTimetable = vi.fn(async () => undefined);
  const own = tools({
    controlTimetable: async ({ upload }, tab) => ({ kind: 'failed', says: `${upload} of ${tab}` }),
    rememberTimetable,
  });
  const from = { tab: 7, host: 'modules.itslfr-aws.com' };
  const { host } = from;
  const carries = { host, upload: 'u1', ent: 'itslearning' };
  expect(await route({ name: 'timetable/control', carries }, from, own)).toEqual({
    ok: true,
    value: { kind: 'failed', says: 'u1 of 7' },
  });
  const sent = { host, last: { uai: '0490856P', at: '2026-09-07T10:00:00Z', identifiers: [] } };
  expect(await route({ name: 'timetable/sent', carries: sent }, from, own)).toEqual({
    ok: true,
    value: null,
  });
  expect(rememberTimetable).toHaveBeenCalledWith(sent);
  const foreign = { ...sent, host: 'ent.example' };
  expect(await route({ name: 'timetable/sent', carries: foreign }, from, own)).toMatchObject({ ok: false });
  expect(rememberTimetable).toHaveBeenCalledTimes(1);
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
  ])('%j is refused, and nothing is kept', async (message) => {
    const kept = vi.fn(async (): Promise<never> => Promise.reject(new Error('kept')));
    const all = tools({ seeSchool: kept, recordReading: kept, reportTab: kept });
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

test('the workshop opens', async () => {
  const openWorkshop = vi.fn(async () => undefined);
  await route({ name: 'workshop/open', carries: null }, {}, tools({ openWorkshop }));
  expect(openWorkshop).toHaveBeenCalledOnce();
});

test('the overlay comes into the frame whose loader asks, from nowhere it comes nowhere', async () => {
  const bringOverlay = vi.fn(async () => undefined);
  await route({ name: 'overlay/script', carries: 'edifice' }, { tab: 7, frame: 3 }, tools({ bringOverlay }));
  await route({ name: 'overlay/script', carries: 'edifice' }, {}, tools({ bringOverlay }));
  expect(bringOverlay.mock.calls).toEqual([['edifice', 7, 3]]);
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

test('a reference list is asked for the tab that asks, and only of the site it shows', async () => {
  const askReference = vi.fn(async () => ({ kind: 'none' as const, problems: [] }));
  const learnSeen = vi.fn(async () => undefined);
  const all = tools({ askReference, learnSeen });
  const from = { tab: 4, frame: 2, host: 'college-demo.itslearning.com' };
  const asked = { host: from.host, people: [{ name: 'LE BRAS Alban' }] };
  expect(await route({ name: 'reference/ask', carries: asked }, from, all)).toEqual({
    ok: true,
    value: { kind: 'none', problems: [] },
  });
  expect(askReference).toHaveBeenCalledWith(asked, 4, 2);
  const seen = { host: from.host, names: ['LE BRAS Alban'] };
  await route({ name: 'reference/seen', carries: seen }, from, all);
  expect(learnSeen).toHaveBeenCalledWith(seen, 4);
  for (const sender of [{ ...from, host: 'autre.itslearning.com' }, {}])
    expect(await route({ name: 'reference/ask', carries: asked }, sender, all)).toMatchObject({ ok: false });
  expect(askReference).toHaveBeenCalledTimes(1);
});
