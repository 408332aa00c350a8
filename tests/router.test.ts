import { describe, expect, test, vi } from 'vitest';
import type { MessageName, SeenSchool, TabState } from '@/utils/messages';
import { type Answers, route, senderOf } from '@/utils/router';
import { StorageProblem } from '@/utils/store/problem';

const SCHOOL: SeenSchool = { ent: 'edifice', host: 'enthdf.fr', id: 'b7c1', name: 'École des Papillons' };

/** Every message: one that is added and forgotten here does not compile. */
const NAMES: Record<MessageName, true> = {
  'courses/kept': true,
  'badge/refresh': true,
  'banner/hide': true,
  'banner/recall': true,
  'detector/seen': true,
  'enrolment/recall': true,
  'enrolment/said': true,
  'import/control': true,
  'import/expected': true,
  'import/announced': true,
  'import/gaps': true,
  'import/likely': true,
  'import/piece': true,
  'import/sent': true,
  'journal/write': true,
  'overlay/part': true,
  'overlay/script': true,
  'pages/known': true,
  'pages/learn': true,
  'people/recall': true,
  'people/remember': true,
  'tour/keep': true,
  'tour/recall': true,
  'reading/record': true,
  'reference/ask': true,
  'reference/seen': true,
  'school/of-tab': true,
  'wizard/keep': true,
  'wizard/recall': true,
  'reference/awake': true,
  'school/seen': true,
  'school/said': true,
  'school/say': true,
  'steps/for-screen': true,
  'tab/state': true,
  'teaching/script': true,
  'teaching/turn': true,
  'timetable/control': true,
  'timetable/sent': true,
  'workshop/open': true,
  'year/known': true,
  'year/say': true,
};

/** Answers what the test gives, and nothing to the rest. */
function answering(more: Partial<Answers> = {}): Answers {
  const silent = Object.keys(NAMES).map((name) => [name, async () => null]);
  return { ...(Object.fromEntries(silent) as unknown as Answers), ...more };
}

test('a school that is seen is answered with what is known of it', async () => {
  const answer = await route(
    { name: 'school/seen', carries: SCHOOL },
    {},
    answering({ 'school/seen': async (school) => ({ ...school, uai: '0590000A' }) }),
  );
  expect(answer).toEqual({ ok: true, value: { ...SCHOOL, uai: '0590000A' } });
});

test('only our own pages speak of any school: a frame that does not tell its site is not answered', async () => {
  const own = 'chrome-extension://abcdef/';
  const tab = { id: 7 };
  expect(senderOf({ url: `${own}popup.html` }, own)).toEqual({});
  expect(senderOf({ url: `${own}workshop.html`, tab, frameId: 0 }, own)).toEqual({ tab: 7, frame: 0 });
  const ofSite = senderOf({ url: 'https://enthdf.fr:8443/admin', tab, frameId: 2 }, own);
  expect(ofSite).toEqual({ tab: 7, frame: 2, host: 'enthdf.fr:8443' });
  const blank = senderOf({ url: 'about:blank', origin: 'https://enthdf.fr', tab, frameId: 4 }, own);
  expect(blank).toEqual({ tab: 7, frame: 4, host: 'enthdf.fr' });
  for (const url of [
    'about:blank',
    'about:srcdoc',
    'blob:https://enthdf.fr/1',
    'http://enthdf.fr/',
    undefined,
  ]) {
    const from = senderOf({ ...(url !== undefined && { url }), tab, frameId: 3 }, own);
    expect(from).toEqual({ tab: 7, frame: 3, host: '' });
    for (const name of ['school/seen', 'workshop/open'] as const)
      expect(
        await route({ name, carries: name === 'school/seen' ? SCHOOL : null }, from, answering()),
      ).toEqual({ ok: false, error: expect.stringContaining('rien n’a été enregistré') });
  }
});

const IMPORT = { host: 'enthdf.fr', upload: 'u1', platform: 'edifice', files: [] } as const;

