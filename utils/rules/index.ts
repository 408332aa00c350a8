import type { Rule } from '@/utils/core/rule';
import { EDIFICE_RULES } from './lists/edifice';
import { ITSLEARNING_RULES } from './lists/itslearning';
import { ITSLEARNING_IMPORT_RULES } from './lists/itslearning-import';
import { SKOLENGO_RULES } from './lists/skolengo';
import { TIMETABLE_RULES } from './lists/timetable';
import { TIMETABLE_UPLOAD_RULES } from './lists/timetable-upload';
import { USER_FILE_RULES } from './lists/user-files';

/**
 * Every rule, by its id. The lists are files of their own because each surface carries only those it can use: what a
 * content script holds, every frame of the ENT pays for.
 */
export const RULES = {
  ...EDIFICE_RULES,
  ...USER_FILE_RULES,
  ...ITSLEARNING_RULES,
  ...TIMETABLE_RULES,
  ...TIMETABLE_UPLOAD_RULES,
  ...SKOLENGO_RULES,
  ...ITSLEARNING_IMPORT_RULES,
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** The same rules as a list, for the audit. */
export const ALL_RULES: readonly Rule[] = Object.values(RULES);
