import { browser } from 'wxt/browser';
import type { FrameTurn, Teaching } from './messages';

/** A turn, as the frames of a tab hear of it. */
export interface ToldTurn {
  teaching: FrameTurn;
}

/**
 * Brings what teaches or captures a page into all the frames of a tab that we may touch; where the tab's own page is not
 * one of them, into the frame that asks. @throws {Error} when the tab has gone elsewhere.
 */
export async function injectTeaching(teaching: Teaching, tabId: number, frameId?: number): Promise<void> {
  const files = [`/content-scripts/${teaching}.js`] as const;
  const everywhere = browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: [...files],
  });
  await everywhere.catch((error) => {
    if (!frameId) throw error;
    return browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [...files] });
  });
}

/** Tells all the frames of a tab, the one that spoke included. */
export async function tellFrames(teaching: FrameTurn, tab: number): Promise<void> {
  const told: ToldTurn = { teaching };
  // Nobody answers, and a tab without any such script refuses: neither is a failure.
  await browser.tabs.sendMessage(tab, told).catch(() => undefined);
}
