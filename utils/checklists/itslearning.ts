import type { Checklist } from './checklist';
import { ITSLEARNING_AAF } from './itslearning-aaf';
import { ITSLEARNING_CSV } from './itslearning-csv';
import { ITSLEARNING_TIMETABLE } from './itslearning-timetable';

/** The lists of itslearning; the first is that of the guide, for schools that import their users. */
export const ITSLEARNING: readonly Checklist[] = [ITSLEARNING_CSV, ITSLEARNING_AAF, ITSLEARNING_TIMETABLE];
