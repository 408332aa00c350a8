import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { EntId } from '@/utils/core/facts';
import { isGone } from './reporter';

/** How the copies of one overlay meet: they run in the extension's own world of the same frame, where no page looks. */
interface OverlayWorld {
  vigieOverlays?: Map<EntId, () => void>;
}

/**
 * Leaves the frame to the newest copy of a family's overlay. WXT's copies tell each other by an event of the page's
 * document, which the page can forge to be rid of the overlay and of its holds: that event is believed no more, but
 * once the extension itself is gone.
 */
export function takeOver(ctx: ContentScriptContext, id: EntId): void {
  const world = globalThis as OverlayWorld;
  world.vigieOverlays ??= new Map();
  world.vigieOverlays.get(id)?.();
  world.vigieOverlays.set(id, () => ctx.notifyInvalidated());
  // On the window, in the capture phase: before WXT's own listener, which is the document's.
  const onStarted = (event: Event) => {
    if (!isGone()) event.stopImmediatePropagation();
  };
  ctx.addEventListener(window, 'wxt:content-script-started' as never, onStarted, { capture: true });
}
