import type { TimetableMode } from './core/skolengo-facts';
import type { SeenSchool } from './messages';

/** What is known of a school's coming summer. ISO dates; what is absent is unknown. */
export interface KnownYear {
  /** Its calendar year. */
  summer: number;
  mode?: TimetableMode;
  yearEnd?: string;
  termStart?: string;
  timetableEnd?: string;
}

/** What somebody says of it; `null` takes it back, what is absent stays. */
export interface SaidOfYear {
  school: SeenSchool;
  mode?: TimetableMode | null;
  timetableEnd?: string | null;
}
