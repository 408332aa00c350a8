/** The screen is taken as settled after this long without a change… */
const QUIET_MS = 50;
/** …or after this long anyway, so that an animation or a chat widget never starves the reading. */
const LONGEST_WAIT_MS = 1500;

/** What a watcher tells. */
export interface WatchListener {
  /** Something moved: what was placed on the page may be wrong from now on. */
  changed(records: readonly MutationRecord[]): void;
  /** Nothing moved for a while: the screen can be read. */
  settled(): void;
}

/** A watch that goes on until stopped. */
export interface Watch {
  /** Asks for a reading although the document didn't change (the address did, or the person asked). */
  poke(): void;
  stop(): void;
}

/** Watches one container of the page; does nothing while the tab is hidden, and catches up when it shows again. */
export function watch(container: Element, listener: WatchListener): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  const settle = () => {
    timer = undefined;
    waitingSince = 0;
    if (!document.hidden) listener.settled();
  };
  const poke = () => {
    const now = performance.now();
    waitingSince ||= now;
    clearTimeout(timer);
    timer = setTimeout(settle, Math.max(0, Math.min(QUIET_MS, waitingSince + LONGEST_WAIT_MS - now)));
  };
  const observer = new MutationObserver((records) => {
    if (document.hidden) return;
    listener.changed(records);
    poke();
  });
  const onVisibility = () => {
    if (!document.hidden) poke();
  };
  observer.observe(container, { childList: true, characterData: true, subtree: true });
  document.addEventListener('visibilitychange', onVisibility);
  poke();
  return {
    poke,
    stop() {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', onVisibility);
    },
  };
}
