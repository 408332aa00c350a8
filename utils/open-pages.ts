import { browser } from 'wxt/browser';

/**
 * In `browser.storage.local`: the ISO instant at which a word or a page was last taught or removed, and that at which
 * something was last said of a school's year (a date, a tick, the lists it follows).
 */
type Told = 'taughtAt' | 'yearSaidAt';

/** Tells the open pages of the ENT that what they go by has changed. */
export async function tellOpenPages(what: Told, at: string): Promise<void> {
  await browser.storage.local.set({ [what]: at });
}

/** Calls back when it has, in whichever page that was. Returns how to stop. */
export function whenTold(what: Told, callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && what in changes) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
