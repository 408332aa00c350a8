import type { FiltersView, ResultsView, Verdict } from './results-view';

/** What the workshop shows, as plain texts: whoever fills it in knows the files, the store and the browser. */
export interface WorkshopView {
  section: Section;
  control: ControlView;
  removal: RemovalView;
  expected: ExpectedView;
  settings: SettingsView;
  /** Storage or the reading itself failed. */
  problem?: { says: string; advice: string };
}

/** Sections that the session of the files draws. */
export type FileSection = 'controle' | 'suppression' | 'attendu' | 'reglages';

/** Sections that keep their own state, loaded when they are first opened (`entrypoints/workshop/own-sections.tsx`). */
export type OwnSection = 'emploi-du-temps' | 'calendrier' | 'ecoles' | 'pages' | 'dossier' | 'etat';

export type Section = FileSection | OwnSection;

export const SECTIONS: readonly { id: Section; title: string }[] = [
  { id: 'controle', title: 'Contrôle avant import' },
  { id: 'emploi-du-temps', title: 'Emploi du temps' },
  { id: 'suppression', title: 'Demande de suppression' },
  { id: 'attendu', title: 'Attendu et constaté' },
  { id: 'ecoles', title: 'Établissements' },
  { id: 'calendrier', title: 'Calendrier' },
  { id: 'pages', title: 'Pages et vocabulaire' },
  { id: 'dossier', title: 'Dossier de support' },
  { id: 'etat', title: 'État des contrôles' },
  { id: 'reglages', title: 'Réglages' },
];

/** The two sides of a control. */
export type Side = 'reference' | 'toImport';

export interface ControlView {
  reference: ZoneView;
  toImport: ZoneView;
  /** A reading or a control under way. */
  busy?: BusyView;
  keep: KeepView;
  /** Why there is no result, once files were given: never silence. */
  refusal?: string;
  results?: ResultsView;
}

export interface BusyView {
  what: string;
  done: number;
  total: number;
}

export interface ZoneView {
  side: Side;
  /** Problems of an archive as a whole. */
  problems: readonly FileProblemView[];
  files: readonly FileView[];
  /** « Conservé sur ce poste depuis le 27/08 ». */
  origin?: string;
}

/** One file that was read, or refused. */
export interface FileView {
  id: number;
  name: string;
  /** « élèves et leurs parents, 214 lignes, UTF-8 »; empty when nothing could be read. */
  about: string;
  refused: boolean;
  problems: readonly FileProblemView[];
  mapping?: MappingView;
}

export interface FileProblemView {
  /** « Student.csv, ligne 3, colonne « Nom » ». */
  place: string;
  message: string;
  advice: string;
  fatal: boolean;
}

/** Columns to be named by hand. */
export interface MappingView {
  /** True while a key column is not recognised: the question is then asked unfolded. */
  needed: boolean;
  columns: readonly { column: number; header: string; sample: string; field: string }[];
  fields: readonly { value: string; label: string }[];
}

export interface KeepView {
  /** Files that could be kept are there. */
  possible: boolean;
  /** « jusqu’au 11/09/2026 » when files are kept. */
  until?: string;
  proposed: string;
  latest: string;
  today: string;
}

export interface RemovalView {
  files: readonly { id: number; name: string; chosen: boolean }[];
  people: readonly { row: number; name: string; detail: string; chosen: boolean }[];
  search: string;
  found: number;
  more: number;
  chosen: number;
  schoolName: string;
  uai: string;
  profile: string;
  request?: RequestView;
}

export interface RequestView {
  fileName: string;
  href: string;
  to: string;
  subject: string;
  body: string;
  warnings: readonly string[];
}

export interface ExpectedView {
  predictions: readonly PredictionView[];
}

export interface PredictionView {
  id: string;
  school: string;
  profile: string;
  when: string;
  numbers: readonly {
    id: string;
    label: string;
    expected: number;
    found: string;
    verdict?: string;
    agrees?: boolean;
  }[];
  /** French: the screen of the platform that told the numbers found, and when. */
  seen?: string;
  /** What each number that is not the one announced may come from: French sentences. */
  gaps: readonly string[];
}

export interface SettingsView {
  /** What « Tout effacer » erases, and whether it was asked, confirmed, done. */
  erasing: 'idle' | 'asked' | 'erasing' | 'done';
}

/** What a person can do in the workshop. */
export interface WorkshopActs {
  give(side: Side, files: readonly File[]): void;
  remove(side: Side): void;
  cancel(): void;
  map(file: number, choices: readonly { column: number; field: string }[]): void;
  keep(until: string): void;
  forgetKept(): void;
  setUpdateAll(ticked: boolean): void;
  setLeaving(kind: 'levels' | 'classes', label: string, leaving: boolean): void;
  filter(change: Partial<Pick<FiltersView, 'text' | 'profile' | 'verdict' | 'className'>>): void;
  more(group: string): void;
  decide(hash: string, verdict: Verdict): void;
  chooseCorrection(id: string, chosen: boolean): void;
  /** Every correction of a kind, or all of them. */
  chooseCorrections(kind: string | undefined, chosen: boolean): void;
  writeCorrected(): void;
  predict(school: string): void;
  removal: RemovalActs;
  setFound(prediction: string, number: string, typed: string): void;
  forgetPrediction(prediction: string): void;
  askErase(): void;
  cancelErase(): void;
  erase(): void;
  copy(text: string, what: string): void;
  /** Masks names on all surfaces, or shows them again. */
  demonstrate(on: boolean): void;
}

export interface RemovalActs {
  chooseFile(id: number): void;
  search(text: string): void;
  pick(row: number, chosen: boolean): void;
  more(): void;
  set(change: Partial<Pick<RemovalView, 'schoolName' | 'uai' | 'profile'>>): void;
  prepare(): void;
}
