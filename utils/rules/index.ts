import type { Rule } from '@/utils/core/rule';
import { classlessPupil } from './classless-pupil';
import { departedGroupMember } from './departed-group-member';
import { departedTeacher } from './departed-teacher';
import { duplicateAccount } from './duplicate-account';
import { emptyClass } from './empty-class';
import { emptyGroup } from './empty-group';
import { homeSchoolTeacher } from './home-school-teacher';
import { missingGarGroup } from './missing-gar-group';
import { pastYearGroup } from './past-year-group';
import { pendingDeletion } from './pending-deletion';
import { returningDetachment } from './returning-detachment';
import { staleManualAccount } from './stale-manual-account';
import { teacherOutsideGar } from './teacher-outside-gar';
import { unclassedTeacher } from './unclassed-teacher';
import { undatedGroup } from './undated-group';
import { unlockedGarGroup } from './unlocked-gar-group';
import { unplacedAesh } from './unplaced-aesh';
import { vainCredentialAction } from './vain-credential-action';

/** Every rule, by its id. */
export const RULES = {
  'classless-pupil': classlessPupil,
  'departed-group-member': departedGroupMember,
  'departed-teacher': departedTeacher,
  'duplicate-account': duplicateAccount,
  'empty-class': emptyClass,
  'empty-group': emptyGroup,
  'home-school-teacher': homeSchoolTeacher,
  'missing-gar-group': missingGarGroup,
  'past-year-group': pastYearGroup,
  'pending-deletion': pendingDeletion,
  'returning-detachment': returningDetachment,
  'stale-manual-account': staleManualAccount,
  'teacher-outside-gar': teacherOutsideGar,
  'unclassed-teacher': unclassedTeacher,
  'undated-group': undatedGroup,
  'unlocked-gar-group': unlockedGarGroup,
  'unplaced-aesh': unplacedAesh,
  'vain-credential-action': vainCredentialAction,
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** The same rules as a list, for the audit. */
export const ALL_RULES: readonly Rule[] = Object.values(RULES);
