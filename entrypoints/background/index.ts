import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { isoDate } from '@/utils/core/context';
import { forgetImports } from '@/utils/import-desk';
import { injectInto, syncScripts } from '@/utils/permissions';
import { applyPolicy, currentSettings } from '@/utils/policy';
import { forgetReference } from '@/utils/reference-desk';
import { onAlarm, onNotificationClick, refreshBadge, setAlarm } from '@/utils/reminders';
import { route } from '@/utils/router';
import { loadKeptFiles } from '@/utils/store/kept-files';
import { sweep } from '@/utils/store/retention';
import { forgetTab } from '@/utils/toolbar';
import { ANSWERS, openWorkshop } from './answers';

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
    browser.alarms.onAlarm.addListener(({ name }) => void onAlarm(name).catch(() => undefined));
    browser.storage.managed.onChanged?.addListener(() => void followPolicy());
    browser.runtime.onInstalled.addListener(() => void syncScripts());
    browser.runtime.onStartup.addListener(() => void syncScripts());
    browser.permissions.onAdded.addListener(({ origins }) => {
      hearNotifications();
      void syncScripts().then(() => injectInto(origins ?? []));
    });
    browser.permissions.onRemoved.addListener(() => void syncScripts());
    // Whatever woke us: what was kept until a day that is past must not wait for the workshop to be opened.
    void loadKeptFiles(isoDate(new Date())).catch(() => undefined);
    void wakeUp();
    hearNotifications();
    browser.tabs.onRemoved.addListener((tab) => {
      forgetImports(tab);
      forgetReference(tab);
      void forgetTab(tab);
    });
  },
});

const hearNotifications = () => onNotificationClick(() => void openWorkshop('calendrier'));

/** Whatever woke us: the day may have changed since, and so may what the academy wants. */
async function wakeUp(): Promise<void> {
  await setAlarm().catch(() => undefined);
  await followPolicy();
  const { retentionMonths } = await currentSettings();
  await sweep(browser.storage.local, retentionMonths, isoDate(new Date())).catch(() => undefined);
  await refreshBadge().catch(() => undefined);
}

async function followPolicy(): Promise<void> {
  // What is wrong with it is told in the settings.
  await applyPolicy(new Date().toISOString()).catch(() => undefined);
  await syncScripts();
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
