import type { Rule } from '@/utils/core/rule';
import { disabledCourse } from '@/utils/rules/disabled-course';
import { emptyImportStep } from '@/utils/rules/empty-import-step';
import { failedImport } from '@/utils/rules/failed-import';
import { forgottenSelfEnrolment } from '@/utils/rules/forgotten-self-enrolment';
import { missingCourse } from '@/utils/rules/missing-course';
import { missingImportKey } from '@/utils/rules/missing-import-key';
import { respeltCourse } from '@/utils/rules/respelt-course';
import { shrinkingImport } from '@/utils/rules/shrinking-import';
import { unexpectedCourse } from '@/utils/rules/unexpected-course';
import { unfinishedImport } from '@/utils/rules/unfinished-import';
import { unrecognisedSubject } from '@/utils/rules/unrecognised-subject';
import { unreconciledUser } from '@/utils/rules/unreconciled-user';

/** Rules on the screens of itslearning's timetable import, from its wizard to what it did. */
export const ITSLEARNING_IMPORT_RULES = {
  'disabled-course': disabledCourse,
  'empty-import-step': emptyImportStep,
  'failed-import': failedImport,
  'forgotten-self-enrolment': forgottenSelfEnrolment,
  'missing-course': missingCourse,
  'missing-import-key': missingImportKey,
  'respelt-course': respeltCourse,
  'shrinking-import': shrinkingImport,
  'unexpected-course': unexpectedCourse,
  'unfinished-import': unfinishedImport,
  'unrecognised-subject': unrecognisedSubject,
  'unreconciled-user': unreconciledUser,
} as const satisfies Record<string, Rule>;
