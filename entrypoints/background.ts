import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { injectInto, syncScripts } from '@/utils/permissions';
import { route, type Tools } from '@/utils/router';
import { decisionSalt } from '@/utils/store/decisions';
import { recallPeople, rememberPeople } from '@/utils/store/people';
import { recordReading } from '@/utils/store/proofs';
import { seeSchool } from '@/utils/store/schools';
import { forgetTab, reportTab } from '@/utils/toolbar';

const TOOLS: Tools = {
  async seeSchool(seen) {
    const { key: _key, lastSeen: _lastSeen, lastRead: _lastRead, ...school } = await seeSchool(seen, now());
    return school;
  },
  recordReading,
  reportTab,
  openWorkshop,
  recallPeople: async (asked) => recallPeople(asked, await salt()),
  rememberPeople: async (said) => rememberPeople(said, await salt()),
};

let salted: Promise<string> | undefined;

/** Asked for once: two tabs at the very first use would otherwise make two. */
function salt(): Promise<string> {
  salted ??= decisionSalt(browser.storage.local);
  salted.catch(() => {
    salted = undefined;
  });
  return salted;
}

export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
      const answer = route(message, { ...ofTab(sender.tab?.id), ...ofFrame(sender.frameId) }, TOOLS);
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

/** One workshop is enough: an open one comes to the front. */
async function openWorkshop(): Promise<void> {
  const url = browser.runtime.getURL('/workshop.html');
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}
