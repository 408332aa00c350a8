import type { DateView } from '@/components/steps/date-field';
import type { StepActs, StepView } from '@/components/steps/view';
import type { EntId } from '@/utils/core/facts';

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
  /** Granted, but nothing is recognised yet. `running`: the overlay is there, so reloading would not help. `teachable`: the page may be taught; `dossier`: of which family a dossier of it may be made for support. */
  | {
      kind: 'waiting';
      portal: string;
      reads?: Reads;
      running: boolean;
      teachable?: boolean;
      dossier?: EntId;
    }
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
  /** Steps asked of somebody. */
  total: number;
  /** « 19 étapes, 2 rappels et 5 opérations de la plateforme ». */
  holds: string;
  /** Why dates are asked for, when steps wait for them. */
  asksDates?: string;
  /** What matters now, most urgent first. */
  headlines: readonly Headline[];
  /** French: why steps whose time has passed are not late. */
  before?: string;
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

/** What was just done, for those who don't see it. `turn` tells two identical texts apart: each is announced. */
export interface Said {
  text: string;
  turn: number;
}

/** What a person can do in the popup. */
export interface PopupActs extends StepActs {
  activate(host: string): void;
  /** Reads a typed address and asks for it; answers why it is refused. */
  activateTyped(text: string): string | undefined;
  setDate(milestone: string, date: string | undefined): void;
  /** The list that the school follows from now on. */
  chooseList(id: string): void;
  chooseSchool(key: string): void;
  reloadTab(): void;
  /** Lets the person teach the page of the tab, or save its structure without its words. */
  teach(teaching: 'learn' | 'capture'): void;
  /** Opens the dossier for support on the page of the tab. */
  openDossier(ent: EntId): void;
  /** What this reminder asks for is done. */
  settle(id: string): void;
  retry(): void;
  openWorkshop(): void;
}
