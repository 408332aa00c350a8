import { browser } from 'wxt/browser';
import { tabOnSite } from './tab-schools';
import type { KeptWizard, LeafedList } from './wizard-messages';

const PREFIX = 'wizard/';
/** Pages of people, by the same keys: names are in the background's own memory only, and go when it falls asleep. */
const people = new Map<string, LeafedList>();

/**
 * Keeps what a tab has learnt of the timetable import that it shows, until the tab or the browser is closed. Names of
 * people are never written to the session's memory.
 */
export async function keepWizard(kept: KeptWizard, host: string, tab: number): Promise<void> {
  const key = await keyOf(tab, host);
  const { list, ...rest } = kept;
  const named = list?.pages.some(([, leaf]) => leaf.importPeople) ?? false;
  if (list && named) people.set(key, list);
  else people.delete(key);
  await browser.storage.session.set({ [key]: list && !named ? { ...rest, list } : rest });
}

/** What was kept of the import that a tab shows; `undefined` when nothing was. */
export async function recallWizard(host: string, tab: number): Promise<KeptWizard | undefined> {
  const key = await keyOf(tab, host);
  const kept = (await browser.storage.session.get(key))[key] as KeptWizard | undefined;
  const list = people.get(key);
  return kept && list ? { ...kept, list } : kept;
}

/** A tab is closed. */
export async function forgetWizards(tab: number): Promise<void> {
  const own = (key: string) => key.startsWith(`${PREFIX}${tab}|`);
  for (const key of people.keys()) if (own(key)) people.delete(key);
  const kept = Object.keys(await browser.storage.session.get(null)).filter(own);
  if (kept.length > 0) await browser.storage.session.remove(kept);
}

/** The wizard's own host too: the platform frames it from another. */
async function keyOf(tab: number, host: string): Promise<string> {
  return `${PREFIX}${await tabOnSite(tab)}|${host}`;
}