test('the files of an import screen are controlled for their own frame, and what comes of them is compared', async () => {
  const from = { tab: 7, frame: 3, host: 'enthdf.fr' };
  const receivePiece = vi.fn(async () => undefined);
  const controlForTab = vi.fn(async () => ({ kind: 'failed' as const, says: 'Non.' }));
  const gapsFound = vi.fn(async () => ['Un écart.']);
  const all = answering({
    'import/piece': receivePiece,
    'import/control': controlForTab,
    'import/gaps': gapsFound,
  });
  const piece = { host: 'enthdf.fr', upload: 'u1', file: 0, name: 'a.csv', size: 0, at: 0, base64: '' };
  expect(await route({ name: 'import/piece', carries: piece }, from, all)).toEqual({ ok: true, value: null });
  expect(receivePiece).toHaveBeenCalledWith(piece, { tab: 7, frame: 3 });
  const asked = await route({ name: 'import/control', carries: IMPORT }, from, all);
  expect(asked).toEqual({ ok: true, value: { kind: 'failed', says: 'Non.' } });
  expect(controlForTab).toHaveBeenCalledWith(IMPORT, { tab: 7, frame: 3 });
  const reported = { host: 'enthdf.fr', ent: 'edifice', school: SCHOOL, synchronisations: [] };
  const told = await route({ name: 'import/gaps', carries: reported }, from, all);
  expect(told).toEqual({ ok: true, value: ['Un écart.'] });
});

test('people whom an import did not find, and expected courses, are looked for on behalf of their own frame', async () => {
  const from = { tab: 7, frame: 3, host: 'enthdf.fr' };
  const likelyForTab = vi.fn(async () => ({ kind: 'no-reference' as const, problems: [] }));
  const expectedCourses = vi.fn(async () => null);
  const all = answering({ 'import/likely': likelyForTab, 'import/expected': expectedCourses });
  const asked = { host: 'enthdf.fr', people: [], taken: [], files: 0 };
  expect(await route({ name: 'import/likely', carries: asked }, from, all)).toMatchObject({ ok: true });
  expect(likelyForTab).toHaveBeenCalledWith(asked, { tab: 7, frame: 3 });
  const uai = { host: 'enthdf.fr', uai: '0590000A' };
  expect(await route({ name: 'import/expected', carries: uai }, from, all)).toEqual({
    ok: true,
    value: null,
  });
  expect(expectedCourses).toHaveBeenCalledWith(uai, { tab: 7, frame: 3 });
});

