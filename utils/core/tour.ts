import type { School } from './context';
import type { Risk } from './fiche';

/** How far the reading of one school has come; `doing` is French. */
export interface VisitProgress {
  done: number;
  total: number;
  doing: string;
}

/** What the reading of one school showed, in numbers, and French sentences about what it could not read. */
export interface Visit {
  risk: Risk;
  /** Where nothing was found, whether that proves anything (`isProved`). */
  proved: boolean;
  gaps: readonly string[];
}

/**
 * How the reading of one school ended. Plain data, since the reader and the tour are two scripts, whose exceptions are
 * strangers to each other. `stopped`: no other school can be read either; `network`: it may be this one's fault.
 */
export type VisitEnd =
  | ({ kind: 'seen' } & Visit)
  | { kind: 'failed'; why: string }
  | { kind: 'stopped'; why: string; network?: true };

/** One school of a tour. */
export type Stop = { school: School } & (
  | { state: 'waiting' }
  | { state: 'reading'; progress?: VisitProgress }
  | ({ state: 'done' } & Visit)
  /** `why`: French, what to do. The others are read all the same. */
  | { state: 'failed'; why: string }
);

/** Where a tour stands. `paused`: it waits for the person, who may have to mend something (`why`) first. */
export interface TourState {
  phase: 'running' | 'paused' | 'over';
  stops: readonly Stop[];
  why?: string;
}
