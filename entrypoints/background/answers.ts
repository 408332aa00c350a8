import { browser } from 'wxt/browser';
import { nationalDates, transitionOn } from '@/utils/checklists/calendar';
import { isoDate } from '@/utils/core/context';
import {
  announcedGaps,
  controlForTab,
  expectImport,
  gapsFound,
  likelyForTab,
  receivePiece,
} from '@/utils/import-desk';
import { fileImport, fileTimetable } from '@/utils/import-fiche';
import { keepTour, recallTour } from '@/utils/kept-tours';
import { keepWizard, recallWizard } from '@/utils/kept-wizards';
import { knownPages, learnPage } from '@/utils/known-pages';
import { knownYear, sayOfYear } from '@/utils/known-year';
import { tellOpenPages } from '@/utils/open-pages';
import { injectOverlay, injectPart } from '@/utils/permissions';
import { askReference, learnSeen } from '@/utils/reference-desk';
import { bannerFor, hideBanner, refreshBadgeSoon } from '@/utils/reminders';
import { safeSentence } from '@/utils/report/dossier-safe';
import type { Answers } from '@/utils/router';
import { saidSchool, saySchool } from '@/utils/said-school';
import { stepsForScreen } from '@/utils/screen-steps';
import { keepSalt, newSalt } from '@/utils/store/decisions';
import { noteDetector, noteRules } from '@/utils/store/detectors';
import { listEnrolments, sayEnrolment } from '@/utils/store/enrolments';
import { loadInitials } from '@/utils/store/initials';
import { writeTold } from '@/utils/store/journal';
import { recallPeople, rememberPeople } from '@/utils/store/people';
import { recordReading } from '@/utils/store/proofs';
import { loadSchoolYear } from '@/utils/store/school-years';
import { seeSchool } from '@/utils/store/schools';
import { listKeptCourses, loadKeptCourses } from '@/utils/store/timetables';
import { headOfTab, rememberSchool, schoolOfTab } from '@/utils/tab-schools';
import { injectTeaching, tellFrames } from '@/utils/teaching';
import { controlTimetableOf, rememberTimetable } from '@/utils/timetable-desk';
import { reportTab } from '@/utils/toolbar';
import { whereIs } from '@/utils/where';

/** Stands for our own pages where something is kept by tab. */
const NO_TAB = -1;

