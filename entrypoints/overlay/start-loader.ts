import type { EntId } from '@/utils/core/facts';
import { isExcludedHost } from '@/utils/ents/excluded-hosts';
import { presenceWithLearned } from '@/utils/ents/learned-ent';
import type { Presence } from '@/utils/ents/presence';
import { type KnownPages, send } from '@/utils/messages';
import { watch } from '@/utils/watch';
import { lowerCurtain, raiseCurtain } from './early-curtain';
import { taughtHere } from './own-words';

/** How often the overlay is asked for: a background that cannot bring it now may at the next change of the screen. */
const TRIES = 3;

/** What the loaders of a frame share: it may be given twice, by a registration and by an activation. */
interface LoaderWorld {
  vigieLoaded?: Set<EntId>;
}

/** The loader of a family, with what was taught of the screens of this site: it is asked for before anything is looked at. */
export async function startTaughtLoader(family: (known: KnownPages) => Presence): Promise<void> {
  if (isExcludedHost(location.hostname)) return;
  const known = await taughtHere(location);
  startLoader(presenceWithLearned(family(known), known.descriptors));
}

/**
 * All that a frame of the ENT pays for as long as it shows no screen that is read: it waits for one, asks the background
 * for the family's overlay, once, and is done.
 */
export function startLoader({ id, recognise, shows = recognise }: Presence): void {
  if (isExcludedHost(location.hostname)) return;
  const world = globalThis as LoaderWorld;
  world.vigieLoaded ??= new Set();
  const loaded = world.vigieLoaded;
  if (loaded.has(id) || !recognise(document, new URL(location.href))) return;
  loaded.add(id);
  let tries = 0;
  let asking = false;
  const look = () => {
    if (asking || !shows(document, new URL(location.href))) return;
    asking = true;
    tries += 1;
    void raiseCurtain();
    send('overlay/script', id).then(
      () => watching.stop(),
      () => {
        lowerCurtain();
        asking = false;
        if (tries >= TRIES) watching.stop();
      },
    );
  };
  const watching = watch(document.documentElement, { changed: () => undefined, settled: look });
  look();
  // The tab may have shown a screen before: what the toolbar said of it is over.
  if (!asking) send('tab/state', { host: location.host, ent: id, critical: false }).catch(() => undefined);
}
