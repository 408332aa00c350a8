import type { QuestionedPerson } from './matching/standings';
import type { Standing } from './matching/who-is-here';

/** Asks who of these is in the reference list: the files carried as `upload`, those given before, or the kept export. */
export interface ReferenceRequest {
  host: string;
  upload?: { name: string; files: number };
  people: readonly QuestionedPerson[];
}

/** The answer; every text is French and names nobody. */
export type ReferenceAnswer =
  | { kind: 'none'; problems: readonly string[] }
  | {
      kind: 'done';
      /** The files, and since when they are kept. */
      list: string;
      /** In the order asked. */
      standings: readonly Standing[];
      problems: readonly string[];
    };

/** People whom a list of the ENT itself shows this year: they are here. */
export interface SeenPeople {
  host: string;
  names: readonly string[];
}
