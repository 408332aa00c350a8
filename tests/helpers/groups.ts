import type { Gathered, ManualGroup, Member, Membership } from '@/utils/core/facts';
import { onPage } from './test-rule';

const GROUPS = 'edifice/manual-groups';

/** A manual group as a list shows it, plus what a test wants known. */
export function group(name: string, known: Partial<ManualGroup> = {}): ManualGroup {
  return { at: onPage(name, GROUPS), name, ...known };
}

/** The members of one group, by where each belongs. */
export function members(of: string, ...belongs: Member['belongs'][]): Membership {
  const list = belongs.map((where, index) => ({
    name: `PERSONNE ${index}`,
    ...(where && { belongs: where }),
  }));
  return { at: onPage(of, GROUPS), group: of, members: list };
}

/** The structure, with GAR or without; `undefined` when the platform doesn't say. */
export function structure(garActive?: boolean) {
  const at = onPage('etab', 'edifice/structure');
  const items = [{ at, levels: [1 as const], ...(garActive !== undefined && { garActive }) }];
  return { items, complete: true } satisfies Gathered<unknown>;
}
