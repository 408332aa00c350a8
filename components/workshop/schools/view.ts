import type { Grade } from '@/components/impact-icon';
import type { PredictionView } from '@/components/workshop/view';

/** What the board of schools shows, as plain texts. */
export interface BoardView {
  /** Changes of year that some school has a fiche for; « Rentrée 2026 ». */
  years: readonly Choice[];
  year: string;
  filters: BoardFilters;
  ents: readonly Choice[];
  /** « 34 établissements, 6 avec un risque critique ». */
  summary: string;
  rows: readonly SchoolRow[];
  /** Columns of the table by rule or by phase: those that some school listed has something to say of. */
  columns: readonly RuleColumn[];
  /** What is said of the steps of each school, by its key; missing while it is being worked out. */
  phases: ReadonlyMap<string, PhasesCell>;
  /** The cells of a row in the table by rule or by phase. */
  cellsOf(row: SchoolRow): Readonly<Record<string, RuleCell>>;
  /** UAIs that several schools bear, and which: French sentences. */
  shared: readonly string[];
  exchange: ExchangeView;
  /** Still reading the store. */
  loading: boolean;
  problem?: { says: string; advice: string };
  school?: SchoolView;
}

export interface Choice {
  value: string;
  label: string;
}

export interface BoardFilters {
  text: string;
  ent: string;
  /** « » for all, « critical » and so on for the worst harm, « stale » for those not seen for a while. */
  state: string;
  /** « » for all, else days without a control. */
  unseen: string;
  /** « » for all, « late » for those with a phase that is late, « other » for those without, « none » for those not followed. */
  phase: '' | 'late' | 'other' | 'none';
  sort: 'risk' | 'name' | 'age' | 'late';
  by: 'summary' | 'rules' | 'phases';
}

export interface SchoolRow {
  key: string;
  name: string;
  /** « 0590000A · ENT Hauts-de-France ». */
  about: string;
  grade: Grade;
  critical: number;
  serious: number;
  minor: number;
  reviews: number;
  /** « vue il y a 12 jours ». */
  seen: string;
  /** True when that is long enough ago to be said with a sign. */
  stale: boolean;
  /** « 3 de moins », « depuis le 27/08 ». */
  trend?: { text: string; since: string; better: boolean };
  /** By rule: what it found, in numbers and words. */
  cells: Readonly<Record<string, RuleCell>>;
}

/** What is said of the steps of a school. */
export interface PhasesCell {
  grade: 'late' | 'now' | 'done' | 'none';
  /** « 3 étapes en retard ». */
  text: string;
  /** In which phase. */
  detail?: string;
}

export interface RuleCell {
  grade: Grade | 'none';
  count: number;
  /** For those who don't see the icon. */
  says: string;
  /** Said in the cell where there is no icon. */
  text?: string;
}

export interface RuleColumn {
  id: string;
  title: string;
  /** What the column belongs to: the list of a phase. */
  about?: string;
}

export interface ExchangeView {
  /** What came of the last import or export, in words. */
  says?: { text: string; details: readonly string[]; grade: 'pass' | 'review' | 'critical' };
  busy: boolean;
}

/** One school, opened from the board. */
export interface SchoolView {
  key: string;
  name: string;
  about: string;
  fiches: readonly Choice[];
  /** Where the phases of its change of year stand; none when nobody follows them on this computer. */
  phases: readonly PhaseRow[];
  /** What an import of its files was to give, beside what it gave. */
  predictions: readonly PredictionView[];
  shown?: FicheView;
  /** What is compared on this family, and why names are not: French. */
  compared: string;
  /** Which two are compared, and what came of it; absent as long as there is one fiche alone. */
  comparison?: { before: string; after: string; view?: ComparisonView };
}

export interface PhaseRow {
  id: string;
  list: string;
  title: string;
  says: string;
  grade: Grade | 'none';
}

export interface FicheView {
  id: string;
  title: string;
  read: readonly string[];
  rules: readonly { id: string; title: string; grade: Grade; says: string }[];
  /** « 18 règles n’ont rien trouvé ». */
  passed: string;
  figures: readonly { label: string; count: number }[];
}

export interface ComparisonView {
  title: string;
  /** What changed. */
  rules: readonly ChangeRow[];
  figures: readonly ChangeRow[];
  same: readonly ChangeRow[];
  /** What only one of the two read. */
  unread: readonly string[];
}

export interface ChangeRow {
  label: string;
  before: string;
  after: string;
  change: string;
  grade: 'better' | 'worse' | 'same' | 'other';
}

export interface BoardActs {
  chooseYear(year: string): void;
  filter(change: Partial<BoardFilters>): void;
  openSchool(key: string | undefined): void;
  showFiche(id: string): void;
  compare(before: string, after: string): void;
  /** A number typed from the platform's recap. */
  setFound(prediction: string, number: string, typed: string): void;
  forget(key: string): void;
  importFiches(files: readonly File[]): void;
  exportFiches(): void;
  exportTable(): void;
  print(): void;
}
