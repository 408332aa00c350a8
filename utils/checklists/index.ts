import type { EntId } from '@/utils/core/facts';
import type { Checklist } from './checklist';
import { EDIFICE_PRIMARY } from './edifice-primary';

/** Every checklist, in the order in which it is offered. */
export const CHECKLISTS: readonly Checklist[] = [EDIFICE_PRIMARY];

/** The checklists of one family. */
export function checklistsOf(ent: EntId): readonly Checklist[] {
  return CHECKLISTS.filter((checklist) => checklist.ent === ent);
}
