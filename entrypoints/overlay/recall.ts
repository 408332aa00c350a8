import { audit, type RuleResult } from '@/utils/core/audit';
import type { Context } from '@/utils/core/context';
import type { Facts, User } from '@/utils/core/facts';
import type { PersonRow, PersonVerdict } from '@/utils/core/person';
import type { Rule } from '@/utils/core/rule';
import { peopleOf } from '@/utils/report/people';
import { countByKey, verdictsOf } from '@/utils/report/verdicts';

/** The verdicts on everybody, by row of the list and by person. */
export interface Verdicts {
  byRow: ReadonlyMap<string, PersonVerdict>;
  people: readonly PersonRow[];
  /** Keys that several accounts share: a row that bears one is nobody's for certain. */
  shared: ReadonlySet<string>;
}

/** Judges again only what changed: a screen is judged at each of its changes, a school of thousands is not. */
export interface Recall {
  audit(rules: readonly Rule[], facts: Facts, context: Context): RuleResult[];
  verdicts(results: readonly RuleResult[], users: readonly User[] | undefined): Verdicts;
}

/** Remembers the last judgement of each rule by the very lists it was given: rules are pure. */
export function newRecall(): Recall {
  const judged = new Map<string, { given: readonly unknown[]; result: RuleResult }>();
  let last: { given: readonly unknown[]; verdicts: Verdicts } | undefined;
  return {
    audit: (rules, facts, context) =>
      rules.flatMap((rule) => {
        const { today, role, school, updateAll } = context;
        const lists = [...rule.needs, ...(rule.uses ?? [])].map((name) => facts[name]);
        const given = [...lists, today, role, school?.id, school?.uai, updateAll];
        const before = judged.get(rule.id);
        if (before && isSame(before.given, given)) return before.result;
        const results = audit([rule], facts, context);
        for (const result of results) judged.set(rule.id, { given, result });
        return results;
      }),
    verdicts(results, users) {
      const given = [...results.filter(({ flags }) => flags.some(({ verdict }) => verdict)), users];
      if (!last || !isSame(last.given, given)) {
        const byRow = verdictsOf(results, users);
        const shared = new Set(
          [...countByKey(users ?? [])].filter(([, count]) => count > 1).map(([key]) => key),
        );
        last = { given, verdicts: { byRow, people: peopleOf(byRow), shared } };
      }
      return last.verdicts;
    },
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
