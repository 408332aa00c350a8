import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { isExcludedHost } from '@/utils/ents/excluded-hosts';
import { withLearned } from '@/utils/ents/learned-ent';
import type { Ent } from '@/utils/ents/page';
import type { LearnedScript } from './learned-script';
import { runOverlay } from './run-overlay';
import type { Kit } from './tab-memory';

/** Starts the overlay in this document if it is one of the family's consoles; does nothing anywhere else. */
export async function startOverlay(ctx: ContentScriptContext, family: Ent, kit: Kit): Promise<void> {
  if (isExcludedHost(location.hostname)) return;
  const learned = (await (globalThis as LearnedScript).vigieLearned) ?? [];
  const ent = withLearned(
    family,
    learned.filter(({ id }) => id.startsWith(`${family.id}/`)),
  );
  if (ent.recognise(document, new URL(location.href))) await runOverlay(ctx, ent, kit);
}
