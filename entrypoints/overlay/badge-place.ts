import { browser } from 'wxt/browser';
import type { Place } from '@/components/overlay/view';

/** Bottom right: the consoles keep their lists on the left and their buttons at the top of what is open. */
const DEFAULT_PLACE: Place = { right: 16, bottom: 20 };
/** The badge's own size, px: it never leaves the window. */
const SIZE = { width: 104, height: 44 };

const keyOf = (host: string) => `badge-place:${host}`;

/** Where the person left the badge on this ENT. */
export async function rememberedPlace(host: string): Promise<Place> {
  const key = keyOf(host);
  const stored = (await browser.storage.local.get(key).catch(() => ({}))) as Record<string, unknown>;
  const place = stored[key] as Partial<Place> | undefined;
  return typeof place?.right === 'number' && typeof place.bottom === 'number'
    ? { right: place.right, bottom: place.bottom }
    : DEFAULT_PLACE;
}

/** Remembers the place; a full or refused storage only costs the memory of it. */
export function rememberPlace(host: string, place: Place): void {
  browser.storage.local.set({ [keyOf(host)]: place }).catch(() => undefined);
}

/** The place, moved inside a window of this size. */
export function insideWindow({ right, bottom }: Place, window: { width: number; height: number }): Place {
  return {
    right: Math.round(Math.max(0, Math.min(right, window.width - SIZE.width))),
    bottom: Math.round(Math.max(0, Math.min(bottom, window.height - SIZE.height))),
  };
}
