import type { Rule } from '@/utils/core/rule';
import { uncontrolledFile } from '@/utils/rules/uncontrolled-file';

/** What the screens where a user file is chosen judge by themselves; the file is judged where it is read. */
export const USER_FILE_SCREEN_RULES = {
  'uncontrolled-file': uncontrolledFile,
} as const satisfies Record<string, Rule>;
