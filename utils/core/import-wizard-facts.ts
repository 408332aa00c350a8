/**
 * What the timetable import of itslearning shows, from its wizard to the recap of what it did (source 001 §3 and §4).
 * Plain data. `undefined` always means « not readable from there », never « no ».
 */
import type { Located } from './facts';
import type { ExpectedCourse } from './timetable-facts';

/** The steps of the wizard where one chooses what is imported, in their order. */
export type WizardList = 'subjects' | 'classes' | 'groups' | 'courses';

/** One row of a step: something of the timetable that the import takes or leaves. */
export interface WizardRow extends Located {
  list: WizardList;
  /** As the timetable names it, without « (Id : 3) »; for courses, the name that the ENT will give. */
  name: string;
  /** `unknown`: the ENT knows no such subject. Absent when the screen doesn't tell. */
  state?: 'on' | 'off' | 'unknown';
  /** True when only the colour of the row tells its state. */
  byTint: boolean;
}

/** A step as it is on the screen: the page of its list that is shown, of how many. */
export interface WizardStep extends Located {
  list: WizardList | 'teachers' | 'pupils';
  /** Its title, in the screen's own spelling. */
  title: string;
  shown: number;
  page?: number;
  pages?: number;
}

/** Whom an account is for. */
export type ImportedProfile = 'pupil' | 'teacher';

/** Somebody of the timetable, and whether the import found their account. */
export interface ImportPerson extends Located {
  profile: ImportedProfile;
  /** As the screen writes it: « Sabrina ALVAREZ ». */
  name: string;
  /** Key of the account that was found. */
  account?: string;
  /** `unsure`: what the row says and its colour disagree. */
  reconciled: 'yes' | 'no' | 'unsure';
}

/** How many people of a profile were found, and how many were not. */
export interface Reconciliation extends Located {
  profile: ImportedProfile;
  reconciled?: number;
  unreconciled?: number;
}

/** The file of the import that is under way, as the step of the school code shows it. */
export interface ImportedFile extends Located {
  /** School code, « RNE ». */
  uai: string;
  encrypted?: boolean;
  /** True when the platform holds the key of the file. */
  keyPresent?: boolean;
}

/** What the import is about to do, in numbers. */
export interface ImportSummary extends Located {
  counts: readonly ImportCount[];
}

/** One line of a summary or of a recap. */
export interface ImportCount {
  /** In the screen's own words: « Nombre de cours créés ». */
  what: string;
  done?: number;
  failed?: number;
}

/** One past or present import, as the history lists it, or as its recap shows it. */
export interface ImportRun extends Located {
  /** As written: « 11/02/2019 10:32 ». */
  date: string;
  /** « Fait », « Interrompu »… */
  status?: string;
  /** « Automatique » or « Manuel ». */
  type?: string;
  /** True for the first run of a history read from its first page. */
  latest: boolean;
  tasks?: number;
  counts?: readonly ImportCount[];
}

/** The person of the reference list whose account is likely that of somebody whom the import did not find. */
export interface LikelyAccount extends Located {
  profile: ImportedProfile;
  /** The person as the import names them. */
  name: string;
  /** « NOM Prénom » as the reference list writes it, class included; absent when nobody there resembles them. */
  account?: string;
  /** French sentences: what differs, or why nobody is proposed. */
  reasons: readonly string[];
}

/** The administrator enrolled in a course to check it, and has not been seen to leave it since. */
export interface SelfEnrolment extends Located {
  course: string;
  /** ISO date and time. */
  since: string;
}

/** A course that the timetable file should give, as far as the file tells (utils/files/expected-courses.ts). */
export interface ExpectedCourseFact extends Located, ExpectedCourse {}

/** A difference between the courses that the file should give and those that a screen lists. */
export interface CourseGap extends Located {
  kind: 'missing' | 'renamed' | 'unexpected' | 'miscounted';
  /** The course as the file would have it; for an unexpected one, as the screen has it. */
  name: string;
  /** What else must be said: the other name, or both counts, in French. */
  detail?: string;
}

/** Every kind of fact about a timetable import, by name. */
export interface ImportWizardFactTypes {
  wizardRows: WizardRow;
  /** The rows of the step of subjects alone. */
  wizardSubjects: WizardRow;
  wizardSteps: WizardStep;
  importPeople: ImportPerson;
  reconciliations: Reconciliation;
  importFiles: ImportedFile;
  importSummaries: ImportSummary;
  importRuns: ImportRun;
  /** The last of them, when the history was read where it stands: at most one. */
  latestImports: ImportRun;
  /** What one of them did, whichever it is: whole only when it is known to be the last one. */
  importRecaps: ImportRun;
  likelyAccounts: LikelyAccount;
  selfEnrolments: SelfEnrolment;
  expectedCourses: ExpectedCourseFact;
  courseGaps: CourseGap;
}
