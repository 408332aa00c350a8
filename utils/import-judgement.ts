import { audit, type RuleResult } from './core/audit';
import { contextOn } from './core/context';
import type { Facts } from './core/facts';
import type { RosterPlatform } from './core/roster-facts';
import type { RuleTexts } from './core/rule';
import { USER_FILE_RULES } from './rules/lists/user-files';

/** What the rules say of the files of an import screen, for both states of the box that deletes. */
export interface JudgedImport {
  removing: readonly RuleResult[];
  keeping: readonly RuleResult[];
  rules: readonly RuleTexts[];
}

/** The screen tells by itself, while it waits, which of its files is not controlled. */
const { 'uncontrolled-file': _waiting, ...JUDGED_RULES } = USER_FILE_RULES;
const RULES = Object.values(JUDGED_RULES);

/** Judges files where they were read: a page of the ENT need not hold the rules of files that it seldom sees. */
export function judgeImport(facts: Facts, ent: RosterPlatform, now: Date): JudgedImport {
  const judge = (updateAll: boolean) => audit(RULES, facts, contextOn(now, { ent, updateAll }));
  return {
    removing: judge(true),
    keeping: judge(false),
    rules: RULES.map(({ id, impact, title, why, remedy, source }) => ({
      id,
      impact,
      title,
      why,
      remedy,
      source,
    })),
  };
}
