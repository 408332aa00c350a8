import { browser } from 'wxt/browser';

/** What the person switched on this computer, for every page of the extension and every overlay. */
export interface Switches {
  /** Names are masked, for those who share their screen. */
  demonstration: boolean;
  /** Detectors that are not to be used, by the ids of `utils/detectors.ts`. */
  off: ReadonlySet<string>;
}

const DEMONSTRATION = 'demonstration';
const OFF = 'detectorsOff';

/** As long as nothing else is known: everything is used, nothing is masked. */
export const NO_SWITCH: Switches = { demonstration: false, off: new Set() };

/** What is switched now; what storage refuses to tell is as nobody touched it. */
export async function loadSwitches(): Promise<Switches> {
  const kept = (await browser.storage.local.get([DEMONSTRATION, OFF]).catch(() => ({}))) as Record<
    string,
    unknown
  >;
  const off = kept[OFF];
  return {
    demonstration: kept[DEMONSTRATION] === true,
    off: new Set(Array.isArray(off) ? off.filter((id) => typeof id === 'string') : []),
  };
}

/** True when names are masked: for the loaders, which every frame pays for. */
export async function isDemonstrating(): Promise<boolean> {
  const kept = await browser.storage.local.get(DEMONSTRATION).catch(() => undefined);
  return kept?.[DEMONSTRATION] === true;
}

/** Calls back when something is switched, in whichever page. Returns how to stop. */
export function onSwitch(callback: (switches: Switches) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (DEMONSTRATION in changes || OFF in changes)) void loadSwitches().then(callback);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Masks names, or shows them again. Kept until somebody switches it back, so that no restart uncovers them. */
export async function switchDemonstration(on: boolean): Promise<void> {
  await browser.storage.local.set({ [DEMONSTRATION]: on });
}

/** What is off once one detector is switched. */
export function withSwitch(off: ReadonlySet<string>, id: string, isOff: boolean): ReadonlySet<string> {
  const next = new Set(off);
  if (isOff) next.add(id);
  else next.delete(id);
  return next;
}

let turn: Promise<unknown> = Promise.resolve();

/** Switches one detector off, or on again. One at a time: two quick clicks must not undo each other. */
export function switchDetector(id: string, isOff: boolean): Promise<void> {
  const mine = turn.then(async () => {
    const { off } = await loadSwitches();
    await browser.storage.local.set({ [OFF]: [...withSwitch(off, id, isOff)].sort() });
  });
  turn = mine.catch(() => undefined);
  return mine;
}
