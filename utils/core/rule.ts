import type { Context } from './context';
import type { Anchor, FactName, FactsWith } from './facts';

/**
 * Harm to the school. `critical`: accounts or data lost or doubled, and the admin cannot undo it.
 * `serious`: the wrong people keep or lose access. `minor`: good practice.
 */
export type Impact = 'critical' | 'serious' | 'minor';

/** What a person can do on a screen that cannot be undone; adapters say which control does which. */
export type Action =
  | 'delete-group'
  | 'detach-user'
  | 'delete-user'
  | 'predelete-user'
  | 'import-with-predeletion'
  | 'import-with-transition'
  | 'import-file'
  | 'delete-courses'
  | 'archive-courses'
  | 'change-hierarchy'
  | 'move-hierarchy';

/**
 * What a flag advises about the person it concerns. `purge`: an account of ours to delete. `nothing`: it looks wrong and
 * settles itself.
 */
export type Verdict = 'detach' | 'never-detach' | 'purge' | 'check' | 'nothing';

/** One thing found. `says` never holds a person's name: names only stand in `subject`, which is never stored. */
export interface Flag {
  at: Anchor;
  /** The thing or person concerned, as the screen names it. */
  subject: string;
  /** One French sentence. */
  says: string;
  /** Who is concerned in a group, « NOM Prénom »: shown where it was read, never stored, like `subject`. */
  names?: readonly string[];
  /** True when only a person can tell. */
  review?: boolean;
  /** Other places where the same finding shows, to be marked too. */
  also?: readonly Anchor[];
  /** Actions on this subject that must be held back and confirmed. */
  holds?: readonly Action[];
  /** What to do about the person; flags without it say nothing about keeping or removing an account. */
  verdict?: Verdict;
  /** The harm to this very subject, in one sentence, where the rule's own speaks of others. */
  why?: string;
  /** One French sentence: what would change the verdict. */
  unless?: string;
  /** Only worth saying on the subject's own screen: not listed, not marked, not counted, and no obstacle to a pass. */
  cardOnly?: boolean;
}

/** Where a rule comes from: the guide (`004`) and its section, as the person can find it. */
export interface Source {
  guide: '000' | '001' | '002' | '003' | '004' | 'entcore' | 'index-education';
  section: string;
}

/** A rule as its file declares it: `needs` must be there, `uses` may be. */
export interface RuleDefinition<Needed extends FactName, Optional extends FactName = never> {
  /** A failing noun, and the name of the rule's file: `changed-sync-key`. */
  id: string;
  impact: Impact;
  /** The failing state, in French. */
  title: string;
  /** The same of one subject, for a click that is held. */
  titleOfOne?: string;
  /** The harm, in one sentence. */
  why: string;
  /** The clicks, in the ENT's own words. */
  remedy: string;
  source: Source;
  /**
   * `vanishes`: the platform itself takes the thing away, and the remedy is to save it. The opposite of what is to be
   * purged: never shown with the same word, colour or shape.
   */
  fate?: 'vanishes';
  needs: readonly Needed[];
  uses?: readonly Optional[];
  check(facts: FactsWith<Needed, Optional>, context: Context): Iterable<Flag>;
}

/** A rule once its own facts are forgotten by the compiler: what registries and the audit handle. */
export type Rule = RuleDefinition<FactName, FactName>;

/** What a finding is said with. */
export type RuleTexts = Pick<
  Rule,
  'id' | 'impact' | 'fate' | 'title' | 'titleOfOne' | 'why' | 'remedy' | 'source'
>;

/** Declares a rule; the compiler refuses a `check` that reads a fact that is neither needed nor used. */
export function defineRule<Needed extends FactName, Optional extends FactName = never>(
  rule: RuleDefinition<Needed, Optional>,
): Rule {
  return rule as unknown as Rule;
}
