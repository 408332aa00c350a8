/**
 * What the control of user files before an import can find. Plain data: these facts cross a Worker by structured clone.
 * Lists are cut; `Gathered.read.total` stays exact, and a cut list is not `complete`.
 */
import type { Anchor, Located } from './facts';
import type { ShuffledFactTypes } from './shuffled-facts';

/** Whom an account is for, as the profiles of the files say. */
export type RosterRole = 'pupil' | 'parent' | 'teacher' | 'staff' | 'guest';

/** What the platform that receives the file does with a changed key: Edifice never has the itslearning box. */
export type RosterPlatform = 'itslearning' | 'edifice';

/** The fields that a platform recognises a person by. */
export type KeyField = 'key' | 'username' | 'lastName' | 'firstName' | 'birthDate' | 'postalCode';

/** A stretch of text that both values have, or only one; `spoken` names characters that cannot be seen. */
export interface DifferenceFragment {
  kind: 'equal' | 'removed' | 'added';
  text: string;
  spoken?: string;
}

/** One cell of a person's key that is not what the export held. */
export interface CellEdit extends Located {
  field: KeyField;
  was: string;
  is: string;
  /** What changed, character by character. */
  difference: readonly DifferenceFragment[];
}

/** How two rows came to be one person: same key, same username, or look-alikes among those without a counterpart. */
export type FoundBy = 'key' | 'username' | 'pairing';

/** Anything said of one person of a file. */
export interface AboutPerson extends Located {
  /** « NOM Prénom », as the export writes it. */
  person: string;
  profile: RosterRole;
  platform: RosterPlatform;
  className?: string;
}

/** A known person whose key was edited: the platform would take them for somebody else. */
export interface KeyEdit extends AboutPerson {
  by: FoundBy;
  /** `same`: virtually certain. `check`: only a person can tell. */
  verdict: 'same' | 'check';
  /** Why it is the same person, and what differs: French sentences that quote no whole name. */
  reasons: readonly string[];
  /** At least one; the first is where `at` points. */
  changes: readonly CellEdit[];
  /** Where the person stands in the export. */
  before: Anchor;
  /** The couple, as decisions and corrections name it. */
  pair: string;
}

/** A known person whose username is no longer the export's; `is` may be empty. */
export interface UsernameEdit extends AboutPerson {
  was: string;
  is: string;
  difference: readonly DifferenceFragment[];
  /** The new username is another person's: a column sorted without the others. */
  belongsToAnother: boolean;
  before: Anchor;
  pair: string;
}

/** A known person, found by the username, whose key is now empty. */
export interface EmptiedKey extends AboutPerson {
  before: Anchor;
  pair: string;
}

/** One key, or one username, on several rows that are not one person. */
export interface RepeatedKey extends Located {
  field: 'key' | 'username';
  value: string;
  people: readonly string[];
  others: readonly Anchor[];
  platform: RosterPlatform;
}

/** A new row that is an existing person. */
export interface TwinAccount extends AboutPerson {
  /** `gone`: their own row left the file. `kept`: it is still there, the person stands twice. */
  existing: 'gone' | 'kept';
  verdict: 'same' | 'check';
  reasons: readonly string[];
  before: Anchor;
  /** The key that the rule learnt from the export gives for the new row is the very key of the person. */
  keyWouldBeSame: boolean;
  /** The couple when the person's own row left; absent for one who stands twice. */
  pair?: string;
}

/** Somebody of the export whom no row carries on: deleted if « Mettre à jour tous les utilisateurs » is ticked. */
export interface Departure extends AboutPerson {
  level?: string;
  /** Of the cohort that is expected to leave, or a parent of such pupils only. */
  expected: boolean;
  /** A look-alike stands in the new file: probably an edited key. */
  looksEdited: boolean;
}

/** A class of the export, and what became of the class of its pupils who stay. */
export interface ClassPromotion extends Located {
  className: string;
  /** Level that the class name tells, such as « 5e »; several for a class of several levels. */
  levels: readonly string[];
  /** Pupils of this class who are still in the file. */
  kept: number;
  /** Those of them whose class is the very same text. */
  untouched: number;
  /** The year is being changed: other classes moved up, or a whole cohort left. */
  yearChanges: boolean;
}

