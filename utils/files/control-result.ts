import type { Facts } from '@/utils/core/facts';
import type { DeletionGauge, FoundBy, RosterPlatform, RosterRole } from '@/utils/core/roster-facts';
import type { Prediction } from './expected';
import type { RosterTable } from './pairing';

/** What a person said of a couple: « même personne », « personnes différentes ». */
export type PairDecision = 'same' | 'different';

/** Levels and classes that are expected to leave, as written in the gauge; empty lists: nobody is. */
export interface ExpectedCohort {
  levels: readonly string[];
  classes: readonly string[];
}

/** What a control is made of besides the files: cheap to change, `concludeControl` answers at once. */
export interface ControlChoices {
  /** By the hash that `ControlPair.hash` gives. */
  decisions?: ReadonlyMap<string, PairDecision>;
  /** Random, made once per installation; without it couples have no hash, and decisions are not applied. */
  salt?: string;
  /** Default: the last level of the school, found in the export. */
  expected?: ExpectedCohort;
  /** The box « Mettre à jour tous les utilisateurs », when it is known. */
  updateAll?: boolean;
}

/** The files to control. */
export interface ControlFiles {
  /** The untouched export: « Suivi Synchro », or Edifice's own. */
  reference: readonly RosterTable[];
  /** The files about to be imported. */
  fresh: readonly RosterTable[];
  /** The platform that is going to receive them, when it is known; otherwise the export tells. */
  platform?: RosterPlatform;
  /** `district`: many schools in one file. Default `school`. */
  strictness?: 'school' | 'district';
}

/** How far a control has come. `done` goes from 0 to 1. */
export interface ControlProgress {
  step: 'join' | 'pair' | 'conclude';
  done: number;
}

export type Tell = (progress: ControlProgress) => void;

/** Two rows held to be perhaps one person, as the screen lists them for a decision or a correction. */
export interface ControlPair {
  id: string;
  /** Key of the decision; only with a salt. */
  hash?: string;
  person: string;
  /** « NOM Prénom » in the new file. */
  now: string;
  profile: RosterRole;
  by: FoundBy;
  verdict: 'same' | 'check';
  decided?: PairDecision;
  /** Machine names of what differs (`accents`, `date-format`, `key`…): what « by kind » means for corrections. */
  kinds: readonly string[];
  reasons: readonly string[];
}

/** The rule by which the keys of a file were composed, as far as the export tells. */
export interface LearntKey {
  file: string;
  /** French. */
  words: string;
  /** Share of the keys that it reproduces, of those looked at. */
  share: number;
}

/** What a control found. Plain data. */
export interface RosterControl {
  /** The headers do not let the files be compared: `facts` then only tells why. */
  refused: boolean;
  platform: RosterPlatform;
  facts: Facts;
  /** The first couples, undecided first; `pairCount` is exact. */
  pairs: readonly ControlPair[];
  pairCount: number;
  /** Look-alikes among whom nothing can choose, and groups too large to be compared: silence proves nothing there. */
  undecidable: number;
  keyRules: readonly LearntKey[];
  gauge?: DeletionGauge;
  prediction?: Prediction;
  /** Files of the export with no counterpart among the new files: not controlled. */
  uncontrolled: readonly string[];
}
