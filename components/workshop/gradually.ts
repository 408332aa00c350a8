import { useEffect, useState } from 'preact/hooks';

/** One more of a long list at each frame: drawn at once, it would hold the page for longer than a blink. */
export function useGradually(count: number): number {
  const [shown, setShown] = useState(1);
  useEffect(() => {
    if (shown >= count) return undefined;
    const frame = requestAnimationFrame(() => setShown(shown + 1));
    return () => cancelAnimationFrame(frame);
  }, [shown, count]);
  return shown;
}
