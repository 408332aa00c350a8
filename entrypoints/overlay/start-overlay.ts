import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { isExcludedHost } from '@/utils/ents/excluded-hosts';
import type { Ent } from '@/utils/ents/page';
import { runOverlay } from './run-overlay';
import type { Kit } from './tab-memory';

/** Starts the overlay in this document if it is one of the family's consoles; does nothing anywhere else. */
export async function startOverlay(ctx: ContentScriptContext, ent: Ent, kit: Kit): Promise<void> {
  if (isExcludedHost(location.hostname)) return;
  if (ent.recognise(document, new URL(location.href))) await runOverlay(ctx, ent, kit);
}
