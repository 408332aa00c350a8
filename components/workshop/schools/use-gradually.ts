import { useEffect, useState } from 'preact/hooks';

/** Enough to fill a tall screen, few enough to be drawn in one blink. */
const STEP = 30;

/** How many of a long list to draw now: some more at each frame, since all at once would hold the page. */
export function useGradually(list: readonly unknown[]): number {
  const [state, setState] = useState({ list, shown: STEP });
  const shown = state.list === list ? state.shown : STEP;
  useEffect(() => {
    if (shown >= list.length) return undefined;
    const frame = requestAnimationFrame(() => setState({ list, shown: shown + STEP }));
    return () => cancelAnimationFrame(frame);
  }, [list, shown]);
  return shown;
}
