import type { Rule } from '@/utils/core/rule';
import { coursesOutOfSight } from '@/utils/rules/courses-out-of-sight';
import { duplicateCourse } from '@/utils/rules/duplicate-course';
import { emptyCourse } from '@/utils/rules/empty-course';
import { manualHierarchy } from '@/utils/rules/manual-hierarchy';
import { missingAutomaticHierarchy } from '@/utils/rules/missing-automatic-hierarchy';
import { orphanStrategy } from '@/utils/rules/orphan-strategy';
import { pastYearHierarchy } from '@/utils/rules/past-year-hierarchy';
import { touchedAutomaticHierarchy } from '@/utils/rules/touched-automatic-hierarchy';
import { unarchivedCourse } from '@/utils/rules/unarchived-course';
import { uncheckedStrategy } from '@/utils/rules/unchecked-strategy';
import { unrenamedManualCourse } from '@/utils/rules/unrenamed-manual-course';
import { unvisitedCourse } from '@/utils/rules/unvisited-course';

/** Rules on what itslearning's administration shows: strategies, hierarchy, courses. */
export const ITSLEARNING_RULES = {
  'courses-out-of-sight': coursesOutOfSight,
  'duplicate-course': duplicateCourse,
  'empty-course': emptyCourse,
  'manual-hierarchy': manualHierarchy,
  'missing-automatic-hierarchy': missingAutomaticHierarchy,
  'orphan-strategy': orphanStrategy,
  'past-year-hierarchy': pastYearHierarchy,
  'touched-automatic-hierarchy': touchedAutomaticHierarchy,
  'unarchived-course': unarchivedCourse,
  'unchecked-strategy': uncheckedStrategy,
  'unrenamed-manual-course': unrenamedManualCourse,
  'unvisited-course': unvisitedCourse,
} as const satisfies Record<string, Rule>;
