import { compareImpact, type RuleResult } from '@/utils/core/audit';
import type { Finding } from '@/utils/core/finding';
import type { Rule } from '@/utils/core/rule';
import { sourceLabel } from './sources';

/** The findings of an audit, certain ones first, then by impact; rules without a listed flag are left out. */
export function findingsOf(results: readonly RuleResult[], rules: readonly Rule[]): Finding[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const findings: Finding[] = [];
  for (const { rule: id, flags, outcome } of results) {
    const rule = byId.get(id);
    const listed = flags.filter(({ cardOnly }) => !cardOnly);
    if (!rule || listed.length === 0) continue;
    const { impact, title, why, remedy, source } = rule;
    const places = listed.map(({ at, subject, says, review = false }) => ({ at, subject, says, review }));
    places.sort((a, b) => Number(a.review) - Number(b.review));
    const review = outcome === 'review';
    findings.push({ rule: id, impact, review, title, why, remedy, source: sourceLabel(source), places });
  }
  return findings.sort((a, b) => Number(a.review) - Number(b.review) || compareImpact(a.impact, b.impact));
}
