/** What is drawn over a page that a person teaches or captures, as plain texts. */

/** The lists and forms of the page, to choose one of. */
export interface PointingView {
  things: readonly ThingView[];
  /** Position of the one that is lit. */
  lit?: number;
  /** What is lit stands at the bottom: ours goes to the top. */
  up: boolean;
  /** Other frames of the page have something to choose from. */
  otherFrames: boolean;
}

export interface ThingView {
  /** « Liste : Nom, Profil ». */
  says: string;
  /** « 12 lignes », « 3 champs ». */
  about: string;
}

/** What the columns of the thing chosen give. */
export interface DraftView {
  kind: 'list' | 'form' | 'tree';
  facts: readonly Choice[];
  fact: string;
  /** French: what cannot be taught here, and what to do instead. */
  notTaught?: string;
  columns: readonly ColumnView[];
  /** Branches of a tree, and the one chosen. */
  branches: readonly string[];
  under: string;
  title: string;
  names: readonly string[];
  name: string;
  preview: PreviewView;
  /** A page of that name is known here: it will be replaced. */
  replaces: boolean;
  saving: boolean;
}

export interface Choice {
  value: string;
  says: string;
}

export interface ColumnView {
  label: string;
  /** What stands there first, as an example. */
  sample: string;
  field: string;
  fields: readonly Choice[];
  /** Words that are not understood, what each may mean, and what was said of it. */
  unknown: readonly { says: string; means: string }[];
  meanings: readonly Choice[];
  /** French: why its words are not asked about. */
  doubt?: string;
}

export type PreviewView =
  | { kind: 'missing'; says: string }
  | {
      kind: 'read';
      /** « 3 comptes créés manuellement », « liste lue en entier ». */
      says: string;
      heads: readonly string[];
      rows: readonly (readonly string[])[];
    };

/** What a person can do with the draft. */
export interface DraftActs {
  chooseFact(fact: string): void;
  chooseField(label: string, field: string): void;
  explain(label: string, says: string, means: string): void;
  set(change: { title?: string; name?: string; under?: string }): void;
  save(): void;
  back(): void;
  close(): void;
}

/** A page without its words, before it is saved. */
export interface CaptureView {
  html: string;
  /** « 214 éléments, 180 textes remplacés. ». */
  says: string;
  frames: boolean;
  keepLabels: boolean;
  kept: readonly string[];
  otherFrames: boolean;
  /** Name of the file, once it was saved. */
  saved?: string;
}

export interface CaptureActs {
  set(change: { frames?: boolean; keepLabels?: boolean }): void;
  save(): void;
  nextFrame(): void;
  close(): void;
}
