import type { Anchor } from '@/utils/core/facts';
import type { RuleCount } from '@/utils/core/fiche';
import type { Finding } from '@/utils/core/finding';
import type { DifferenceFragment, RosterPlatform, RosterRole } from '@/utils/core/roster-facts';
import type { ControlChoices, PairDecision, RosterControl } from '@/utils/files/control-result';
import type { ColumnMapping, RosterProfile } from '@/utils/files/headers';
import type { FileProblem } from '@/utils/files/problem';

export type Side = 'reference' | 'toImport';

/** A file as the person gave it. One that is too large to be read crosses without its bytes. */
export interface GivenFile {
  name: string;
  size: number;
  bytes?: ArrayBuffer;
}

/** A column as the mapping form shows it. `field` is a field's name, `ignore`, or `parent:key` inside a block. */
export interface ColumnOffer {
  column: number;
  header: string;
  sample: string;
  field: string;
}

/** One table that was read, or refused. Plain data: the bytes stay in the worker. */
export interface ReadFile {
  id: number;
  side: Side;
  name: string;
  rows: number;
  encoding: string;
  profile?: RosterProfile;
  /** Where its columns come from. */
  platform?: RosterPlatform;
  signature?: string;
  problems: FileProblem[];
  /** Nothing could be read. */
  refused: boolean;
  /** Key columns are not recognised, so that nobody could be recognised either. */
  unmapped: boolean;
  columns: ColumnOffer[];
}

/** What a side holds after a reading. */
export interface ReadSide {
  files: ReadFile[];
  /** Problems of archives as a whole. */
  problems: FileProblem[];
}

/** A person of a file, to be picked for a removal request. */
export interface ListedPerson {
  row: number;
  name: string;
  detail: string;
}

export interface WrittenRequest {
  fileName: string;
  bytes: Uint8Array<ArrayBuffer>;
  to: string;
  subject: string;
  body: string;
  warnings: string[];
}

/** A control without its lists: those are asked for page by page. */
export type ControlSummary = Omit<RosterControl, 'facts' | 'pairs'> & {
  /** Why the files could not be compared, when they could not. */
  refusals: string[];
  /** Titles of rules that failed, or whose list was incomplete and silent: they prove nothing. */
  unproven: string[];
  /** What each rule concluded, for the fiche of the school. */
  counts: RuleCount[];
  decided: { hash: string; people: string; verdict: PairDecision }[];
  profiles: RosterRole[];
  classes: string[];
};

/** What is to be listed. An empty string filters nothing. */
export interface Filters {
  text: string;
  profile: string;
  verdict: '' | 'certain' | 'review' | 'undecided' | 'decided';
  className: string;
}

/** One place of a finding, with all that is known of it. */
export interface ListedRow {
  id: string;
  at: Anchor;
  subject: string;
  says: string;
  review: boolean;
  profile?: RosterRole;
  className?: string;
  changes: { label: string; difference: readonly DifferenceFragment[] }[];
  reasons: readonly string[];
  /** The couple to be decided upon. */
  pair?: ListedPair;
}

/** The couple behind a row; `hash` is what a decision is remembered by. */
export interface ListedPair {
  id: string;
  hash?: string;
  decided?: PairDecision;
  kinds: readonly string[];
  /** Something of it can be put back. */
  correctable: boolean;
  /** Certain, or decided: put back with all of its kind. Others only one by one. */
  settled: boolean;
}

/** What the person wants put back: whole kinds, and couples one by one. */
export interface CorrectionChoice {
  kinds: string[];
  added: string[];
  removed: string[];
}

/** What a choice would change, before anything is written. */
export interface CorrectionPreview {
  total: number;
  chosen: number;
  undecided: number;
  kinds: { kind: string; count: number }[];
  files: { id: number; name: string; cells: number }[];
}

/** A file to import with its corrections, or why it cannot be written. */
export interface CorrectedFile {
  id: number;
  bytes?: Uint8Array<ArrayBuffer>;
  identical: boolean;
  problems: FileProblem[];
}

/** What one rule found, one page of it. */
export interface ListedFinding extends Omit<Finding, 'places'> {
  /** True when its subjects are things: nobody is named there. */
  things?: boolean;
  total: number;
  matching: number;
  rows: ListedRow[];
}

/** A control as it is asked for. */
export interface ControlAsked {
  choices: ControlChoices;
  /** ISO date. */
  today: string;
  /** Rules that somebody switched off. */
  off?: readonly string[];
}

/** Every request that the worker answers, with what it carries and gives back. */
export interface Requests {
  read: { carries: { side: Side; files: GivenFile[]; mappings: ColumnMapping[] }; gives: ReadSide };
  map: { carries: { file: number; mapping: ColumnMapping }; gives: ReadFile };
  /** Joins and pairs what is on the desk, then concludes. */
  control: { carries: ControlAsked; gives: ControlSummary };
  /** Concludes anew after a choice, on what was joined before. */
  conclude: { carries: ControlAsked; gives: ControlSummary };
  list: { carries: { filters: Filters; limits: Record<string, number> }; gives: ListedFinding[] };
  preview: { carries: CorrectionChoice; gives: CorrectionPreview };
  correct: { carries: CorrectionChoice; gives: CorrectedFile[] };
  people: {
    carries: { file: number; search: string; limit: number };
    gives: { people: ListedPerson[]; found: number };
  };
  removal: {
    carries: { file: number; rows: number[]; uai: string; schoolName: string; date: string; profile: string };
    gives: WrittenRequest | null;
  };
}

export type RequestName = keyof Requests;

/** A request on the wire. */
export type Request = {
  [N in RequestName]: { id: number; name: N; carries: Requests[N]['carries'] };
}[RequestName];

/** How far a request has come. */
export interface Progress {
  what: string;
  done: number;
  total: number;
}

/** What the worker sends back. An exception crosses as text. */
export type Reply =
  | { id: number; progress: Progress }
  | { id: number; gives: unknown }
  | { id: number; error: string };
