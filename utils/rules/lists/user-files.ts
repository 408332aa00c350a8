import type { Rule } from '@/utils/core/rule';
import { brokenHeader } from '@/utils/rules/broken-header';
import { changedSyncKey } from '@/utils/rules/changed-sync-key';
import { changedUsername } from '@/utils/rules/changed-username';
import { damagedFile } from '@/utils/rules/damaged-file';
import { droppedUser } from '@/utils/rules/dropped-user';
import { emptiedKey } from '@/utils/rules/emptied-key';
import { lostEncoding } from '@/utils/rules/lost-encoding';
import { mangledValue } from '@/utils/rules/mangled-value';
import { possibleNamesake } from '@/utils/rules/possible-namesake';
import { removalFileAsRoster } from '@/utils/rules/removal-file-as-roster';
import { repeatedKey } from '@/utils/rules/repeated-key';
import { shuffledColumn } from '@/utils/rules/shuffled-column';
import { twinAccount } from '@/utils/rules/twin-account';
import { uncontrolledFile } from '@/utils/rules/uncontrolled-file';
import { unpromotedPupil } from '@/utils/rules/unpromoted-pupil';
import { wrongProfileFile } from '@/utils/rules/wrong-profile-file';

/** Rules about user files: for the workshop, and for the screens where such a file is chosen. */
export const USER_FILE_RULES = {
  // Where rows mix two people, whatever else is found follows from it: told first.
  'shuffled-column': shuffledColumn,
  'broken-header': brokenHeader,
  'changed-sync-key': changedSyncKey,
  'changed-username': changedUsername,
  'damaged-file': damagedFile,
  'dropped-user': droppedUser,
  'emptied-key': emptiedKey,
  'lost-encoding': lostEncoding,
  'mangled-value': mangledValue,
  'possible-namesake': possibleNamesake,
  'removal-file-as-roster': removalFileAsRoster,
  'repeated-key': repeatedKey,
  'twin-account': twinAccount,
  'uncontrolled-file': uncontrolledFile,
  'unpromoted-pupil': unpromotedPupil,
  'wrong-profile-file': wrongProfileFile,
} as const satisfies Record<string, Rule>;