/** What the background answers to each message: one line each. */
export const ANSWERS: Answers = {
  'school/seen': async (seen, { tab }) => {
    if (tab !== undefined && !seen.lagging) await rememberSchool(tab, seen);
    const school = await seeSchool(seen, now());
    const { key, ent, host, id, name, uai, levels, lastLive, lastRead } = school;
    const transition = transitionOn(isoDate(new Date()));
    const { dates } = await loadSchoolYear(key, transition);
    const milestones = { ...nationalDates(transition), ...dates };
    const known = {
      ...(uai !== undefined && { uai }),
      ...(levels && { levels }),
      ...(lastLive !== undefined && { lastLive }),
      ...(lastRead && { lastRead: lastRead.at }),
    };
    return { ent, host, id, name, ...known, milestones, ...(await whereIs(school)) };
  },
  'school/said': async ({ host, ent }, { tab = NO_TAB }) =>
    saidSchool(host, ent, (await headOfTab(tab, ent)).name),
  'school/say': async ({ host, ent, typed }, { tab = NO_TAB }) =>
    saySchool(host, ent, typed, (await headOfTab(tab, ent)).name),
  'school/of-tab': async ({ ent }, { tab = NO_TAB }) => (await schoolOfTab(tab, ent)) ?? null,
  'reading/record': async (reading) => {
    await recordReading(reading);
    const broken = reading.counts.filter(({ outcome }) => outcome === 'error');
    if (broken.length > 0) await noteRules(broken, reading.at);
    refreshBadgeSoon();
  },
  'tab/state': async (state, { tab, frame }) => {
    if (tab !== undefined) await reportTab(state, tab, frame);
  },
  'workshop/open': (at) => openWorkshop(at?.section),
  'overlay/script': async (ent, { tab, frame }) => {
    if (tab !== undefined) await injectOverlay(ent, tab, frame);
  },
  'overlay/part': async (part, { tab, frame }) => {
    if (tab !== undefined) await injectPart(part, tab, frame);
  },
  'detector/seen': ({ unreadable, ...seen }) =>
    // What a screen calls things may name somebody: only the ENT's own words are kept.
    noteDetector({ ...seen, ...(unreadable !== undefined && { unreadable: safeSentence(unreadable) }) }),
  'tour/keep': ({ host, left }) => keepTour(host, left),
  'tour/recall': ({ host }) => recallTour(host),
  'people/recall': async (asked) => recallPeople(asked, await salt()),
  'people/remember': async (said) => rememberPeople(said, await salt()),
  'pages/known': ({ host }) => knownPages(host),
  'pages/learn': (page) => learnPage(page, now()),
  'teaching/script': async (teaching, { tab, frame }) => {
    if (tab !== undefined) await injectTeaching(teaching, tab, frame);
  },
  'teaching/turn': async (turn, { tab }) => {
    if (tab !== undefined) await tellFrames(turn, tab);
  },
  'year/known': (school) => knownYear(school, isoDate(new Date())),
  'year/say': async (said) => {
    const year = await sayOfYear(said, now(), isoDate(new Date()));
    await tellOpenPages('yearSaidAt', now());
    return year;
  },
  'steps/for-screen': stepsForScreen,
  'journal/write': async (told) => writeTold(told, await loadInitials(browser.storage.local)),
  'banner/recall': bannerFor,
  'banner/hide': ({ host }) => hideBanner(host),
  'badge/refresh': async () => {
    refreshBadgeSoon();
    await tellOpenPages('yearSaidAt', now());
  },
  'import/piece': (piece, { tab = NO_TAB, frame }) => receivePiece(piece, tab, frame),
  'import/control': async (request, { tab = NO_TAB, frame }) => {
    const control = await controlForTab(request, tab, frame);
    return control.kind === 'done' ? filed(control, () => fileImport(control, request)) : control;
  },
  'import/sent': expectImport,
  'import/gaps': gapsFound,
  'import/announced': announcedGaps,
  'import/likely': (request, { tab = NO_TAB, frame }) => likelyForTab(request, tab, frame),
  'import/expected': async ({ uai }) => (await loadKeptCourses(uai)) ?? null,
  'wizard/keep': ({ host, kept }, { tab = NO_TAB }) => keepWizard(kept, host, tab),
  'wizard/recall': async ({ host }, { tab = NO_TAB }) => (await recallWizard(host, tab)) ?? null,
  'reference/ask': (request, { tab = NO_TAB, frame }) => askReference(request, tab, frame),
  'reference/seen': (seen, { tab = NO_TAB }) => learnSeen(seen, tab),
  'reference/awake': async () => undefined,
  'enrolment/recall': ({ host }) => listEnrolments(host),
  'enrolment/said': async (said) => {
    await sayEnrolment(said);
    return listEnrolments(said.host);
  },
  'courses/kept': listKeptCourses,
  'timetable/control': async (request, { tab = NO_TAB, frame }) => {
    const control = await controlTimetableOf(request, tab, frame, salt);
    return control.kind === 'done' ? filed(control, () => fileTimetable(control, request)) : control;
  },
  'timetable/sent': rememberTimetable,
};

/** What was controlled is not lost because it could not be filed: that is told with it. */
async function filed<C extends { problems: readonly string[] }>(
  control: C,
  file: () => Promise<void>,
): Promise<C> {
  try {
    await file();
    return control;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const says = `Ce contrôle n’a pas pu être ajouté au tableau des établissements. ${why}`;
    return { ...control, problems: [...control.problems, says] };
  }
}

let turn: Promise<unknown> = Promise.resolve();

/** One at a time: two tabs at the very first use would otherwise make two. Never remembered: « Tout effacer » erases it. */
function salt(): Promise<string> {
  const mine = turn.then(() => keepSalt(browser.storage.local, newSalt()));
  turn = mine.catch(() => undefined);
  return mine;
}

function now(): string {
  return new Date().toISOString();
}

/** One workshop is enough: an open one comes to the front, and so does its window where there are windows. */
export async function openWorkshop(section?: string): Promise<void> {
  const page = browser.runtime.getURL('/workshop.html');
  const url = section ? `${page}#${section}` : page;
  const [open] = await browser.tabs.query({ url: page });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  // Another section of a page that is open: what was read in it stays.
  await browser.tabs.update(open.id, { active: true, ...(section && { url }) });
  // Firefox for Android has no windows to bring to the front.
  if (open.windowId !== undefined) await browser.windows?.update(open.windowId, { focused: true });
}
