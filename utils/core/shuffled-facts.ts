import type { Located } from './facts';

/** A column whose values stand on the rows of other people: sorted, in a spreadsheet, without the others. */
export interface ShuffledColumn extends Located {
  file: string;
  column: string;
  /** `elsewhere`: values of other people. `key`: everything but the key is other people's. `levels`: levels that jump. */
  kind: 'elsewhere' | 'key' | 'levels';
  /** Rows concerned, among those compared. */
  count: number;
  of: number;
  /** One of the jumps: « 6e A → 3e B ». */
  example?: string;
}

/** The kinds of facts about rows that mix two people. */
export interface ShuffledFactTypes {
  shuffledColumns: ShuffledColumn;
}
