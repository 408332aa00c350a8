import type { Section } from '@/components/workshop/view';
import type { ExpectedCohort, PairDecision } from '@/utils/files/control-result';
import type { ColumnMapping } from '@/utils/files/headers';
import type { StorageProblem } from '@/utils/store/problem';
import type { Expectation, KnownSchool } from '@/utils/store/schema';
import type {
  ControlSummary,
  CorrectedFile,
  CorrectionChoice,
  CorrectionPreview,
  Filters,
  ListedFinding,
  ListedPerson,
  Progress,
  ReadSide,
  Side,
  WrittenRequest,
} from './protocol';

/** Everything that the workshop draws from. Names of people stand here only as long as the tab is open. */
export interface State {
  today: string;
  section: Section;
  sides: Record<Side, ReadSide>;
  busy?: Progress | undefined;
  /** The worker failed: what it said. */
  failure?: string | undefined;
  updateAll: boolean;
  /** Set by the person; otherwise the control finds who is expected to leave. */
  expected?: ExpectedCohort | undefined;
  summary?: ControlSummary | undefined;
  findings: readonly ListedFinding[];
  filters: Filters;
  limits: Record<string, number>;
  decisions: Record<string, PairDecision>;
  mappings: readonly ColumnMapping[];
  kept?: { keptOn: string; until: string } | undefined;
  schools: readonly KnownSchool[];
  corrections: CorrectionsState;
  removal: RemovalState;
  expectations: readonly Expectation[];
  /** Numbers typed from the recap, by prediction and number. */
  found: Record<string, string>;
  erasing: 'idle' | 'asked' | 'erasing' | 'done';
  problem?: StorageProblem | undefined;
}

export interface RemovalState {
  file?: number | undefined;
  search: string;
  limit: number;
  people: readonly ListedPerson[];
  found: number;
  picked: ReadonlySet<number>;
  schoolName: string;
  uai: string;
  profile: string;
  request?: (WrittenRequest & { href: string }) | undefined;
}

export interface CorrectionsState {
  choice: CorrectionChoice;
  preview?: CorrectionPreview | undefined;
  /** Prepared files, by id, until the choice changes. */
  written: Record<number, CorrectedFile & { href?: string }>;
}

export const NO_CORRECTION: CorrectionsState = { choice: { kinds: [], added: [], removed: [] }, written: {} };

export const NO_FILTER: Filters = { text: '', profile: '', verdict: '', className: '' };

/** People listed at first, and added at each « Afficher plus ». */
export const PEOPLE_PAGE = 50;

export const NO_REMOVAL: RemovalState = {
  search: '',
  limit: PEOPLE_PAGE,
  people: [],
  found: 0,
  picked: new Set(),
  schoolName: '',
  uai: '',
  profile: '',
};

/** The workshop as it opens. */
export function initialState(today: string, section: Section): State {
  return {
    today,
    section,
    sides: { reference: { files: [], problems: [] }, toImport: { files: [], problems: [] } },
    // As the guide warns, ticking it deletes: nobody starts there.
    updateAll: false,
    findings: [],
    filters: NO_FILTER,
    limits: {},
    decisions: {},
    mappings: [],
    schools: [],
    corrections: NO_CORRECTION,
    removal: NO_REMOVAL,
    expectations: [],
    found: {},
    erasing: 'idle',
  };
}
