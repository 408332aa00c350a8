import type { UserListing } from './core/itslearning-facts';
import type { RosterRole } from './core/roster-facts';
import type { QuestionedPerson } from './matching/standings';
import type { Standing } from './matching/who-is-here';

/** Asks who of these is in the reference list: the files carried as `upload`, those given before, or the kept export. */
export interface ReferenceRequest {
  host: string;
  upload?: { name: string; files: number };
  people: readonly QuestionedPerson[];
  /** The strategy that these people are of, where one alone is open. */
  opened?: OpenedStrategy;
}

/** The people of one strategy, as it was opened in a tab. */
export interface OpenedStrategy {
  strategy: string;
  organisation?: string;
  people: readonly QuestionedPerson[];
  /** True when all of them were on the screen. */
  whole: boolean;
}

/** The answer, with the strategies opened so far in the same tab; every text is French and names nobody. */
export type ReferenceAnswer = { opened: readonly OpenedStrategy[] } & ReferenceFound;

export type ReferenceFound =
  | { kind: 'none'; problems: readonly string[] }
  | {
      kind: 'done';
      /** The files, and since when they are kept. */
      list: string;
      /** In the order asked. */
      standings: readonly Standing[];
      problems: readonly string[];
    };

/** Somebody whom a list of the ENT shows. */
export interface SeenPerson {
  name: string;
  role?: RosterRole;
  organisation?: string;
}

/** People whom a list of the ENT itself shows this year. */
export interface SeenPeople {
  host: string;
  people: readonly SeenPerson[];
  /** The part of the list of accounts that they are; absent for lists that only tell who is here, never who isn’t. */
  listing?: Omit<UserListing, 'at'>;
}

/** How much of the list of accounts was read in this tab. */
export interface SeenSoFar {
  read: number;
  total?: number;
  /** The only profile that the list was asked for. */
  role?: RosterRole;
  /** True once it was read to its end, and nothing narrows it. */
  whole: boolean;
}
