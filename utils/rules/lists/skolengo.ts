import type { Rule } from '@/utils/core/rule';
import { accessWindow } from '@/utils/rules/access-window';
import { earlyTimetableEnd } from '@/utils/rules/early-timetable-end';
import { expiringAccount } from '@/utils/rules/expiring-account';
import { expiringGroup } from '@/utils/rules/expiring-group';
import { temporarySection } from '@/utils/rules/temporary-section';
import { trashToRestore } from '@/utils/rules/trash-to-restore';
import { unfiledMessage } from '@/utils/rules/unfiled-message';
import { unsupportedTimetableVersion } from '@/utils/rules/unsupported-timetable-version';

/** Rules on what Skolengo's change of year takes away, and on the dates around it. */
export const SKOLENGO_RULES = {
  'access-window': accessWindow,
  'early-timetable-end': earlyTimetableEnd,
  'expiring-account': expiringAccount,
  'expiring-group': expiringGroup,
  'temporary-section': temporarySection,
  'trash-to-restore': trashToRestore,
  'unfiled-message': unfiledMessage,
  'unsupported-timetable-version': unsupportedTimetableVersion,
} as const satisfies Record<string, Rule>;
