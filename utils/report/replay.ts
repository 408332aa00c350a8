import { audit, type Outcome, type RuleResult } from '@/utils/core/audit';
import type { Flag, Rule } from '@/utils/core/rule';
import type { Dossier } from './dossier';

/**
 * Rules whose conclusions hang on how names are spelt, which a dossier doesn't tell: two subjects of which one abbreviates
 * the other are two aliases like any others. Replayed, they may say less than they said.
 */
export const SPELT: readonly string[] = ['duplicate-course'];

/** One rule of a dossier: what it concluded there, and what it concludes here of the same facts. */
export interface ReplayedRule {
  rule: string;
  title: string;
  was?: Outcome;
  /** Absent when this version doesn't have the rule. */
  is?: Outcome;
  same: boolean;
  /** French: why nothing, or something else, is concluded here. */
  why?: string;
}

export interface Replayed {
  results: readonly RuleResult[];
  rules: readonly ReplayedRule[];
}

/** Judges the facts of a dossier with the rules of this version. Never throws: a rule that does is told as such. */
export function replayDossier({ outcomes, off, replay }: Dossier, rules: readonly Rule[]): Replayed {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const had = new Map(outcomes.map((one) => [one.rule, one]));
  const known = [...new Set([...outcomes.map(({ rule }) => rule), ...off])];
  if (!replay) {
    const told = known.map((id) => ({ ...titled(id, byId), ...wasOf(id, had), same: true }));
    return { results: [], rules: told };
  }
  // Those that were not among the rules of that screen would say something that nobody saw there.
  const results = audit(
    rules.filter(({ id }) => had.has(id)),
    replay.facts,
    replay.context,
  ).map(sound);
  const now = new Map(results.map((result) => [result.rule, result]));
  const told = known.map((id): ReplayedRule => {
    const is = now.get(id)?.outcome;
    const was = had.get(id)?.outcome;
    const why = reason(id, { was, is, isKnown: byId.has(id), isOff: off.includes(id) });
    return {
      ...titled(id, byId),
      ...wasOf(id, had),
      ...(is !== undefined && { is }),
      same: was === is,
      ...(why !== undefined && { why }),
    };
  });
  return { results, rules: told };
}

function titled(id: string, byId: ReadonlyMap<string, Rule>): { rule: string; title: string } {
  return { rule: id, title: byId.get(id)?.title ?? id };
}

function wasOf(id: string, had: ReadonlyMap<string, { outcome: Outcome }>): { was?: Outcome } {
  const outcome = had.get(id)?.outcome;
  return outcome === undefined ? {} : { was: outcome };
}

interface Situation {
  was: Outcome | undefined;
  is: Outcome | undefined;
  isKnown: boolean;
  isOff: boolean;
}

function reason(id: string, { was, is, isKnown, isOff }: Situation): string | undefined {
  if (isOff) return 'Éteint sur le poste d’où vient le dossier.';
  if (!isKnown) return 'Cette version de Vigie ne connaît pas ce contrôle.';
  if (was === is) return undefined;
  if (is === 'inapplicable') return 'Jugé hors de l’écran\u00A0: ses faits ne sont pas dans le dossier.';
  if (SPELT.includes(id)) return 'Dépend de l’orthographe des noms, que le dossier ne garde pas.';
  return 'Conclut autre chose ici\u00A0: les versions diffèrent, ou le dossier a été modifié.';
}

/** A file may hold anything: a finding that could not be drawn is a failure of its rule. */
function sound(result: RuleResult): RuleResult {
  if (result.flags.every(isSound)) return result;
  return { ...result, outcome: 'error', flags: [], error: 'Faits mal formés' };
}

function isSound({ at, subject, says, names = [] }: Flag): boolean {
  const isPlace =
    at?.in === 'page'
      ? typeof at.page === 'string' && typeof at.key === 'string'
      : at?.in === 'file' && typeof at.file === 'string';
  return isPlace && [subject, says, ...names].every((text) => typeof text === 'string');
}
