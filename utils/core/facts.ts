import type { ImportReportFactTypes } from './import-report-facts';
import type { ImportWizardFactTypes } from './import-wizard-facts';
import type { ItslearningFactTypes } from './itslearning-facts';
import type { RosterFactTypes } from './roster-facts';
import type { SkolengoFactTypes } from './skolengo-facts';
import type { TimetableFactTypes } from './timetable-facts';

/**
 * The vocabulary of what can be read of a school, whoever read it and wherever.
 * Plain data only: facts cross messages, are copied by structured clone, and are judged without a browser.
 */

import type { ImportWizard, OpenUser, UserRow } from './screen-facts';

/** The three families of school platforms whose screens are read. */
export type EntId = 'edifice' | 'itslearning' | 'skolengo';

/** A screen of a family, for instance `edifice/groups`. */
export type PageId = `${EntId}/${string}`;

/**
 * Where a fact was read, so that the reader can be taken back to it.
 * `key` is what the screen itself shows (a group's name, « NOM Prénom » and profile): rows carry no identifier.
 * `link` is a path of the same site that opens the thing, when its identifier is known.
 */
export type Anchor =
  | { in: 'page'; page: PageId; key: string; link?: string }
  | { in: 'file'; file: string; line: number; column?: string };

/** Every fact says where it was read. */
export interface Located {
  at: Anchor;
}

/** `complete` is false when only part of a list could be read: silence then proves nothing. */
export interface Gathered<T> {
  items: readonly T[];
  complete: boolean;
  /**
   * How many were read, out of how many the screen announces; some pagers only tell the number of pages. `alone`: the
   * screen is about one thing of a list, and shows nothing of the others.
   */
  read?: { shown: number; total?: number; pages?: { seen: number; of: number }; alone?: true };
}

/** The profiles of Edifice, in its own codes. */
export type Profile = 'Student' | 'Relative' | 'Teacher' | 'Personnel' | 'Guest';

/** A group made by hand in an Edifice school. `undefined` always means « not readable from there », never « no ». */
export interface ManualGroup extends Located {
  name: string;
  id?: string;
  /** Set by the platform on the GAR group: the console then offers neither « Renommer » nor « Supprimer ». */
  deletionLocked?: boolean;
  /** ISO date; the console only knows it for groups made since autumn 2024. */
  createdOn?: string;
  /** The server's own counter, recomputed by a job: may be stale, proves nothing. */
  announcedMembers?: number;
}

/**
 * One member of a group as the console lists it. `belongs` says where the person is attached now: in this school (or
 * one below it), only in others, or in none that the administrator can see; `undefined` when that can't be told.
 */
export interface Member {
  name: string;
  /** The account's identifier, where it was readable: two people may share a name and a profile. */
  id?: string;
  profile?: Profile;
  belongs?: 'here' | 'elsewhere' | 'nowhere';
  at?: Anchor;
}

/** All the members of one group. `group` is the group's name. */
export interface Membership extends Located {
  group: string;
  members: readonly Member[];
}

/** A function that the academic feed gives to a person, in one structure. */
export interface UserFunction {
  /** True when it is held in this school. `undefined` for a free label that names no structure. */
  here?: boolean;
  /** External identifier of the structure. */
  structure?: string;
  /** `ENS`, `DIR`, `AEH`… */
  code: string;
  /** Labels of the function and of the position, as the feed writes them. */
  label: string;
}

/** Another account that the platform takes for the same person. Above 3 its score is « Bloquant », otherwise « Mineur ». */
export interface Duplicate {
  id: string;
  score: number;
}

/** Where the administrative attachment (« école de rattachement ») of a person is. */
export type Attachment = 'here' | 'elsewhere' | 'none';

