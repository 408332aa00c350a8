import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { nationalDates, transitionOn } from '@/utils/checklists/calendar';
import { isoDate } from '@/utils/core/context';
import {
  controlForTab,
  expectImport,
  forgetImports,
  gapsFound,
  likelyForTab,
  receivePiece,
} from '@/utils/import-desk';
import { knownYear, sayOfYear } from '@/utils/known-year';
import { injectInto, injectOverlay, injectPeople, syncScripts } from '@/utils/permissions';
import { askReference, forgetReference, learnSeen } from '@/utils/reference-desk';
import { route, type Tools } from '@/utils/router';
import { keepSalt, newSalt } from '@/utils/store/decisions';
import { listEnrolments, sayEnrolment } from '@/utils/store/enrolments';
import { loadKeptFiles } from '@/utils/store/kept-files';
import { recallPeople, rememberPeople } from '@/utils/store/people';
import { recordReading } from '@/utils/store/proofs';
import { loadSchoolYear } from '@/utils/store/school-years';
import { seeSchool } from '@/utils/store/schools';
import { listSynonyms } from '@/utils/store/synonyms';
import { loadKeptCourses } from '@/utils/store/timetables';
import { forgetTab, reportTab } from '@/utils/toolbar';

const TOOLS: Tools = {
  async seeSchool(seen) {
    const { key, ent, host, id, name, uai, levels } = await seeSchool(seen, now());
    const transition = transitionOn(isoDate(new Date()));
    const { dates } = await loadSchoolYear(key, transition);
    const milestones = { ...nationalDates(transition), ...dates };
    const known = { ...(uai !== undefined && { uai }), ...(levels && { levels }) };
    return { ent, host, id, name, ...known, milestones };
  },
  recordReading,
  reportTab,
  knownPages: async () => ({ synonyms: await listSynonyms() }),
  knownYear: (school) => knownYear(school, isoDate(new Date())),
  sayOfYear: (said) => sayOfYear(said, now(), isoDate(new Date())),
  openWorkshop,
  bringOverlay: injectOverlay,
  bringPeople: injectPeople,
  recallPeople: async (asked) => recallPeople(asked, await salt()),
  rememberPeople: async (said) => rememberPeople(said, await salt()),
  receivePiece,
  controlForTab,
  askReference,
  learnSeen,
  expectImport,
  gapsFound,
  likelyForTab,
  expectedCourses: async (uai) => (await loadKeptCourses(uai)) ?? null,
  recallEnrolments: listEnrolments,
  async sayEnrolment(said) {
    await sayEnrolment(said);
    return listEnrolments(said.host);
  },
};

let turn: Promise<unknown> = Promise.resolve();

/** One at a time: two tabs at the very first use would otherwise make two. Never remembered: « Tout effacer » erases it. */
function salt(): Promise<string> {
  const mine = turn.then(() => keepSalt(browser.storage.local, newSalt()));
  turn = mine.catch(() => undefined);
  return mine;
}

export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
      const from = { ...ofTab(sender.tab?.id), ...ofFrame(sender.frameId), ...ofSite(sender.url) };
      const answer = route(message, from, TOOLS);
      if (!answer) return undefined;
      answer.then(sendResponse);
      return true;
    });
    // Overlays hold a connection: when it drops, they find out that the extension was updated.
    browser.runtime.onConnect.addListener(() => undefined);
    browser.runtime.onInstalled.addListener(() => void syncScripts());
    browser.runtime.onStartup.addListener(() => void syncScripts());
    browser.permissions.onAdded.addListener(({ origins }) => {
      void syncScripts().then(() => injectInto(origins ?? []));
    });
    browser.permissions.onRemoved.addListener(() => void syncScripts());
    // Whatever woke us: what was kept until a day that is past must not wait for the workshop to be opened.
    void loadKeptFiles(isoDate(new Date())).catch(() => undefined);
    browser.tabs.onRemoved.addListener((tab) => {
      forgetImports(tab);
      forgetReference(tab);
      void forgetTab(tab);
    });
  },
});

function now(): string {
  return new Date().toISOString();
}

function ofTab(tab: number | undefined) {
  return tab === undefined ? {} : { tab };
}

function ofFrame(frame: number | undefined) {
  return frame === undefined ? {} : { frame };
}

/** Our own pages aren't sites: they speak of whichever school they show. */
function ofSite(url: string | undefined) {
  return url?.startsWith('https://') ? { host: new URL(url).host } : {};
}

/** One workshop is enough: an open one comes to the front, and so does its window where there are windows. */
async function openWorkshop(): Promise<void> {
  const url = browser.runtime.getURL('/workshop.html');
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  // Firefox for Android has no windows to bring to the front.
  if (open.windowId !== undefined) await browser.windows?.update(open.windowId, { focused: true });
}
