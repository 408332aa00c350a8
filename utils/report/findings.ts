import { compareImpact, type RuleResult } from '@/utils/core/audit';
import type { Finding } from '@/utils/core/finding';
import type { RuleTexts } from '@/utils/core/rule';
import { sourceLabel } from './sources';

/** A list of thousands is made once: results are plain data, and come again as long as nothing changed. */
const made = new WeakMap<RuleResult, Finding>();

/** The findings of an audit, certain ones first, then by impact; rules without a listed flag are left out. */
export function findingsOf(results: readonly RuleResult[], rules: readonly RuleTexts[]): Finding[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const findings = results.flatMap((result) => {
    const rule = byId.get(result.rule);
    const finding = rule && (made.get(result) ?? findingOf(result, rule));
    if (!finding) return [];
    made.set(result, finding);
    return [finding];
  });
  return findings.sort((a, b) => Number(a.review) - Number(b.review) || compareImpact(a.impact, b.impact));
}

function findingOf({ flags, outcome }: RuleResult, rule: RuleTexts): Finding | undefined {
  const listed = flags.filter(({ cardOnly }) => !cardOnly);
  if (listed.length === 0) return undefined;
  const { id, impact, fate, title, why, remedy, source } = rule;
  const places = listed.map(({ at, subject, says, names, review = false }) => ({
    at,
    subject,
    says,
    ...(names && { names }),
    review,
  }));
  places.sort((a, b) => Number(a.review) - Number(b.review));
  const review = outcome === 'review';
  const told = { rule: id, impact, review, title, why, remedy, source: sourceLabel(source), places };
  const protectedToo = flags.filter(({ cardOnly, holds, verdict }) => cardOnly && holds && verdict).length;
  if (protectedToo > 0) return { ...told, ...(fate && { fate }), protectedToo };
  return fate ? { ...told, fate } : told;
}
