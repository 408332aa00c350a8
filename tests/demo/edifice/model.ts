import type { Planted } from './manifest';

export type Profile = 'Student' | 'Relative' | 'Teacher' | 'Personnel' | 'Guest';

/** A function of the academic feed: structure externalId, function code and label, position code and label. */
export type AafFunction = readonly [string, string, string, string, string];

export interface Structure {
  id: string;
  uai: string;
  name: string;
  externalId: string;
  level: 1 | 2;
  source: 'AAF' | 'AAF1D';
  garActive: boolean;
  /** In the scope of the local administrator who is logged in. */
  administered: boolean;
}

export interface Classroom {
  id: string;
  name: string;
  externalId: string;
  structure: string;
}

/** An account as the directory keeps it. Structures and classes are identifiers of this model. */
export interface Person {
  id: string;
  externalId: string;
  login: string;
  firstName: string;
  lastName: string;
  profile: Profile;
  source: string;
  /** Activation code, present until the account is activated. */
  code?: string;
  created: string;
  lastLogin?: string;
  birthDate?: string;
  structures: string[];
  /** Administrative attachments, « école de rattachement »; several are possible, none also. */
  attachments: string[];
  /** externalIds of the structures that the person was detached from by hand. */
  removedFrom: string[];
  functions: AafFunction[];
  classes: string[];
  teachingGroups: string[];
  /** Structures of which the person is local administrator. */
  administers: string[];
  children: string[];
  parents: string[];
  duplicates: { of: string; score: number }[];
  blocked?: boolean;
  /** Milliseconds since 1970. */
  disappearanceDate?: number;
  /** Milliseconds since 1970; `formerly` then holds the structures that the account was in. */
  deleteDate?: number;
  formerly: string[];
}

export interface Group {
  id: string;
  name: string;
  type: 'ManualGroup' | 'ProfileGroup' | 'FunctionalGroup' | 'FunctionGroup';
  subType: 'StructureGroup' | 'ClassGroup' | 'BroadcastGroup' | null;
  filter: string;
  structure: string;
  classroom?: string;
  lockDelete: boolean | null;
  lockCompose: boolean | null;
  createdAt: number | null;
  createdByName: string | null;
  /** The server's counter: recomputed by a job, so it may be stale. */
  nbUsers: number;
  members: string[];
}

/** Everything the demonstration platform knows. Writes change it, a reset builds it again. */
export interface World {
  /** ISO date that years and delays are relative to. */
  date: string;
  structures: Map<string, Structure>;
  classes: Map<string, Classroom>;
  people: Map<string, Person>;
  groups: Map<string, Group>;
  /** The account that is logged in. */
  admin: string;
  planted: Planted[];
}
