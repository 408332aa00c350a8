import { browser } from 'wxt/browser';
import { isoDate } from '@/utils/core/context';
import { type DueSchool, dueInSchool, dueSchools, dueText } from '@/utils/due-steps';
import type { SeenSchool } from '@/utils/messages';
import { nextMorning, noticeOf, type Told } from '@/utils/notice';
import { currentSettings } from '@/utils/policy';
import { schoolKey } from '@/utils/store/schools';
import { showLate } from '@/utils/toolbar';

const ALARM = 'morning';
const NOTIFICATION = 'morning';
/** In `browser.storage.local`: what was told last, and on which day the banner of each site was hidden. */
const TOLD = 'told';
const HIDDEN = 'bannerHidden';

/** Has the browser wake us in the morning, unless it is already to. */
export async function setAlarm(): Promise<void> {
  if (!(await browser.alarms.get(ALARM))) await nextAlarm();
}

/** One morning at a time: a period of 24 hours would drift when the clocks change. */
async function nextAlarm(): Promise<void> {
  await browser.alarms.create(ALARM, { when: nextMorning(new Date()) });
}

/** What an alarm asks for. @throws {StorageProblem} */
export async function onAlarm(name: string): Promise<void> {
  if (name !== ALARM) return;
  await nextAlarm();
  await remind();
}

/** Shows what is late on the toolbar button. @throws {StorageProblem} */
export async function refreshBadge(): Promise<readonly DueSchool[]> {
  const { badge } = await currentSettings();
  const due = await dueSchools(isoDate(new Date()));
  await showLate(badge ? due.reduce((sum, { late }) => sum + late, 0) : 0);
  return due;
}

let refreshing: Promise<unknown> | undefined;
let again = false;

/** The same when something may have changed: however often it is asked for meanwhile, it is done once more. */
export function refreshBadgeSoon(): void {
  again = refreshing !== undefined;
  if (again) return;
  refreshing = refreshBadge()
    // A number that is missing says nothing wrong; what cannot be read is told where it is needed.
    .catch(() => undefined)
    .then(() => {
      refreshing = undefined;
      if (again) refreshBadgeSoon();
    });
}

/** The badge, and the morning's notification when the person wants one. @throws {StorageProblem} */
export async function remind(): Promise<void> {
  const due = await refreshBadge();
  const { notify } = await currentSettings();
  if (!notify || !(await mayNotify())) return;
  const stored = await browser.storage.local.get(TOLD);
  const notice = noticeOf(due, stored[TOLD] as Told | undefined, isoDate(new Date()));
  if (!notice) return;
  const { title, message, told } = notice;
  await browser.notifications.create(NOTIFICATION, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
  await browser.storage.local.set({ [TOLD]: told });
}

/** True when the browser lets us notify. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

let listening = false;

/** Calls back when the notification is clicked; does nothing until the permission is there. */
export function onNotificationClick(callback: () => void): void {
  // Without the permission, the browser has no such interface at all.
  const notifications = browser.notifications as typeof browser.notifications | undefined;
  if (listening || !notifications) return;
  listening = true;
  notifications.onClicked.addListener((id) => {
    if (id === NOTIFICATION) callback();
  });
}

/** What the panel reminds of on the screens of a school: French, or `null`. @throws {StorageProblem} */
export async function bannerFor(school: SeenSchool): Promise<{ says: string } | null> {
  const today = isoDate(new Date());
  const { banner } = await currentSettings();
  if (!banner || (await hiddenDays())[school.host] === today) return null;
  const due = await dueInSchool(schoolKey(school), today);
  return due ? { says: dueText(due) } : null;
}

/** Hides the banner of a site until tomorrow. */
export async function hideBanner(host: string): Promise<void> {
  await browser.storage.local.set({ [HIDDEN]: { ...(await hiddenDays()), [host]: isoDate(new Date()) } });
}

async function hiddenDays(): Promise<Record<string, string>> {
  const stored = await browser.storage.local.get(HIDDEN);
  return (stored[HIDDEN] as Record<string, string> | undefined) ?? {};
}
