import { browser } from 'wxt/browser';
import type { EntId } from '@/utils/core/facts';
import { knownHost, originsFor } from '@/utils/ents/hosts';
import type { OverlayPart } from '@/utils/messages';
import { offeredHosts } from '@/utils/policy-mirror';
import { coversHost, loadersFor, overlayFor, planScripts, type Script } from './registration';
import { hasLearned } from './store/learned-pages';

/** Sites that a person typed, kept so that « all sites » in the browser's settings doesn't become all sites. */
const TYPED_SITES = 'typedSites';

/** What the browser lets us run on, as match patterns. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** True when the overlay may run on a host. */
export async function isActivated(host: string): Promise<boolean> {
  return coversHost(await grantedOrigins(), host, await chosenSites());
}

/**
 * Asks the person for one portal and, once granted, starts the overlay there: at once in the tab given, and from now
 * on at every visit. Must be called straight from a click: the browser refuses otherwise. False when refused.
 */
export async function activate(host: string, tabId?: number): Promise<boolean> {
  // Nothing is awaited before this line: Firefox would forget that a person clicked.
  const granted = await browser.permissions.request({ origins: originsFor(host) });
  if (!granted) return false;
  if (!knownHost(host)) await rememberSite(host);
  await syncScripts();
  if (tabId !== undefined) await injectOnce(tabId);
  return true;
}

/** Registers the loaders where it is granted and withdraws it elsewhere. Any number of calls at once is safe. */
export function syncScripts(): Promise<void> {
  return oneAtATime(async () => {
    const [granted, existing, typed] = await Promise.all([
      grantedOrigins(),
      browser.scripting.getRegisteredContentScripts(),
      chosenSites(),
    ]);
    const known: Script[] = existing.map(({ id, matches = [], excludeMatches = [], js = [] }) => ({
      id,
      matches,
      excludeMatches,
      js,
    }));
    const plan = planScripts(granted, known, typed);
    if (plan.unregister.length > 0)
      await browser.scripting.unregisterContentScripts({ ids: plan.unregister });
    if (plan.register.length === 0) return;
    await browser.scripting.registerContentScripts(
      plan.register.map(({ excludeMatches, ...script }) => ({
        ...script,
        ...(excludeMatches.length > 0 && { excludeMatches }),
        allFrames: true,
        runAt: 'document_idle',
        persistAcrossSessions: true,
      })),
    );
  });
}

/** Starts the loader in the open tabs of what was just granted: Firefox closes the popup to ask, so nobody else would. */
export async function injectInto(origins: readonly string[]): Promise<void> {
  const scripts = planScripts(origins, []).register;
  if (scripts.length === 0) return;
  const tabs = await browser.tabs.query({ url: scripts.flatMap((script) => script.matches) });
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : injectOnce(tab.id))));
}

/** Runs the loader in the frames of a tab; it leaves alone those that had it. A tab that refuses is left alone. */
async function injectOnce(tabId: number): Promise<void> {
  try {
    const { url } = await browser.tabs.get(tabId);
    const files = loadersFor(new URL(url ?? '').hostname).map((file) => `/${file}` as const);
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files });
  } catch {
    // The tab has gone elsewhere, or shows a page that no extension may touch: the next visit will do.
  }
}

/** Brings a family's overlay into the frame whose loader asks for it. @throws {Error} when the tab has gone elsewhere. */
export async function injectOverlay(ent: EntId, tabId: number, frameId: number): Promise<void> {
  const file = overlayFor(ent);
  const target = { tabId, frameIds: [frameId] };
  // First what reads the pages that somebody taught: only those who did pay for it.
  const learned = (await hasLearned(ent)) ? (['/content-scripts/learned.js'] as const) : [];
  if (file) await browser.scripting.executeScript({ target, files: [...learned, file] });
}

/** Brings a part of the overlay into the frame whose overlay asks for it. @throws {Error} when the tab has gone elsewhere. */
export async function injectPart(part: OverlayPart, tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: [`/content-scripts/${part}.js`] });
}

/** Sites chosen one by one: typed here, or offered by the academy. */
async function chosenSites(): Promise<string[]> {
  return [...(await typedSites()), ...(await offeredHosts())];
}

/**
 * Brings a family's overlay into a page of which it reads nothing, and has it open the dossier for support there.
 * @throws {Error} when the tab has gone elsewhere.
 */
export async function askDossier(ent: EntId, tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, func: wantDossier });
  await injectOverlay(ent, tabId, 0);
}

/** Runs in the page, in the extension's own world: nothing of this file is there. */
function wantDossier(): void {
  (globalThis as { vigieWanted?: string }).vigieWanted = 'dossier';
}

async function typedSites(): Promise<string[]> {
  const stored = await browser.storage.local.get(TYPED_SITES);
  return (stored[TYPED_SITES] as string[] | undefined) ?? [];
}

async function rememberSite(host: string): Promise<void> {
  const sites = new Set(await typedSites());
  await browser.storage.local.set({ [TYPED_SITES]: [...sites.add(host)] });
}

let queue: Promise<unknown> = Promise.resolve();

/** One after the other, in this page and across the popup and the background where the browser has locks. */
function oneAtATime(work: () => Promise<void>): Promise<void> {
  const turn = queue.then(() =>
    typeof navigator !== 'undefined' && navigator.locks
      ? navigator.locks.request('vigie-scripts', work)
      : work(),
  );
  queue = turn.catch(() => undefined);
  return turn.then(() => undefined);
}
