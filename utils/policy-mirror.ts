import { browser } from 'wxt/browser';

/** What frames of an ENT and the popup need of the academy's policy; `utils/policy.ts` writes it, and judges the rest. */
interface Mirror {
  hosts?: readonly string[];
  holds?: boolean;
}

/** Where it stands in `browser.storage.local`. */
export const MIRROR_NAME = 'policy';

async function mirror(): Promise<Mirror> {
  const stored = await browser.storage.local.get(MIRROR_NAME).catch((): Record<string, unknown> => ({}));
  return (stored[MIRROR_NAME] as Mirror | undefined) ?? {};
}

/** Portals that the academy offers, as host names. */
export async function offeredHosts(): Promise<readonly string[]> {
  return (await mirror()).hosts ?? [];
}

/** False where the academy wants no click held back. */
export async function holdsWanted(): Promise<boolean> {
  return (await mirror()).holds !== false;
}
