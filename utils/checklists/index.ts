import type { EntId } from '@/utils/core/facts';
import type { Checklist } from './checklist';
import { EDIFICE } from './edifice';
import { ITSLEARNING } from './itslearning';
import { SKOLENGO } from './skolengo';

/** The lists of each family, in the order in which they are offered. Surfaces that must stay small use `load.ts`. */
const FAMILIES: Record<EntId, readonly Checklist[]> = {
  edifice: EDIFICE,
  itslearning: ITSLEARNING,
  skolengo: SKOLENGO,
};

/** Every checklist. */
export const CHECKLISTS: readonly Checklist[] = Object.values(FAMILIES).flat();

/** The checklists of one family. */
export function checklistsOf(ent: EntId): readonly Checklist[] {
  return FAMILIES[ent];
}
