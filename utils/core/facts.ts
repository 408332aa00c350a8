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

/**
 * One member of a group as the console lists it. `belongs` says where the person is attached now: in this school (or
 * one below it), only in others, or in none that the administrator can see; `undefined` when that can't be told.
 */
export interface Member {
  name: string;
  profile?: Profile;
  belongs?: 'here' | 'elsewhere' | 'nowhere';
  at?: Anchor;
}

/** All the members of one group. `group` is the group's name. */
export interface Membership extends Located {
  group: string;
  members: readonly Member[];
}

/** An account of the school. */
export interface User extends Located {
  id: string;
  /** « NOM Prénom », as the console writes it. */
  name: string;
  profile?: Profile;
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

/** Every kind of fact, by name. A new kind is a line here. */
export interface FactTypes {
  manualGroups: ManualGroup;
  memberships: Membership;
  structure: StructureInfo;
  users: User;
  importForm: ImportForm;
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

/**
 * Adds a fresher reading to an older one. The fresher wins field by field; when it is complete, what it no longer
 * shows is gone. Things that share a key (two groups of one name) are never melted into one.
 */
export function mergeFacts(older: Facts, fresher: Facts): Facts {
  const names = new Set([...Object.keys(older), ...Object.keys(fresher)]) as Set<FactName>;
  const merged: Partial<Record<FactName, Gathered<Located>>> = {};
  for (const name of names) {
    const base: Gathered<Located> | undefined = older[name];
    const fresh: Gathered<Located> | undefined = fresher[name];
    const either = base && fresh ? mergeLists(base, fresh) : (fresh ?? base);
    if (either) merged[name] = either;
  }
  return merged as Facts;
}

function mergeLists(base: Gathered<Located>, fresh: Gathered<Located>): Gathered<Located> {
  const before = byKey(base.items);
  const after = byKey(fresh.items);
  const items: Located[] = [];
  for (const [key, old] of before) {
    const now = after.get(key);
    if (!now) {
      if (!fresh.complete) items.push(...old);
    } else if (old.length === 1 && now.length === 1) {
      items.push({ ...old[0], ...now[0], at: { ...old[0]?.at, ...now[0]?.at } as Anchor });
    } else {
      items.push(...(old.length === now.length ? old : now));
    }
  }
  for (const [key, now] of after) if (!before.has(key)) items.push(...now);
  const read = fresh.complete ? fresh.read : (base.read ?? fresh.read);
  return { items, complete: base.complete || fresh.complete, ...(read && { read }) };
}

function byKey(items: readonly Located[]): Map<string, Located[]> {
  const map = new Map<string, Located[]>();
  for (const item of items) {
    const key = anchorKey(item.at);
    const same = map.get(key);
    if (same) same.push(item);
    else map.set(key, [item]);
  }
  return map;
}
