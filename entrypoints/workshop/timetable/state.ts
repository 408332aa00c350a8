import type { KeptCourses, LastTimetable } from '@/utils/core/timetable-facts';
import type { StorageProblem } from '@/utils/store/problem';
import type { KnownSchool } from '@/utils/store/schema';
import type { Progress, ReadSide } from '../protocol';
import type { Judged, Pages, Query, Source } from './protocol';

/** Everything that the section draws from. Names of people stand here only as long as the tab is open. */
export interface TimetableState {
  today: string;
  sources: readonly Source[];
  busy?: Progress | undefined;
  /** The worker failed: what it said. */
  failure?: string | undefined;
  accounts?: ReadSide | undefined;
  /** « Conservé sur ce poste depuis le… »; absent for files given here. */
  accountsOrigin?: string | undefined;
  schools: readonly KnownSchool[];
  /** As typed or chosen. */
  uai: string;
  judged?: Judged | undefined;
  query: Query;
  pages?: Pages | undefined;
  last?: LastTimetable | undefined;
  kept?: KeptCourses | undefined;
  /** Where the list of courses can be downloaded from. */
  coursesHref?: string | undefined;
  problem?: StorageProblem | undefined;
}

/** Rows shown at first, and added at each « Afficher plus ». */
export const LIST_PAGE = 30;

export const NO_QUERY: Query = {
  findings: {},
  lessons: { text: '', kind: '', className: '', limit: LIST_PAGE },
  courses: { text: '', limit: LIST_PAGE },
  people: { text: '', kind: '', profile: '', limit: LIST_PAGE },
};

/** The section as it opens. */
export function initialState(today: string): TimetableState {
  return { today, sources: [], schools: [], uai: '', query: NO_QUERY };
}
