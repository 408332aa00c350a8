import type { Located } from './facts';

/* What Skolengo shows of the things that its change of year sweeps away. `undefined`: not readable, never « no ». */

/** Kept for good (« Non limitée »), or deleted by the platform at the next change of year. */
export type Lifetime = 'lasting' | 'year';

/** How pupils' groups reach the ENT with a timetable: the guide's options 1, 2 and 3 (source 003, « L'emploi du temps »). */
export type TimetableMode = 1 | 2 | 3;

/** A group that somebody made by hand (« groupe libre »). */
export interface FreeGroup extends Located {
  name: string;
  lifetime?: Lifetime;
  /** What the screen says of it, known to us or not. */
  lifetimeWritten?: string;
}

/** An account made by hand. */
export interface CreatedAccount extends Located {
  name: string;
  lifetime?: Lifetime;
  lifetimeWritten?: string;
}

/** A « rubrique » of the site; temporary ones are put into the bin at the change of year. */
export interface SiteSection extends Located {
  name: string;
  temporary?: boolean;
}

/** A « rubrique » that lies in « Corbeille ». */
export interface BinnedSection extends Located {
  name: string;
  /** ISO date. */
  binnedOn?: string;
}

/** A period during which pupils and parents are kept out. */
export interface AccessBlock extends Located {
  /** Whom, in the screen's own words. */
  who?: string;
  /** ISO dates. */
  from?: string;
  to?: string;
}

/** The form that imports a timetable, as it stands. */
export interface TimetableImport extends Located {
  /** Software and version, in the screen's own words: « EDT 2026 ». */
  software?: string;
  mode?: TimetableMode;
  /** What the screen says of it, known to us or not. */
  modeWritten?: string;
  /** ISO dates of the year that the timetable software gives. */
  from?: string;
  to?: string;
}

/** Somebody who holds a duty in « Qui fait quoi ? ». */
export interface DutyHolder extends Located {
  name: string;
  duty?: string;
}

/** How many messages lie in « boîte de réception », not filed. Neither senders nor subjects are read. */
export interface Inbox extends Located {
  messages: number;
}

/** What the school said of its own year, and the national calendar: not read on a screen. ISO dates. */
export interface YearPlan extends Located {
  /** Asked once of each school. */
  mode?: TimetableMode;
  /** Last day of class before the coming summer. */
  yearEnd?: string;
  /** First day of class after it. */
  termStart?: string;
  /** Last day of the year in the timetable software. */
  timetableEnd?: string;
}

/** The mode an import is judged by: what the school said of it counts only where the screen says nothing. */
export function modeOf(
  { mode, modeWritten }: TimetableImport,
  plan: YearPlan | undefined,
): TimetableMode | undefined {
  return mode ?? (modeWritten === undefined ? plan?.mode : undefined);
}

export interface SkolengoFactTypes {
  freeGroups: FreeGroup;
  createdAccounts: CreatedAccount;
  sections: SiteSection;
  binnedSections: BinnedSection;
  accessBlocks: AccessBlock;
  timetableImports: TimetableImport;
  dutyHolders: DutyHolder;
  inboxes: Inbox;
  yearPlans: YearPlan;
}
