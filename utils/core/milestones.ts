/** A moment of the change of year that dates hang on. Its date comes from the school, else from the ENT; never guessed. */
export type Milestone =
  | 'timetable-end'
  | 'year-end'
  | 'module-closing'
  | 'platform-closing'
  | 'archiving'
  | 'platform-reopening'
  | 'directory-closing'
  | 'families-out'
  | 'directory-reopening'
  | 'module-reopening'
  | 'staff-feed'
  | 'timetable-reopening'
  | 'families-back'
  | 'term-start'
  | 'onde-switch'
  | 'pupil-feed';

/** Milestones by their ISO date; one that is absent isn't known yet. */
export type MilestoneDates = Partial<Record<Milestone, string>>;
