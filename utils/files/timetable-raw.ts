/**
 * What a clear file says, element by element, before its references are followed.
 */

/** Where something stands in the file. */
export interface Spot {
  line: number;
  column: string;
}

/** A person, with their name as typed. */
export interface RawPerson extends Spot {
  lastName: string;
  firstName: string;
  birthDate?: string;
  idpn?: string;
}

/** A class or a part of one that a pupil is, was or will be in. ISO dates. */
export interface RawStay {
  ident: string;
  from?: string;
  to?: string;
}

export interface RawPupil extends RawPerson {
  ident: string;
  school?: string;
  classes: RawStay[];
  parts: RawStay[];
}

export interface RawGroup extends Spot {
  ident: string;
  name: string;
  classes: string[];
  parts: string[];
  pupils: string[];
}

/** A lesson, its people and places still identifiers. */
export interface RawLesson extends Spot {
  day?: string;
  place?: string;
  subject?: string;
  teachers: string[];
  classes: string[];
  parts: string[];
  groups: string[];
  /** Masks of weeks of whom it is for, in decimal: bit n is week n. */
  masks: string[];
}

/** Everything that the file says and that we use, before references are followed: sections may come in any order. */
export interface RawTimetable {
  spot: Spot;
  uai?: string;
  year?: { from: string; to: string };
  /** Start of each place of the day, « 08:00 ». */
  hours: Map<string, string>;
  subjects: Map<string, string>;
  teachers: Map<string, RawPerson>;
  classes: Map<string, Spot & { name: string }>;
  /** Class of each part, and the part's name where the file gives one. */
  parts: Map<string, { ofClass: string; name?: string }>;
  groups: Map<string, RawGroup>;
  /** What the file describes without an identifier, by its French name in the plural: where first, and how many. */
  unidentified: Map<string, Spot & { count: number }>;
  pupils: RawPupil[];
  lessons: RawLesson[];
}
