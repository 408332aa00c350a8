import type { Breathe } from '@/utils/core/breathe';

/** Work that has gone on for less than this since the page last had its turn goes on, in ms. */
const SLICE_MS = 12;

/** Breath for one long piece of work. A message to oneself, since timers wait a whole second in a hidden tab. */
export function breathing(): Breathe {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  let since = performance.now();
  port1.onmessage = () => {
    since = performance.now();
    waiting.shift()?.();
  };
  return () => {
    if (performance.now() - since < SLICE_MS) return Promise.resolve();
    return new Promise((resume) => {
      // Two may wait at once: the console is asked two things at a time.
      waiting.push(resume);
      port2.postMessage(null);
    });
  };
}
