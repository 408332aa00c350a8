import type { Rule } from '@/utils/core/rule';
import { pastYearGroup } from './past-year-group';

/** Every rule, by its id. The order is the order of display within one impact. */
export const RULES = {
  'past-year-group': pastYearGroup,
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** The same rules as a list, for the audit. */
export const ALL_RULES: readonly Rule[] = Object.values(RULES);
