/** A moment of the change of year that dates hang on. Its date comes from the school, else from the ENT; never guessed. */
export type Milestone =
  | 'year-end'
  | 'module-closing'
  | 'platform-closing'
  | 'platform-reopening'
  | 'staff-feed'
  | 'term-start'
  | 'pupil-feed'
  | 'timetable-end';

/** Milestones by their ISO date; one that is absent isn't known yet. */
export type MilestoneDates = Partial<Record<Milestone, string>>;
