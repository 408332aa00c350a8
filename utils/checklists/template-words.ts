import type { EntId } from '@/utils/core/facts';
import { MILESTONE_LABELS } from './calendar';
import type { Milestone, Role } from './checklist';

/* The words that a file of a checklist may use, as lists to be offered when another one was used. */

export const MILESTONES = Object.keys(MILESTONE_LABELS) as readonly Milestone[];

const ROLE_TABLE: Record<Role, true> = {
  administrator: true,
  head: true,
  teacher: true,
  'timetable-manager': true,
  'school-office': true,
  'school-life': true,
  'gar-assigner': true,
  everyone: true,
  platform: true,
};
export const ROLES = Object.keys(ROLE_TABLE) as readonly Role[];

const ENT_TABLE: Record<EntId, true> = { edifice: true, itslearning: true, skolengo: true };
export const ENTS = Object.keys(ENT_TABLE) as readonly EntId[];

export const LEVELS = [1, 2] as const;
