import { browser } from 'wxt/browser';

/** Identifiers of the schools that a tour of one site has yet to read: no name, and only until the browser is closed. */
const PREFIX = 'tour:';

/** More than any administrator has; what is longer is no tour of ours. */
const MOST = 10_000;

/** Keeps what is left of the tour of a site; nothing left forgets it. */
export async function keepTour(host: string, left: readonly string[]): Promise<void> {
  const key = PREFIX + host;
  if (left.length === 0) await browser.storage.session.remove(key);
  else await browser.storage.session.set({ [key]: left.slice(0, MOST) });
}

/** What is left of the tour of a site; empty when there is none. */
export async function recallTour(host: string): Promise<readonly string[]> {
  const key = PREFIX + host;
  const kept = (await browser.storage.session.get(key))[key];
  return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
}
