import type { Rule } from '@/utils/core/rule';
<<<<<<< HEAD
import { EDIFICE_RULES } from './lists/edifice';

/**
 * Every rule, by its id. The lists are files of their own because each surface carries only those it can use: what a
 * content script holds, every frame of the ENT pays for.
 */
export const RULES = { ...EDIFICE_RULES } as const satisfies Record<string, Rule>;
=======
import { brokenHeader } from './broken-header';
import { changedSyncKey } from './changed-sync-key';
import { changedUsername } from './changed-username';
import { departedGroupMember } from './departed-group-member';
import { droppedUser } from './dropped-user';
import { emptiedKey } from './emptied-key';
import { emptyGroup } from './empty-group';
import { lostEncoding } from './lost-encoding';
import { mangledValue } from './mangled-value';
import { missingGarGroup } from './missing-gar-group';
import { pastYearGroup } from './past-year-group';
import { removalFileAsRoster } from './removal-file-as-roster';
import { repeatedKey } from './repeated-key';
import { twinAccount } from './twin-account';
import { undatedGroup } from './undated-group';
import { unlockedGarGroup } from './unlocked-gar-group';
import { unpromotedPupil } from './unpromoted-pupil';
import { wrongProfileFile } from './wrong-profile-file';

/** Every rule, by its id. */
export const RULES = {
  'broken-header': brokenHeader,
  'changed-sync-key': changedSyncKey,
  'changed-username': changedUsername,
  'departed-group-member': departedGroupMember,
  'dropped-user': droppedUser,
  'emptied-key': emptiedKey,
  'empty-group': emptyGroup,
  'lost-encoding': lostEncoding,
  'mangled-value': mangledValue,
  'missing-gar-group': missingGarGroup,
  'past-year-group': pastYearGroup,
  'removal-file-as-roster': removalFileAsRoster,
  'repeated-key': repeatedKey,
  'twin-account': twinAccount,
  'undated-group': undatedGroup,
  'unlocked-gar-group': unlockedGarGroup,
  'unpromoted-pupil': unpromotedPupil,
  'wrong-profile-file': wrongProfileFile,
} as const satisfies Record<string, Rule>;
>>>>>>> 9730d33 (Judge the keys of user files: twelve rules)

export type RuleId = keyof typeof RULES;

/** The same rules as a list, for the audit. */
export const ALL_RULES: readonly Rule[] = Object.values(RULES);
