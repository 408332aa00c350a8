import type { EntId } from '@/utils/core/facts';
import type { Checklist } from './checklist';

/** Each family's lists in a chunk of their own: they are mostly text, and a popup shows one family. */
const LOADERS: Record<EntId, () => Promise<readonly Checklist[]>> = {
  edifice: async () => (await import('./edifice')).EDIFICE,
  itslearning: async () => (await import('./itslearning')).ITSLEARNING,
  skolengo: async () => (await import('./skolengo')).SKOLENGO,
};

/** The checklists of one family, once loaded. */
export function loadChecklists(ent: EntId): Promise<readonly Checklist[]> {
  return LOADERS[ent]();
}
