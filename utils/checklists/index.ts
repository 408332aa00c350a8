import type { Checklist } from './checklist';

/** Every checklist, in the order in which it is offered. */
export const CHECKLISTS: readonly Checklist[] = [];
