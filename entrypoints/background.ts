import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { isoDate } from '@/utils/core/context';
import { controlForTab, expectImport, gapsFound } from '@/utils/import-desk';
import { injectInto, injectPeople, syncScripts } from '@/utils/permissions';
import { route, type Tools } from '@/utils/router';
import { stepsForScreen } from '@/utils/screen-steps';
import { keepSalt, newSalt } from '@/utils/store/decisions';
import { loadInitials } from '@/utils/store/initials';
import { writeTold } from '@/utils/store/journal';
import { loadKeptFiles } from '@/utils/store/kept-files';
import { recallPeople, rememberPeople } from '@/utils/store/people';
import { recordReading } from '@/utils/store/proofs';
import { seeSchool } from '@/utils/store/schools';
import { forgetTab, reportTab } from '@/utils/toolbar';

const TOOLS: Tools = {
  async seeSchool(seen) {
    const { ent, host, id, name, uai, levels } = await seeSchool(seen, now());
    return { ent, host, id, name, ...(uai !== undefined && { uai }), ...(levels && { levels }) };
  },
  recordReading,
  reportTab,
  openWorkshop,
  bringPeople: injectPeople,
  recallPeople: async (asked) => recallPeople(asked, await salt()),
  rememberPeople: async (said) => rememberPeople(said, await salt()),
  controlForTab,
  expectImport,
  gapsFound,
  stepsForScreen,
  writeJournal: async (told) => writeTold(told, await loadInitials(browser.storage.local)),
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
    browser.tabs.onRemoved.addListener((tab) => void forgetTab(tab));
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