/** What happened to values of one column in the same way. `lines` holds the first of them. */
export interface MangledValue extends Located {
  /** Name of the column. */
  column: string;
  /** What happened, in French: « zéro du début perdu ». */
  what: string;
  count: number;
  examples: readonly { at: Anchor; was?: string; is: string }[];
  /** True when the column is part of what the platform recognises people by. */
  inKey: boolean;
}

/** Two files that do not hold the same profile, or a file whose name announces another one. */
export interface ProfileMismatch extends Located {
  file: string;
  /** French: « des enseignants ». */
  found?: string;
  announced?: string;
  /** `form`: the screen would import it as another profile than the one it says. */
  kind: 'name' | 'no-reference' | 'rows' | 'form';
  message: string;
  advice: string;
  /** True when only its name, or a guess from its columns, says so. */
  doubtful?: boolean;
}

/** Something wrong with a file itself, whatever it is compared with. */
export interface FileFault extends Located {
  file: string;
  /** A machine name, such as `lost-encoding`. */
  code: string;
  message: string;
  advice: string;
}

/** Something wrong with a header. */
export interface HeaderProblem extends Located {
  file: string;
  side: 'reference' | 'fresh';
  kind: 'no-header' | 'missing' | 'repeated' | 'renamed' | 'invisible' | 'blank' | 'removed';
  /** Name of the column concerned. */
  column: string;
  message: string;
  advice: string;
  /** The files could not be compared at all because of it. */
  refused: boolean;
}

/** A file that looks like the list of people to delete, which is to be mailed and not imported. */
export interface RemovalFile extends Located {
  file: string;
  byName: boolean;
  byContent: boolean;
  /** People of the file, among those of the export with the same profile. */
  listed: number;
  known: number;
}

/** One change made to a whole column: one finding, one remedy, however many people. */
export interface SystemicEdit extends Located {
  profile: RosterRole;
  platform: RosterPlatform;
  field: KeyField;
  /** A machine name of the change, such as `date-format`. */
  kind: string;
  count: number;
  /** French sentence. */
  text: string;
}

/** One line of the gauge: « 3e A : 26 absents sur 26 ». */
export interface GaugeLine {
  label: string;
  /** People of the export. */
  known: number;
  absent: number;
  expected: number;
  unexpected: number;
  /** Unexpected ones who look like an edited key. */
  edited: number;
  /** Everybody is absent though nobody was expected to leave. */
  emptied: boolean;
}

/** Who would be deleted if the box is ticked, the cohort that is expected to leave subtracted. */
export interface DeletionGauge extends Located {
  total: GaugeLine;
  byProfile: readonly (GaugeLine & { profile: RosterRole })[];
  byLevel: readonly GaugeLine[];
  byClass: readonly GaugeLine[];
  /** Levels and classes that are expected to leave, as labels. */
  cohort: { levels: readonly string[]; classes: readonly string[]; detected: boolean };
  /** Unexpected absents over people of the export, 0 to 1. */
  share: number;
  state: 'green' | 'red';
  /** French: « 212 absents : 148 attendus (niveau 3e), 64 inattendus dont 21 ressemblent à une clé modifiée ». */
  says: string;
  /** Why it is red, in French. */
  alarms: readonly string[];
}

/** A file chosen on an import screen of which nothing could be concluded, or not yet. */
export interface UncontrolledFile extends Located {
  file: string;
  state: 'running' | 'unreadable' | 'failed' | 'no-reference';
  /** French: why, and what to do. */
  says: string;
}

/** Every kind of fact about user files, by name. */
export interface RosterFactTypes extends ShuffledFactTypes {
  keyEdits: KeyEdit;
  /** No more alike than strangers may be: a retouched key, or two people. */
  possibleNamesakes: KeyEdit;
  systemicEdits: SystemicEdit;
  usernameEdits: UsernameEdit;
  emptiedKeys: EmptiedKey;
  repeatedKeys: RepeatedKey;
  twinAccounts: TwinAccount;
  departures: Departure;
  deletionGauge: DeletionGauge;
  classPromotions: ClassPromotion;
  mangledValues: MangledValue;
  lostEncoding: MangledValue;
  profileMismatches: ProfileMismatch;
  headerProblems: HeaderProblem;
  removalFiles: RemovalFile;
  uncontrolledFiles: UncontrolledFile;
  fileFaults: FileFault;
}
