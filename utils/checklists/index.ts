import type { EntId } from '@/utils/core/facts';
import type { Checklist } from './checklist';
import { EDIFICE_PRIMARY } from './edifice-primary';
import { EDIFICE_SECONDARY } from './edifice-secondary';

/** Every checklist, in the order in which it is offered. */
export const CHECKLISTS: readonly Checklist[] = [EDIFICE_PRIMARY, EDIFICE_SECONDARY];

/** The checklists of one family. */
export function checklistsOf(ent: EntId): readonly Checklist[] {
  return CHECKLISTS.filter((checklist) => checklist.ent === ent);
}

/** The checklist of a school: the first that fits one of its levels, or the first of its family while they are unknown. */
export function checklistFor(ent: EntId, levels: readonly (1 | 2)[] = []): Checklist | undefined {
  const offered = checklistsOf(ent);
  return offered.find(({ level }) => level === undefined || levels.includes(level)) ?? offered[0];
}
