import type { Anchor } from './facts';
import type { Impact } from './rule';

/** One place of a finding, as it is listed to the person. */
export interface FindingPlace {
  at: Anchor;
  subject: string;
  says: string;
  /** Who is concerned, in the order to show them. */
  names?: readonly string[];
  review: boolean;
}

/** What one rule found, with its texts: everything a surface needs to show it. Grouped by rule, so by remedy. */
export interface Finding {
  rule: string;
  impact: Impact;
  /** True when nothing is certain: every place is to be looked at by a person. */
  review: boolean;
  /** The platform itself will take these things away: to be saved, never to be purged. */
  fate?: 'vanishes';
  title: string;
  why: string;
  remedy: string;
  /** Guide and section, readable. */
  source: string;
  places: readonly FindingPlace[];
  /** How many more are protected by the same rule without anything to look at: their click is held, and no more. */
  protectedToo?: number;
}
