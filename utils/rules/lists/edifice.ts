import type { Rule } from '@/utils/core/rule';
import { blockedAccount } from '@/utils/rules/blocked-account';
import { classlessPupil } from '@/utils/rules/classless-pupil';
import { departedGroupMember } from '@/utils/rules/departed-group-member';
import { departedTeacher } from '@/utils/rules/departed-teacher';
import { duplicateAccount } from '@/utils/rules/duplicate-account';
import { emptyClass } from '@/utils/rules/empty-class';
import { emptyGroup } from '@/utils/rules/empty-group';
import { homeSchoolTeacher } from '@/utils/rules/home-school-teacher';
import { missingGarGroup } from '@/utils/rules/missing-gar-group';
import { pastYearGroup } from '@/utils/rules/past-year-group';
import { pendingDeletion } from '@/utils/rules/pending-deletion';
import { predeletingImport } from '@/utils/rules/predeleting-import';
import { returningDetachment } from '@/utils/rules/returning-detachment';
import { staleManualAccount } from '@/utils/rules/stale-manual-account';
import { teacherOutsideGar } from '@/utils/rules/teacher-outside-gar';
import { unclassedTeacher } from '@/utils/rules/unclassed-teacher';
import { undatedGroup } from '@/utils/rules/undated-group';
import { unlockedGarGroup } from '@/utils/rules/unlocked-gar-group';
import { unplacedAesh } from '@/utils/rules/unplaced-aesh';
import { untimelyTransition } from '@/utils/rules/untimely-transition';
import { vainCredentialAction } from '@/utils/rules/vain-credential-action';

/** Rules on what the Edifice console shows and answers. */
export const EDIFICE_RULES = {
  'blocked-account': blockedAccount,
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
  'predeleting-import': predeletingImport,
  'returning-detachment': returningDetachment,
  'stale-manual-account': staleManualAccount,
  'teacher-outside-gar': teacherOutsideGar,
  'unclassed-teacher': unclassedTeacher,
  'undated-group': undatedGroup,
  'unlocked-gar-group': unlockedGarGroup,
  'unplaced-aesh': unplacedAesh,
  'untimely-transition': untimelyTransition,
  'vain-credential-action': vainCredentialAction,
} as const satisfies Record<string, Rule>;
