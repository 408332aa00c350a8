import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { isoDate } from '@/utils/core/context';
import { forgetImports } from '@/utils/import-desk';
import { injectInto, syncScripts } from '@/utils/permissions';
import { forgetReference } from '@/utils/reference-desk';
import { route } from '@/utils/router';
import { loadKeptFiles } from '@/utils/store/kept-files';
import { forgetTab } from '@/utils/toolbar';
import { ANSWERS } from './answers';

export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
      const from = { ...ofTab(sender.tab?.id), ...ofFrame(sender.frameId), ...ofSite(sender.url) };
      const answer = route(message, from, ANSWERS);
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
