/**
 * Opens a screen of the console at the person's request. A console that routes by itself follows an entry of the
 * history, so that nothing is loaded again and the live reading, held in memory only, is kept.
 */
export function openInPlace(path: string): void {
  const url = new URL(path, location.href);
  if (url.origin !== location.origin) return;
  history.pushState(null, '', url.pathname + url.search);
  dispatchEvent(new PopStateEvent('popstate', { state: null }));
}
