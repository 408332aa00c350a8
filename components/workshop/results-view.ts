import type { Grade } from '@/components/impact-icon';
import type { FileProblemView } from './view';

/** A stretch of text that both writings have, or only one. */
export interface FragmentView {
  kind: 'equal' | 'removed' | 'added';
  text: string;
  spoken?: string;
}

export interface ResultsView {
  /** What is the worst and what to do first. */
  verdict: { grade: Grade; text: string };
  keyRules: readonly string[];
  updateAll: boolean;
  /** The box of the import that deletes whoever is absent, in the platform's own words, quoted. */
  box: string;
  /** What the import does with the box unticked, and ticked. */
  consequences: { unticked: string; ticked: string };
  gauge?: GaugeView;
  /** What could not be decided or was not controlled at all. */
  cautions: readonly string[];
  /** Schools to remember the prediction under; missing when nothing is predicted. */
  predictable?: { schools: readonly string[] };
  filters: FiltersView;
  groups: readonly GroupView[];
  /** What was already decided, to be taken back. */
  decided: readonly { hash: string; people: string; verdict: Verdict }[];
  corrections?: CorrectionsView;
}

/** Who would be deleted, with those expected to leave taken off. */
export interface GaugeView {
  grade: Grade;
  says: string;
  alarms: readonly string[];
  known: number;
  expected: number;
  unexpected: number;
  /** Absent from the export's people, level by level: `leaving` can be changed. */
  levels: readonly GaugeLineView[];
  classes: readonly GaugeLineView[];
  profiles: readonly GaugeLineView[];
}

export interface GaugeLineView {
  label: string;
  known: number;
  absent: number;
  leaving: boolean;
}

export interface FiltersView {
  text: string;
  profile: string;
  verdict: string;
  className: string;
  profiles: readonly Choice[];
  verdicts: readonly Choice[];
  classes: readonly Choice[];
}

export interface Choice {
  value: string;
  label: string;
}

/** Everything that one repair mends. */
export interface GroupView {
  id: string;
  grade: Grade;
  title: string;
  why: string;
  remedy: string;
  source: string;
  /** True when its subjects are things: nobody is named there. */
  things?: boolean;
  /** « 12 constats », « 3 sur 12 avec ces filtres ». */
  count: string;
  /** Left out by the filters, or not. */
  total: number;
  rows: readonly RowView[];
  /** How many more can be shown. */
  more: number;
}

export interface RowView {
  id: string;
  subject: string;
  says: string;
  place: string;
  review: boolean;
  changes: readonly { label: string; fragments: readonly FragmentView[] }[];
  reasons: readonly string[];
  decision?: { hash: string; verdict: Verdict };
  correction?: { id: string; label: string; chosen: boolean };
}

/** « À vérifier » until a person says otherwise. */
export type Verdict = 'check' | 'same' | 'different';

/** What can be put back in the files to import. Everything is counted in people, but `cells`. */
export interface CorrectionsView {
  total: number;
  chosen: number;
  /** People on whom a decision is awaited before anything is put back. */
  undecided: number;
  kinds: readonly { kind: string; label: string; count: number; chosen: boolean }[];
  files: readonly CorrectedFileView[];
}

export interface CorrectedFileView {
  id: number;
  name: string;
  newName: string;
  cells: number;
  /** Once prepared. */
  ready?: { href: string; identical: boolean };
  problems: readonly FileProblemView[];
}
