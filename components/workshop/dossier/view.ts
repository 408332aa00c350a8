import type { Grade } from '@/components/impact-icon';
import type { GroupView } from '@/components/workshop/results-view';

/** One rule, as the dossier says it and as it is judged here. */
export interface ReplayedRuleView {
  rule: string;
  title: string;
  was: string;
  is: string;
  grade?: Grade;
  same: boolean;
  why?: string;
}

export interface DossierView {
  busy: boolean;
  problem?: string;
  /** Once a dossier was read. */
  read?: {
    name: string;
    sheet: string;
    /** False when the dossier holds no facts to judge. */
    replayed: boolean;
    /** French: whether all conclude the same. */
    verdict: string;
    agrees: boolean;
    rules: readonly ReplayedRuleView[];
    groups: readonly GroupView[];
  };
}

export interface DossierActs {
  give(files: readonly File[]): void;
  remove(): void;
  more(group: string): void;
  copy(text: string, what: string): void;
}
