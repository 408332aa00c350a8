import { audit, type RuleResult } from '@/utils/core/audit';
import type { Breathe } from '@/utils/core/breathe';
import type { Context } from '@/utils/core/context';
import type { Facts, User } from '@/utils/core/facts';
import type { PersonRow, PersonVerdict } from '@/utils/core/person';
import type { Rule } from '@/utils/core/rule';
import { findingsOf } from '@/utils/report/findings';
import { tellApart } from '@/utils/report/namesakes';
import { peopleOf } from '@/utils/report/people';
import { countByKey, verdictsOf } from '@/utils/report/verdicts';

/** The verdicts on everybody, by row of the list and by person. */
export interface Verdicts {
  readonly byRow: ReadonlyMap<string, PersonVerdict>;
  readonly people: readonly PersonRow[];
  /** What tells namesakes apart, by the address of their screens. */
  readonly apart: ReadonlyMap<string, string>;
  /** Keys that several accounts share: a row that bears one is nobody's for certain. */
  readonly shared: ReadonlySet<string>;
}

/** Judges again only what changed: a screen is judged at each of its changes, a school of thousands is not. */
export interface Recall {
  audit(rules: readonly Rule[], facts: Facts, context: Context): RuleResult[];
  verdicts(results: readonly RuleResult[], users: readonly User[] | undefined): Verdicts;
  /** Judges a school just read, and lets the page breathe between rules; the next audit of it is then only a recall. */
  prepare(rules: readonly Rule[], facts: Facts, context: Context, breathe: Breathe): Promise<RuleResult[]>;
}

/** A school and one look at a screen: what is judged of the one must not chase away the other. */
const KEPT = 2;

interface Judged {
  given: readonly unknown[];
  result: RuleResult;
}

/** Remembers the last judgements of each rule by the very lists it was given: rules are pure. */
export function newRecall(): Recall {
  const judged = new Map<string, readonly Judged[]>();
  let last: { given: readonly unknown[]; verdicts: Verdicts } | undefined;
  const judge = (rule: Rule, facts: Facts, context: Context): RuleResult[] => {
    const { today, role, school, updateAll, milestones } = context;
    const lists = [...rule.needs, ...(rule.uses ?? [])].map((name) => facts[name]);
    const given = [...lists, today, role, school?.id, school?.uai, updateAll, milestones];
    const known = judged.get(rule.id) ?? [];
    const before = known.find((one) => isSame(one.given, given));
    const result = before?.result ?? audit([rule], facts, context)[0];
    if (!result) return [];
    const others = known.filter((one) => one !== before).slice(0, KEPT - 1);
    judged.set(rule.id, [before ?? { given, result }, ...others]);
    return [result];
  };
  const recall: Recall = {
    audit: (rules, facts, context) => rules.flatMap((rule) => judge(rule, facts, context)),
    verdicts(results, users) {
      const given = [...results.filter(({ flags }) => flags.some(({ verdict }) => verdict)), users];
      if (!last || !isSame(last.given, given)) last = { given, verdicts: lazyVerdicts(results, users) };
      return last.verdicts;
    },
    async prepare(rules, facts, context, breathe) {
      const results: RuleResult[] = [];
      for (const rule of rules) {
        results.push(...judge(rule, facts, context));
        await breathe();
      }
      const verdicts = recall.verdicts(results, facts.users?.items);
      for (const part of ['byRow', 'apart', 'people', 'shared'] as const) {
        void verdicts[part];
        await breathe();
      }
      for (const result of results) {
        findingsOf([result], rules);
        await breathe();
      }
      return results;
    },
  };
  return recall;
}

/** Each part is worked out when it is first asked for. */
function lazyVerdicts(results: readonly RuleResult[], users: readonly User[] = []): Verdicts {
  const byRow = once(() => verdictsOf(results, users));
  const apart = once(() => tellApart(users));
  const people = once(() => peopleOf(byRow(), apart()));
  const shared = once(
    () => new Set([...countByKey(users)].filter(([, count]) => count > 1).map(([key]) => key)),
  );
  return {
    get byRow() {
      return byRow();
    },
    get people() {
      return people();
    },
    get apart() {
      return apart();
    },
    get shared() {
      return shared();
    },
  };
}

function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
