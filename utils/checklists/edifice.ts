import type { Checklist } from './checklist';
import { EDIFICE_PRIMARY } from './edifice-primary';
import { EDIFICE_SECONDARY } from './edifice-secondary';

/** The lists of Edifice platforms. */
export const EDIFICE: readonly Checklist[] = [EDIFICE_PRIMARY, EDIFICE_SECONDARY];
