import type { Encoding } from './encoding';

/** Which file an account comes from: the word that the platform puts in the file's name (source 000 §1.4.B). */
export type FileProfile = 'Parent' | 'Student' | 'Teacher' | 'Personal';

/** An account fed by CSV. `key` is its « Clé de synchro ». */
export interface Account {
  key: string;
  username: string;
  lastName: string;
  firstName: string;
}

export interface Pupil extends Account {
  /** `31/12/2014`. */
  birthDate: string;
  /** « 5e B ». */
  className: string;
  level: string;
  group: string;
  /** Keys of the parents, two at most. */
  parents: string[];
}

export interface Parent extends Account {
  title: string;
  postalCode: string;
  city: string;
}

/** A teacher or another member of the staff; `duty` is a subject or a function. */
export interface Colleague extends Account {
  title: string;
  duty: string;
}

/** What one import did, profile by profile, as « Suivi synchro » then shows it. */
export interface Recap {
  /** `25/08/2026 08:00`. */
  at: string;
  file: string;
  profile: string;
  created: number;
  updated: number;
  deleted: number;
}

/** One invented school of the demonstration, as its platform holds it. */
export interface School {
  /** First label of its host: `college-demo`. */
  site: string;
  uai: string;
  name: string;
  kind: 'college' | 'lycee';
  encoding: Encoding;
  pupils: Map<string, Pupil>;
  parents: Map<string, Parent>;
  teachers: Map<string, Colleague>;
  staff: Map<string, Colleague>;
  recaps: Recap[];
}

/** A file as a person would drop it. */
export interface DemoFile {
  name: string;
  bytes: Uint8Array;
}
