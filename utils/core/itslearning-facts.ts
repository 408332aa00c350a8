/**
 * What itslearning's administration shows outside its imports: strategies and whom they name, the hierarchy, the courses.
 * `undefined` always means « not readable from there », never « no ».
 */
import type { Located } from './facts';
import type { RosterRole } from './roster-facts';

/** One entry of the menu « Administration », as this administrator has it. */
export interface MenuEntry extends Located {
  name: string;
  /** Path of the same site. */
  link: string;
}

/** A strategy: an exception to a setting of the whole ENT, for some profiles or people (source 000 §2). */
export interface Strategy extends Located {
  name: string;
  organisation?: string;
  /** How many people it names besides profiles; known from a number as from the names themselves. */
  individuals?: number;
  /** True when the names of these people are on the screen. */
  named: boolean;
}

/** One person whom a strategy names. Lines that are a profile (« Enseignants ») are nobody. */
export interface StrategyUser extends Located {
  /** As the screen writes it: the order of names is not known. */
  name: string;
  /** Name of the strategy; absent when a chooser doesn't say whose it is. */
  strategy?: string;
  organisation?: string;
  role?: RosterRole;
}

/**
 * What a reference list says of one person: in it, not in it, several of that name, or nothing that can be told (the list
 * is another school's, or lacks the profile). Absence alone never means that somebody left.
 */
export type PresenceStatus = 'present' | 'absent' | 'homonym' | 'undetermined';

/** The status of the person who stands at the same place. */
export interface Presence extends Located {
  status: PresenceStatus;
  /** French, and names nobody: why the status is not « present ». */
  says?: string;
}

/** Whether there is a list of who is here, and which. */
export interface ReferenceList extends Located {
  state: 'ready' | 'none' | 'running' | 'failed';
  /** French: the files and their date, or what went wrong and what to do. */
  says: string;
}

/** Somebody of « Droits des utilisateurs et droits d’accès »: an account, whoever made it. */
export interface ListedUser extends Located {
  /** As the screen writes it: the order of names is not known. */
  name: string;
  role?: RosterRole;
  organisation?: string;
}

/** The part of the list of accounts that is on the screen, and what the list was asked for. */
export interface UserListing extends Located {
  /** The profile or the school alone that was asked for. */
  role?: RosterRole;
  organisation?: string;
  /** True when something else leaves accounts out: a name that is searched for, a filter that isn’t known. */
  narrowed: boolean;
  shown: number;
  /** Rank of the first row, from 1. */
  from?: number;
  total?: number;
  page?: number;
  pages?: number;
  /** True when the page is all there is. */
  whole: boolean;
}

/** One node of the hierarchy, as far as it was unfolded. */
export interface HierarchyNode extends Located {
  name: string;
  /** Names of the nodes above it, the root first. */
  path: readonly string[];
  /** True when what it holds was not loaded. */
  folded: boolean;
}

/** One row of « Administration des cours ». */
export interface Course extends Located {
  title: string;
  organisation?: string;
  /** True when « Créé par » is « Intégration »: made by an import of the timetable. */
  imported?: boolean;
  participants?: number;
  /** ISO date; `null` when nobody ever visited it. */
  lastVisit?: string | null;
  /** ISO date. */
  updatedOn?: string;
  /** ISO date. */
  createdOn?: string;
  /** Absent when the list mixes both. */
  state?: 'active' | 'archived';
}

/** What « Administration des cours » was asked for, and on what its buttons would act. */
export interface CourseSearch extends Located {
  state?: 'active' | 'archived' | 'all';
  /** Rows on the screen. */
  shown: number;
  /** Rows that the pager announces. */
  total?: number;
  /** « Effectuer sur tous les résultats »; absent when it can't be told whether it is on. */
  everyResult?: boolean;
  /** The number in its brackets. */
  announced?: number;
  /** French: filters that the rows on the screen don't meet. */
  unmet: readonly string[];
  /** Labels of the filters that were changed since the list was drawn. */
  pending: readonly string[];
}

/** Facts of itslearning's administration, by name. */
export interface ItslearningFactTypes {
  menuEntries: MenuEntry;
  strategies: Strategy;
  strategyUsers: StrategyUser;
  presences: Presence;
  referenceLists: ReferenceList;
  listedUsers: ListedUser;
  userListings: UserListing;
  hierarchy: HierarchyNode;
  courses: Course;
  courseSearch: CourseSearch;
}
