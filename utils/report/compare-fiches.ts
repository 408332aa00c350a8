import type { Fiche, RuleCount } from '@/utils/core/fiche';

/** How one rule, or one number, went from a control to a later one. */
export type Change = 'appeared' | 'gone' | 'more' | 'fewer' | 'same';

/** One rule in two controls; a side that is absent did not speak of it. */
export interface RuleChange {
  rule: string;
  change: Change | 'unread';
  before?: RuleCount;
  after?: RuleCount;
}

/** One number in two controls; a side that is absent was not read whole. */
export interface FigureChange {
  label: string;
  change: Change | 'unread';
  before?: number;
  after?: number;
}

/** What changed in a school between two controls. */
export interface Comparison {
  rules: RuleChange[];
  figures: FigureChange[];
}

/**
 * Compares two controls of one school. Nothing is said of what only one of them read: a rule that is silent has not
 * passed. Pure.
 */
export function compareFiches(before: Fiche, after: Fiche): Comparison {
  const [was, is] = [byRule(before), byRule(after)];
  const rules = [...new Set([...was.keys(), ...is.keys()])].map((rule) =>
    ruleChange(rule, was.get(rule), is.get(rule)),
  );
  const labels = [...new Set([...Object.keys(before.figures), ...Object.keys(after.figures)])];
  const figures = labels.map((label) =>
    figureChange(label, before.figures[label], after.figures[label], before, after),
  );
  return { rules, figures };
}

function byRule({ counts }: Fiche): Map<string, RuleCount> {
  return new Map(counts.map((count) => [count.rule, count]));
}

function ruleChange(rule: string, before: RuleCount | undefined, after: RuleCount | undefined): RuleChange {
  const sides = { ...(before && { before }), ...(after && { after }) };
  if (!before || !after || isSilent(before) || isSilent(after)) return { rule, change: 'unread', ...sides };
  const [from, to] = [total(before), total(after)];
  // A part of a list shows at least as many: that there are fewer now, or were fewer then, may only be what was not read.
  if ((to < from && !after.complete) || (to > from && !before.complete))
    return { rule, change: 'unread', ...sides };
  return { rule, change: changeOf(from, to), ...sides };
}

/** A partial list that shows nothing proves nothing, and neither does a rule that failed. */
function isSilent(count: RuleCount): boolean {
  return count.outcome === 'error' || (!count.complete && total(count) === 0);
}

function total({ violations, reviews }: RuleCount): number {
  return violations + reviews;
}

/** Where a list was read whole, a label that is not there counts none: « Comptes Invité » appears with its first. */
function figureChange(
  label: string,
  was: number | undefined,
  is: number | undefined,
  before: Fiche,
  after: Fiche,
): FigureChange {
  const [from, to] = [was ?? noneOf(label, before), is ?? noneOf(label, after)];
  const sides = { ...(from !== undefined && { before: from }), ...(to !== undefined && { after: to }) };
  if (from === undefined || to === undefined) return { label, change: 'unread', ...sides };
  return { label, change: changeOf(from, to), ...sides };
}

/** Labels that begin with the same word count one list, split: when one is there, the list was read whole. */
function noneOf(label: string, { figures }: Fiche): 0 | undefined {
  const [list] = label.split(' ');
  const split = label.includes(',') || label.startsWith('Comptes');
  return split && Object.keys(figures).some((one) => one.startsWith(`${list} `)) ? 0 : undefined;
}

function changeOf(before: number, after: number): Change {
  if (before === after) return 'same';
  if (before === 0) return 'appeared';
  if (after === 0) return 'gone';
  return after > before ? 'more' : 'fewer';
}
