import type { Rule } from '@/utils/core/rule';
import { departedGroupMember } from './departed-group-member';
import { emptyGroup } from './empty-group';
import { missingGarGroup } from './missing-gar-group';
import { pastYearGroup } from './past-year-group';
import { undatedGroup } from './undated-group';
import { unlockedGarGroup } from './unlocked-gar-group';

/** Every rule, by its id. */
export const RULES = {
  'departed-group-member': departedGroupMember,
  'empty-group': emptyGroup,
  'missing-gar-group': missingGarGroup,
  'past-year-group': pastYearGroup,
  'undated-group': undatedGroup,
  'unlocked-gar-group': unlockedGarGroup,
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** The same rules as a list, for the audit. */
export const ALL_RULES: readonly Rule[] = Object.values(RULES);
