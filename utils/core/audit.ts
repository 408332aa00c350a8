import type { Context } from './context';
import type { FactName, Facts, FactsWith, Gathered } from './facts';
import type { Flag, Impact, Rule } from './rule';

/**
 * `violation`: something is wrong. `review`: only a person can tell, or the list was incomplete.
 * `pass`: everything was read and nothing is wrong. `inapplicable`: the facts were not there.
 * `error`: the rule itself failed; the others are not affected.
 */
export type Outcome = 'violation' | 'review' | 'pass' | 'inapplicable' | 'error';

/** What one rule found. Plain data. */
export interface RuleResult {
  rule: string;
  outcome: Outcome;
  flags: readonly Flag[];
  /** How the facts were read, worst list first: kept with the result so that a pass can be proven. */
  complete: boolean;
  /** The message of the exception, for `error` only. */
  error?: string;
}

/** Judges facts by rules, each for itself. Pure: same facts and context, same results, in the order of `rules`. */
export function audit(rules: readonly Rule[], facts: Facts, context: Context): RuleResult[] {
  return rules.map((rule) => judge(rule, facts, context));
}

function judge(rule: Rule, facts: Facts, context: Context): RuleResult {
  if (!hasAll(facts, rule.needs))
    return { rule: rule.id, outcome: 'inapplicable', flags: [], complete: false };
  const complete = rule.needs.every((name) => (facts[name] as Gathered<unknown>).complete);
  try {
    const flags = [...rule.check(facts as FactsWith<FactName, FactName>, context)];
    return { rule: rule.id, outcome: outcomeOf(flags, complete), flags, complete };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { rule: rule.id, outcome: 'error', flags: [], complete, error: message };
  }
}

function hasAll(facts: Facts, names: readonly FactName[]): boolean {
  return names.every((name) => facts[name] !== undefined);
}

/** A partial list never passes: its silence proves nothing. */
function outcomeOf(flags: readonly Flag[], complete: boolean): Outcome {
  const listed = flags.filter(({ cardOnly }) => !cardOnly);
  if (listed.some((flag) => !flag.review)) return 'violation';
  return listed.length > 0 || !complete ? 'review' : 'pass';
}

const IMPACT_ORDER: Record<Impact, number> = { critical: 0, serious: 1, minor: 2 };

/** Sorts impacts worst first. */
export function compareImpact(a: Impact, b: Impact): number {
  return IMPACT_ORDER[a] - IMPACT_ORDER[b];
}
