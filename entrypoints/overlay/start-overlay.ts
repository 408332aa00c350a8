import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { isExcludedHost } from '@/utils/ents/excluded-hosts';
import { withLearned } from '@/utils/ents/learned-ent';
import type { Ent } from '@/utils/ents/page';
import { send } from '@/utils/messages';
import { whenTold } from '@/utils/open-pages';
import { lowerCurtain } from './early-curtain';
import type { LearnedScript } from './learned-script';
import { takeOver } from './one-copy';
import { runOverlay } from './run-overlay';
import type { Kit } from './tab-memory';

/** Starts the overlay in this document if it is one of the family's consoles; does nothing anywhere else. */
export async function startOverlay(ctx: ContentScriptContext, family: Ent, kit: Kit): Promise<void> {
  try {
    await start(ctx, family, kit);
  } finally {
    // Whatever came of it: a page that nobody reads must not stay masked without a word.
    lowerCurtain();
  }
}

async function start(ctx: ContentScriptContext, family: Ent, kit: Kit): Promise<void> {
  if (isExcludedHost(location.hostname)) return;
  takeOver(ctx, family.id);
  const world = globalThis as LearnedScript;
  const learned = (await world.vigieLearned) ?? [];
  const ent = withLearned(
    family,
    learned.filter(({ id }) => id.startsWith(`${family.id}/`)),
  );
  if (!ent.recognise(document, new URL(location.href))) return;
  // A newer copy of this script reads by the words and the pages as they are now: what was said by the former ones leaves.
  const stop = whenTold('taughtAt', () => {
    delete world.vigieLearned;
    send('overlay/script', family.id).catch(() => undefined);
  });
  ctx.onInvalidated(stop);
  await runOverlay(ctx, ent, kit);
}
