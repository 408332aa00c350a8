/**
 * What can be read of a timetable before it is imported, from the files of EDT and PRONOTE or a list pasted from EDT.
 * Plain data: these facts cross a Worker by structured clone. `undefined` always means « not in this kind of file ».
 */
import type { Located } from './facts';

/** The kinds of files that platforms import. Lists of EDT are not imported: they give lessons, and no `TimetableFile`. */
export type TimetableForm = 'encrypted' | 'clear' | 'udt';

/** The program that made a file, from its own line: « PRONOTE Monoposte-PRONOTE 2013 - 0.5.14 ». */
export interface TimetableSoftware {
  /** As written. */
  text: string;
  product?: 'PRONOTE' | 'EDT' | 'UDT';
  /** Going from one to another may renew the identifiers of all people. */
  edition?: 'Monoposte' | 'Réseau' | 'hébergé';
  /** The year in the product's name: 2013. */
  release?: string;
}

/** A file that is about to be imported, as far as it can be read. */
export interface TimetableFile extends Located {
  form: TimetableForm;
  uai?: string;
  schoolName?: string;
  /** Those for whom an encrypted file has a key, in its own words; absent when the file is not encrypted. */
  partners?: readonly string[];
  software?: TimetableSoftware;
  /** ISO date and time, as written. */
  madeOn?: string;
  /** ISO dates of the school year that the file describes. */
  year?: { from: string; to: string };
}

/** What is remembered of the last file of this school: enough to see that its identifiers will have changed. */
export interface SeenTimetable extends Located {
  software?: TimetableSoftware;
  /** ISO date and time of that file. */
  madeOn?: string;
  /** Of the people of that file who are met again, how many bear another identifier now. */
  identifiers?: { compared: number; changed: number };
}

/** A course that the platform should offer after reading the timetable. */
export interface ExpectedCourse {
  /** « MATIERE - CLASSE » or « MATIERE - GROUPE », as the wizard writes it. */
  name: string;
  /** The class's own course, where lessons of a group inside one class may be shown instead. */
  otherName?: string;
  /** Lessons a week, of whatever length. */
  lessons: number;
  /** Teachers and pupils; absent when the file doesn't say who is in the class or group. */
  participants?: number;
}

/** The courses that a school expects of its last import: their names and counts, nobody's name. */
export interface KeptCourses {
  uai: string;
  /** ISO instant at which they were kept. */
  at: string;
  courses: readonly ExpectedCourse[];
}

/** A person and their identifier in the timetable software, both as salted hashes. */
export interface HashedIdentifier {
  person: string;
  identifier: string;
}

/** The last timetable file of a school, as it is remembered from one import to the next: nobody's name. */
export interface LastTimetable {
  uai: string;
  /** ISO instant at which it was seen. */
  at: string;
  partners?: readonly string[];
  software?: TimetableSoftware;
  /** ISO date and time, as written. */
  madeOn?: string;
  /** Of some people of the file, always the same ones as long as they are in it. */
  identifiers: readonly HashedIdentifier[];
}

/** Whom a lesson is for, from what the platform looks at first. */
export type Audience = 'group' | 'class' | 'classes' | 'part' | 'none';

/** A part of a class. Clear files give parts no name. */
export interface ClassPart {
  class?: string;
  name?: string;
}

/** One lesson of the timetable, and what the platform would make of it. */
export interface Lesson extends Located {
  /** Label of the subject; empty when the lesson has none. */
  subject: string;
  /** The list has no column of subjects, or it was not found: that none is written says nothing. */
  subjectUnknown?: true;
  audience: Audience;
  classes: readonly string[];
  groups: readonly string[];
  parts: readonly ClassPart[];
  /** « NOM Prénom » of the teachers. */
  teachers: readonly string[];
  /** The list has no column of teachers: that none is written says nothing. */
  teachersUnknown?: true;
  /** « lundi, 08:00 » as far as it is known. */
  slot?: string;
  /** Numbers of the weeks in which it takes place, from the file's own first week. */
  weeks?: readonly number[];
  /** Names of the courses that the platform makes of it, « MATIERE - CLASSE »; empty when it ignores the lesson. */
  courses: readonly string[];
  /** The other name that its course may get: a group inside one class may show in the class's own course. */
  otherCourse?: string;
}

/** A class as the timetable names it. */
export interface TimetableClass extends Located {
  name: string;
  pupils?: number;
}

/** How many pupils of one class a group takes. */
export interface GroupShare {
  /** Empty for pupils of no class. */
  class: string;
  taken: number;
  size: number;
}

/** A group as the timetable names it. */
export interface TimetableGroup extends Located {
  name: string;
  /** False when the file links neither class, part of class nor pupil to it. */
  linked: boolean;
  /** Linked parts that belong to no class of the file. */
  strayParts: number;
  /** Whose pupils it takes, the largest share first; absent when the file doesn't tell. */
  shares?: readonly GroupShare[];
}

/** A pupil or a teacher as the timetable writes them. */
export interface TimetablePerson extends Located {
  /** With the first name, when `unsplit`. */
  lastName: string;
  firstName: string;
  /** A list wrote the name in one column, in a way that doesn't tell its parts. */
  unsplit?: true;
  /** As typed. */
  birthDate?: string;
  /** The timetable software's own identifier of the person, 16 signs. */
  idpn?: string;
}

/** How many people a timetable gives with the software's own identifier. A list gives none: the fact is then absent. */
export interface TimetableIdentifiers extends Located {
  people: number;
}

/** A pupil, and where the timetable places them. */
export interface TimetablePupil extends TimetablePerson {
  /** Names of the present classes. */
  classes: readonly string[];
  groups: readonly string[];
  /** ISO date on which the last of their classes was or will be left. */
  leftOn?: string;
  /** The list has no such column: that nothing is written says nothing. */
  classesUnknown?: true;
  groupsUnknown?: true;
  birthDateUnknown?: true;
}

/** The form of an import that asks for a timetable file, as it is filled in at this moment. */
export interface TimetableUpload extends Located {
  /** Name of the file chosen; absent as long as there is none. */
  fileChosen?: string;
}

/** A file about to be imported of which nothing, or not yet anything, is known. */
export interface UncontrolledTimetable extends Located {
  file: string;
  state: 'running' | 'unreadable' | 'failed';
  /** French: why. */
  says: string;
}

/** The kinds of facts that timetables give. */
export interface TimetableFactTypes {
  timetableFiles: TimetableFile;
  seenTimetables: SeenTimetable;
  lessons: Lesson;
  timetableClasses: TimetableClass;
  timetableGroups: TimetableGroup;
  timetablePupils: TimetablePupil;
  timetableTeachers: TimetablePerson;
  timetableIdentifiers: TimetableIdentifiers;
  timetableUploads: TimetableUpload;
  uncontrolledTimetables: UncontrolledTimetable;
}
