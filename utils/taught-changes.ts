import { browser } from 'wxt/browser';

/** In `browser.storage.local`: the ISO instant at which a word or a page was last taught or removed, for open pages. */
const CHANGED = 'taughtAt';

/** Tells the open pages of the ENT that what was taught has changed. */
export async function tellTaughtChanged(at: string): Promise<void> {
  await browser.storage.local.set({ [CHANGED]: at });
}

/** Calls back when what was taught has changed, in whichever page. Returns how to stop. */
export function onTaughtChanged(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && CHANGED in changes) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
