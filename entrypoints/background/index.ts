import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { isoDate } from '@/utils/core/context';
import { forgetImports } from '@/utils/import-desk';
import { forgetWizards } from '@/utils/kept-wizards';
import { injectInto, syncScripts } from '@/utils/permissions';
import { applyPolicy, currentSettings, onPolicyChange } from '@/utils/policy';
import { forgetReference } from '@/utils/reference-desk';
import { onAlarm, onNotificationClick, refreshBadgeSoon, setAlarm } from '@/utils/reminders';
import { route, senderOf } from '@/utils/router';
import { loadKeptFiles } from '@/utils/store/kept-files';
import { sweep } from '@/utils/store/retention';
import { forgetSchools } from '@/utils/tab-schools';
import { forgetTab } from '@/utils/toolbar';
import { ANSWERS, openWorkshop } from './answers';
import { aboutOneSchool } from './one-school';

export default defineBackground({
  type: 'module',
  main() {
    const answers = aboutOneSchool(ANSWERS);
    browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
      const answer = route(message, senderOf(sender, browser.runtime.getURL('/')), answers);
      if (!answer) return undefined;
      answer.then(sendResponse);
      return true;
    });
    // Overlays hold a connection: when it drops, they find out that the extension was updated.
    browser.runtime.onConnect.addListener(() => undefined);
    browser.alarms.onAlarm.addListener(({ name }) => void onAlarm(name).catch(() => undefined));
    onPolicyChange(() => void followPolicy());
    browser.runtime.onInstalled.addListener(startUp);
    browser.runtime.onStartup.addListener(startUp);
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
      void forgetWizards(tab);
      void forgetSchools(tab);
      void forgetTab(tab);
    });
  },
});

function hearNotifications(): void {
  onNotificationClick(() => void openWorkshop('calendrier'));
}

/** What the academy wants may have changed while nobody listened; what has expired is erased once a day. */
async function wakeUp(): Promise<void> {
  await setAlarm().catch(() => undefined);
  await followPolicy();
  await sweepOnceADay(isoDate(new Date())).catch(() => undefined);
}

async function followPolicy(): Promise<void> {
  // What is wrong with it is told in the settings.
  const changed = await applyPolicy(new Date().toISOString()).catch(() => false);
  if (changed) await syncScripts();
}

const SWEPT = 'sweptOn';

/** We are woken by every message after a pause: what is kept is not to be gone through each time. */
async function sweepOnceADay(today: string): Promise<void> {
  const { local, session } = browser.storage;
  if ((await session.get(SWEPT))[SWEPT] === today) return;
  const { retentionMonths } = await currentSettings();
  await sweep(local, retentionMonths, today);
  await session.set({ [SWEPT]: today });
}

/** The browser forgets the number on the button when it is closed. */
function startUp(): void {
  void syncScripts();
  refreshBadgeSoon();
}
