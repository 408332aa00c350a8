/**
 * The vocabulary of what can be read of a school, whoever read it and wherever.
 * Plain data only: facts cross messages, are copied by structured clone, and are judged without a browser.
 */

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
  /** How many were read, out of how many the screen announces. */
  read?: { shown: number; total?: number };
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

/** One member of a group as the console lists it. */
export interface Member {
  name: string;
  profile?: Profile;
  /** In the school now: false when the console strikes the member as isolated, or the school isn't among theirs. */
  inSchool?: boolean;
}

/** The members of one group, all of them. `group` is the group's name. */
export interface Membership extends Located {
  group: string;
  members: readonly Member[];
}

/** What is known of the structure itself. */
export interface StructureInfo extends Located {
  /** True when the platform delivers GAR resources to this school, which makes it create the GAR group. */
  garActive?: boolean;
  /** 1 = premier degré, 2 = second degré; empty when the platform doesn't say. */
  levels: readonly (1 | 2)[];
}

/** Every kind of fact, by name. A new kind is a line here. */
export interface FactTypes {
  manualGroups: ManualGroup;
  memberships: Membership;
  structure: StructureInfo;
}

export type FactName = keyof FactTypes;

/** What was read, by kind. A kind that is absent was not looked at. */
export type Facts = { readonly [N in FactName]?: Gathered<FactTypes[N]> };

/** Facts of which the named kinds are certainly there. */
export type FactsWith<Needed extends FactName, Optional extends FactName = never> = {
  readonly [N in Needed]: Gathered<FactTypes[N]>;
} & { readonly [N in Optional]?: Gathered<FactTypes[N]> };