/** An account of the school. `undefined` always means « not readable from there », never « no ». */
export interface User extends Located {
  id: string;
  /** « NOM Prénom », as the console writes it. */
  name: string;
  profile?: Profile;
  /** Where the account comes from, as the platform codes it: `AAF1D`, `CSV`, `MANUAL`… */
  source?: string;
  /** False until the person has used the activation code, which itself is never kept. */
  activated?: boolean;
  /** ISO date. */
  createdOn?: string;
  /** ISO date since which the academic feed no longer names the person; `null` when it still does. */
  absentSince?: string | null;
  /** ISO date of the pre-deletion; `null` when the account is not pre-deleted. */
  preDeletedOn?: string | null;
  blocked?: boolean;
  structures?: readonly { id: string; name: string }[];
  functions?: readonly UserFunction[];
  /** Names of the classes of this school. */
  classes?: readonly string[];
  /** Names of the classes of other schools. */
  classesElsewhere?: readonly string[];
  /** Names of the manual groups, of whatever school. */
  groups?: readonly string[];
  /** True when the person is local administrator of this school. */
  localAdmin?: boolean;
  duplicates?: readonly Duplicate[];
  /** With several attachments, `here` as soon as one is this school. */
  attachment?: Attachment;
  /** Names of the schools of attachment that are known, this one left out. */
  attachedTo?: readonly string[];
}

/** A class of the school. Counts are of the accounts read with the list: absent when that list was not whole. */
export interface SchoolClass extends Located {
  /** Absent where only a list on a screen was read. */
  id?: string;
  name: string;
  pupils?: number;
  teachers?: number;
}

/** How long the platform waits before it pre-deletes and deletes accounts, in days. */
export interface PlatformDelays extends Located {
  /** From absence in the feed to pre-deletion, per profile. */
  preDeletion: { readonly [P in Profile]?: number };
  /** From pre-deletion to deletion for good. */
  deletion?: number;
}

/** What is known of the structure itself. */
export interface StructureInfo extends Located {
  /** True when the platform delivers GAR resources to this school, which makes it create the GAR group. */
  garActive?: boolean;
  /** 1 = premier degré, 2 = second degré; empty when the platform doesn't say. */
  levels: readonly (1 | 2)[];
}

/** itslearning's form that imports a file of users, as it is filled in at this moment. */
export interface ImportForm extends Located {
  /** The box « Mettre à jour tous les utilisateurs »: ticked, the import deletes whoever is not in the file. */
  updateAll: boolean;
  /** The profile chosen, in the screen's own words; absent when the form doesn't ask for one. */
  profile?: string;
  /** Name of the file chosen; absent as long as there is none. */
  fileChosen?: string;
}

/** What one import or synchronisation did to the accounts of a profile, as the platform reports it. */
export interface Synchronisation extends Located {
  /** Date and time, as written on the screen. */
  date: string;
  file?: string;
  profile?: string;
  created?: number;
  updated?: number;
  deleted?: number;
}

/** Every kind of fact, by name. A new kind is a line here; those of files are in `roster-facts.ts` and `timetable-facts.ts`. */
export interface FactTypes
  extends RosterFactTypes,
    SkolengoFactTypes,
    TimetableFactTypes,
    ImportReportFactTypes,
    ImportWizardFactTypes,
    ItslearningFactTypes {
  manualGroups: ManualGroup;
  memberships: Membership;
  structure: StructureInfo;
  users: User;
  /** People detached from the school by hand, whom the next change of year forgets to keep away. */
  removedUsers: User;
  classes: SchoolClass;
  platform: PlatformDelays;
  importForm: ImportForm;
  userRows: UserRow;
  openUser: OpenUser;
  importWizard: ImportWizard;
  synchronisations: Synchronisation;
}

export type FactName = keyof FactTypes;

/** What was read, by kind. A kind that is absent was not looked at. */
export type Facts = { readonly [N in FactName]?: Gathered<FactTypes[N]> };

/** Facts of which the named kinds are certainly there. */
export type FactsWith<Needed extends FactName, Optional extends FactName = never> = {
  readonly [N in Needed]: Gathered<FactTypes[N]>;
} & { readonly [N in Optional]?: Gathered<FactTypes[N]> };

/** What identifies the thing an anchor points to. */
export function anchorKey(at: Anchor): string {
  return at.in === 'page' ? `${at.page} ${at.key}` : `${at.file} ${at.line} ${at.column ?? ''}`;
}
