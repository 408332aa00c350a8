/** What the popup shows, as plain texts: whoever fills it in knows the browser, the store and the checklists. */
export interface PopupView {
  place: Place;
  /** The school whose checklist is shown. */
  board?: BoardView;
  schools: readonly SchoolChoice[];
  /** What the person began and has yet to undo, the oldest first. */
  reminders?: readonly ReminderView[];
  problem?: ProblemView;
}

/** One thing to undo, kept until somebody says that it is done. */
export interface ReminderView {
  id: string;
  /** « TECHNO - 4 B, COLLEGE FICTIF ». */
  text: string;
  /** Since when. */
  says: string;
}

/** What the current tab is for us. */
export type Place =
  | { kind: 'elsewhere' }
  /** Log-in and the like, on which nothing ever runs. */
  | { kind: 'excluded'; host: string }
  /** An ENT that is known, not granted. */
  | { kind: 'inactive'; host: string; portal: string; reads?: Reads }
  /** Granted, but nothing is recognised yet. `running`: the overlay is there, so reloading would not help. `teachable`: the page may be taught. */
  | { kind: 'waiting'; portal: string; reads?: Reads; running: boolean; teachable?: boolean }
  | { kind: 'active'; portal: string; flags?: number };

/**
 * What is read on an ENT: an Edifice console, the import of itslearning, Skolengo's screens of administration. Missing for
 * a site that nobody has listed.
 */
export type Reads = 'console' | 'import' | 'screens';

export interface ProblemView {
  says: string;
  advice: string;
}

export interface SchoolChoice {
  key: string;
  name: string;
  chosen: boolean;
}

export interface BoardView {
  name: string;
  /** « 0590000A · ENT Hauts-de-France · rentrée 2026 ». */
  about: string;
  /** « Contrôle entier le 27/08 à 14 h 02 » and the last screen read, or that nothing was read yet. */
  lastRead: string;
  list: ListView;
}

export interface ListView {
  title: string;
  /** Only read until it is reopened, in the workshop. */
  archived: boolean;
  /** Said when the list was written for another kind of school. */
  caution?: string;
  /** Which list is shown while the school's level is unknown, and the others that there are. */
  supposed?: { says: string; choices: readonly { id: string; title: string; chosen: boolean }[] };
  done: number;
  /** Steps asked of somebody; reminders are counted apart. */
  total: number;
  reminders: number;
  /** What matters now, most urgent first. */
  headlines: readonly Headline[];
  phases: readonly PhaseView[];
  dates: readonly DateView[];
}

export interface Headline {
  tone: 'review' | 'late' | 'now' | 'later' | 'done';
  text: string;
}

export interface PhaseView {
  id: string;
  title: string;
  done: number;
  total: number;
  /** True when nothing that is left can still be done. */
  past: boolean;
  /** What presses in it, said even while it is folded. */
  press?: Headline;
  /** The phase to be at today: shown unfolded. */
  current: boolean;
  steps: readonly StepView[];
}

export interface StepView {
  id: string;
  text: string;
  ticked: boolean;
  /** Reminders and the platform's own steps are shown, never asked for. */
  kind: 'asked' | 'reminder' | 'platform';
  settled: boolean;
  who: string;
  period: string;
  /** `over`: its time has passed, it is not late any more. */
  timing: 'unknown' | 'later' | 'now' | 'late' | 'over';
  /** « Constaté le 27/08 à 14 h 02 », « Coché le 28/08 » or what a later reading found. */
  word?: { tone: 'proven' | 'done' | 'review' | 'found' | 'check'; text: string };
  /** By which reading it is shown, and on what. */
  proof?: string;
  why: string;
  source: string;
  where?: string;
  /** The address of its screen, when the school has one. */
  href?: string;
  note: string;
}

export interface DateView {
  milestone: string;
  label: string;
  /** ISO date, or empty when it is still to be set. */
  value: string;
  /** Where the date comes from: the school, the national calendar, or « à fixer ». */
  origin: string;
  own: boolean;
}

/** What was just done, for those who don't see it. `turn` tells two identical texts apart: each is announced. */
export interface Said {
  text: string;
  turn: number;
}

/** What a person can do in the popup. */
export interface PopupActs {
  activate(host: string): void;
  /** Reads a typed address and asks for it; answers why it is refused. */
  activateTyped(text: string): string | undefined;
  tick(step: string, done: boolean): void;
  note(step: string, text: string): void;
  setDate(milestone: string, date: string | undefined): void;
  /** The list that the school follows from now on. */
  chooseList(id: string): void;
  open(href: string): void;
  chooseSchool(key: string): void;
  reloadTab(): void;
  /** Lets the person teach the page of the tab, or save its structure without its words. */
  teach(teaching: 'learn' | 'capture'): void;
  /** What this reminder asks for is done. */
  settle(id: string): void;
  retry(): void;
  openWorkshop(): void;
}
