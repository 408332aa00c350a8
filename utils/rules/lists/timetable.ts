import type { Rule } from '@/utils/core/rule';
import { audiencelessLesson } from '@/utils/rules/audienceless-lesson';
import { changedPronoteEdition } from '@/utils/rules/changed-pronote-edition';
import { doubleIdpn } from '@/utils/rules/double-idpn';
import { homonym } from '@/utils/rules/homonym';
import { memberlessGroup } from '@/utils/rules/memberless-group';
import { multiClassLesson } from '@/utils/rules/multi-class-lesson';
import { partOnlyLesson } from '@/utils/rules/part-only-lesson';
import { pastYearPupil } from '@/utils/rules/past-year-pupil';
import { pupilAndClassGroup } from '@/utils/rules/pupil-and-class-group';
import { respeltClass } from '@/utils/rules/respelt-class';
import { staleFile } from '@/utils/rules/stale-file';
import { teacherlessLesson } from '@/utils/rules/teacherless-lesson';
import { wrongPartner } from '@/utils/rules/wrong-partner';
import { wrongSchoolFile } from '@/utils/rules/wrong-school-file';

/** Rules on timetable files, before they are imported. */
export const TIMETABLE_RULES = {
  'audienceless-lesson': audiencelessLesson,
  'changed-pronote-edition': changedPronoteEdition,
  'double-idpn': doubleIdpn,
  homonym: homonym,
  'memberless-group': memberlessGroup,
  'multi-class-lesson': multiClassLesson,
  'part-only-lesson': partOnlyLesson,
  'past-year-pupil': pastYearPupil,
  'pupil-and-class-group': pupilAndClassGroup,
  'respelt-class': respeltClass,
  'stale-file': staleFile,
  'teacherless-lesson': teacherlessLesson,
  'wrong-partner': wrongPartner,
  'wrong-school-file': wrongSchoolFile,
} as const satisfies Record<string, Rule>;