test('an enrolment is remembered for the site it was seen on, and no other', async () => {
  const left = { course: 'TECHNO - 4 B', organisation: '', since: '2026-08-27T12:00:00.000Z' };
  const sayEnrolment = vi.fn(async () => [left]);
  const recallEnrolments = vi.fn(async () => [left]);
  const all = answering({ 'enrolment/said': sayEnrolment, 'enrolment/recall': recallEnrolments });
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
    'import/announced',
    'import/likely',
    'import/expected',
  ];
  const kept = vi.fn(async (): Promise<never> => Promise.reject(new Error('kept')));
  const all = answering({
    'import/piece': kept,
    'import/control': kept,
    'import/sent': kept,
    'import/gaps': kept,
    'import/announced': kept,
    'import/likely': kept,
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
  const own = answering({
    'timetable/control': async ({ upload }, { tab }) => ({ kind: 'failed', says: `${upload} of ${tab}` }),
    'timetable/sent': rememberTimetable,
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
  expect(rememberTimetable).toHaveBeenCalledWith(sent, expect.anything());
  const foreign = { ...sent, host: 'ent.example' };
  expect(await route({ name: 'timetable/sent', carries: foreign }, from, own)).toMatchObject({ ok: false });
  expect(rememberTimetable).toHaveBeenCalledTimes(1);
});

test('a reading is recorded as it came', async () => {
  const recordReading = vi.fn(async () => undefined);
  const carries = { school: SCHOOL, at: '2026-08-27T12:00:00.000Z', by: 'live', counts: [] };
  await expect(
    route({ name: 'reading/record', carries }, {}, answering({ 'reading/record': recordReading })),
  ).resolves.toEqual({
    ok: true,
    value: null,
  });
  expect(recordReading).toHaveBeenCalledWith(carries, expect.anything());
});

test('whoever answers is told which tab and frame asks; our own pages have none', async () => {
  const state = vi.fn(async () => undefined);
  const carries: TabState = { host: 'enthdf.fr', critical: false, flags: 2 };
  const all = answering({ 'tab/state': state });
  await route({ name: 'tab/state', carries }, { tab: 7, frame: 3 }, all);
  await route({ name: 'tab/state', carries }, {}, all);
  expect(state.mock.calls).toEqual([
    [carries, { tab: 7, frame: 3 }],
    [carries, { frame: 0 }],
  ]);
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
    const all = answering({
      'school/seen': kept,
      'reading/record': kept,
      'tab/state': kept,
      'steps/for-screen': kept,
      'journal/write': kept,
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
    expect(await route(message, from, answering())).toMatchObject({ ok: true });
  });
});

test('a screen is answered with the steps that it is about, and tells the journal as it came', async () => {
  const steps = [{ text: 'Purger', about: 'le 27/08', tone: 'now' as const }];
  const writeJournal = vi.fn(async () => undefined);
  const asked = { name: 'steps/for-screen', carries: { school: SCHOOL, page: 'edifice/group' } };
  const stepsForScreen = async () => steps;
  expect(await route(asked, {}, answering({ 'steps/for-screen': stepsForScreen }))).toEqual({
    ok: true,
    value: steps,
  });
  const carries = { school: SCHOOL, at: '2026-08-27T12:00:00.000Z', act: { kind: 'exported', what: 'x' } };
  expect(
    await route({ name: 'journal/write', carries }, {}, answering({ 'journal/write': writeJournal })),
  ).toEqual({
    ok: true,
    value: null,
  });
  expect(writeJournal).toHaveBeenCalledWith(carries, expect.anything());
});

test('the workshop opens', async () => {
  const openWorkshop = vi.fn(async () => undefined);
  await route({ name: 'workshop/open', carries: null }, {}, answering({ 'workshop/open': openWorkshop }));
  expect(openWorkshop).toHaveBeenCalledOnce();
});

test('what was said of people is recalled and remembered as it came', async () => {
  const rememberPeople = vi.fn(async () => undefined);
  const asked = { school: SCHOOL, people: ['/a', '/b'] };
  const recallPeople: Answers['people/recall'] = async ({ people }) => ({
    said: people.map(() => null),
    at: people.map(() => null),
    others: 2,
  });
  const recalling = answering({ 'people/recall': recallPeople });
  await expect(route({ name: 'people/recall', carries: asked }, {}, recalling)).resolves.toEqual({
    ok: true,
    value: { said: [null, null], at: [null, null], others: 2 },
  });
  const carries = { ...asked, said: 'kept', at: '2026-08-27T12:00:00.000Z' };
  await route({ name: 'people/remember', carries }, {}, answering({ 'people/remember': rememberPeople }));
  expect(rememberPeople).toHaveBeenCalledWith(carries, expect.anything());
});

test('a storage problem crosses as French that says what to do', async () => {
  const seeSchool = async () => {
    throw new StorageProblem('full');
  };
  const answer = await route(
    { name: 'school/seen', carries: SCHOOL },
    {},
    answering({ 'school/seen': seeSchool }),
  );
  expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('Libérez de l’espace') });
});

test('a browser’s own error never reaches the person as it is', async () => {
  const openWorkshop = () => {
    throw new TypeError('undefined is not a function');
  };
  const answer = await route(
    { name: 'workshop/open', carries: null },
    {},
    answering({ 'workshop/open': openWorkshop }),
  );
  expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('Rechargez la page') });
});

test.each([undefined, null, 'school/seen', {}, { name: 'other' }, { name: 3 }])(
  '%j is not ours to answer',
  (message) => {
    expect(route(message, {}, answering())).toBeUndefined();
  },
);

test('a reference list is asked for the tab that asks, and only of the site it shows', async () => {
  const askReference = vi.fn(async () => ({ kind: 'none' as const, problems: [], opened: [] }));
  const learnSeen = vi.fn(async () => null);
  const all = answering({ 'reference/ask': askReference, 'reference/seen': learnSeen });
  const from = { tab: 4, frame: 2, host: 'college-demo.itslearning.com' };
  const asked = { host: from.host, people: [{ name: 'LE BRAS Alban' }] };
  expect(await route({ name: 'reference/ask', carries: asked }, from, all)).toEqual({
    ok: true,
    value: { kind: 'none', problems: [], opened: [] },
  });
  expect(askReference).toHaveBeenCalledWith(asked, { tab: 4, frame: 2 });
  const seen = { host: from.host, people: [{ name: 'LE BRAS Alban' }] };
  await route({ name: 'reference/seen', carries: seen }, from, all);
  expect(learnSeen).toHaveBeenCalledWith(seen, { tab: 4, frame: 2 });
  for (const sender of [{ ...from, host: 'autre.itslearning.com' }, {}])
    expect(await route({ name: 'reference/ask', carries: asked }, sender, all)).toMatchObject({ ok: false });
  expect(askReference).toHaveBeenCalledTimes(1);
});
