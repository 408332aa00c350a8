import { isDemonstrating } from '@/utils/switches';

/** What the loader and the overlay of a document share: the page is masked before the overlay has come. */
interface CurtainWorld {
  vigieCurtain?: { lower(): void };
}

/** On the element itself: it holds nothing, and the page's styles do not reach what is important here. */
const STYLE = [
  'all:initial',
  'position:fixed',
  'z-index:2147483000',
  'inset:0',
  'background:#e4e8ee',
  'pointer-events:none',
  '',
].join('!important;');

/** Masks the whole page at once if names are masked, until the overlay that reads it takes over. */
export async function raiseCurtain(): Promise<void> {
  const world = globalThis as CurtainWorld;
  if (world.vigieCurtain) return;
  const host = document.createElement('vigie-ent-curtain');
  host.style.cssText = STYLE;
  let lowered = false;
  world.vigieCurtain = {
    lower() {
      lowered = true;
      host.remove();
      delete world.vigieCurtain;
    },
  };
  if ((await isDemonstrating()) && !lowered) document.documentElement.append(host);
}

/** Shows the page again: the overlay masks what is to be masked, or there is none. */
export function lowerCurtain(): void {
  (globalThis as CurtainWorld).vigieCurtain?.lower();
}
