import { browser } from 'wxt/browser';
import type { TabState } from '@/utils/messages';
import { badgeOf, lateBadge, nextReport, type ReportedTab } from './tab-states';

const PREFIX = 'tab:';

let queue: Promise<unknown> = Promise.resolve();

/** Keeps what a frame of a tab reports until the browser is closed, and shows it on the toolbar button. */
export function reportTab(state: TabState, tab: number, frame: number): Promise<void> {
  const turn = queue.then(async () => {
    const key = PREFIX + tab;
    const former = (await browser.storage.session.get(key))[key] as ReportedTab | undefined;
    const report = nextReport(former, { tab, frame, at: new Date().toISOString(), state });
    await browser.storage.session.set({ [key]: report });
    await show(tab, report.state);
  });
  // Frames report together: reading then writing must not overlap.
  queue = turn.catch(() => undefined);
  return turn;
}

/** Every tab's last report. */
export async function listReports(): Promise<ReportedTab[]> {
  const stored = await browser.storage.session.get(null);
  return Object.entries(stored)
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([, report]) => report as ReportedTab);
}

/** Forgets a tab that was closed. */
export async function forgetTab(tab: number): Promise<void> {
  await browser.storage.session.remove(PREFIX + tab);
}

/** Calls back when a tab reports. Returns how to stop. */
export function onReport(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && Object.keys(changes).some((name) => name.startsWith(PREFIX))) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Shows how many steps are late, on the tabs that have no findings of their own to show. */
export async function showLate(late: number): Promise<void> {
  const { text, title, colour } = lateBadge(late);
  await Promise.all([
    browser.action.setTitle({ title }),
    browser.action.setBadgeText?.({ text }),
    browser.action.setBadgeBackgroundColor?.({ color: colour }),
    browser.action.setBadgeTextColor?.({ color: '#ffffff' }),
  ]).catch(() => undefined);
}

async function show(tabId: number, state: TabState): Promise<void> {
  const { text, title, colour } = badgeOf(state);
  // Firefox for Android has no badge: its absence is no failure.
  await Promise.all([
    browser.action.setTitle({ tabId, title }),
    // Nothing of its own to say: the number of late steps shows through.
    browser.action.setBadgeText?.({ tabId, text: (text || null) as string }),
    browser.action.setBadgeBackgroundColor?.({ tabId, color: colour }),
    browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
  ]).catch(() => undefined);
}
