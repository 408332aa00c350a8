import { loadSwitches } from '@/utils/switches';
import { mountShadowRoot } from './shadow-root';

/** What the loader and the overlay of a document share: the page is masked before the overlay has come. */
interface CurtainWorld {
  vigieCurtain?: { lower(): void };
}

const CSS =
  '.vigie{position:fixed;z-index:2147483000;inset:0;background:#e4e8ee;opacity:.99;pointer-events:none}';

/** Masks the whole page at once if names are masked, until the overlay that reads it takes over. */
export async function raiseCurtain(): Promise<void> {
  const world = globalThis as CurtainWorld;
  if (world.vigieCurtain) return;
  let lowered = false;
  let remove: (() => void) | undefined;
  world.vigieCurtain = {
    lower() {
      lowered = true;
      remove?.();
      delete world.vigieCurtain;
    },
  };
  const { demonstration } = await loadSwitches();
  if (demonstration && !lowered) remove = mountShadowRoot('vigie-ent-curtain', CSS).remove;
}

/** Shows the page again: the overlay masks what is to be masked, or there is none. */
export function lowerCurtain(): void {
  (globalThis as CurtainWorld).vigieCurtain?.lower();
}
