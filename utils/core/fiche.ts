import { compareImpact, type Outcome } from './audit';
import type { EntId, FactName, PageId } from './facts';
import { isPartial } from './proof';
import type { Impact } from './rule';

/** What a reading concluded, per rule: counts only, never a name. */
export interface RuleCount {
  rule: string;
  outcome: Outcome;
  complete: boolean;
  violations: number;
  reviews: number;
}

/** How a school was looked at: through the console's own GETs, by the files given, or by the screen that was read. */
export type ReadBy = 'live' | 'user-files' | 'timetable-file' | PageId;

/** True for a way of reading that this version knows, and for any screen of the three families, learnt ones included. */
export function isReadBy(text: string): text is ReadBy {
  return /^(?:live|user-files|timetable-file|(?:edifice|itslearning|skolengo)\/[a-z0-9-]+)$/.test(text);
}

/** One list that was read, and how much of it. */
export interface ListRead {
  list: FactName;
  shown: number;
  /** How many the screen announces; absent when it doesn't say. */
  total?: number;
  complete: boolean;
}

/**
 * What one control showed of one school, in numbers: it can be handed to a colleague, since it names nobody. Of one day
 * and one way, the first and the latest are kept (`staying`).
 */
export interface Fiche {
  /** Key of the school: family, host and platform id together (`schoolKey`). */
  school: string;
  ent: EntId;
  host: string;
  id: string;
  name: string;
  uai?: string;
  /** Calendar year of the return to school that is prepared or mended (`transitionOn`). */
  transition: number;
  by: ReadBy;
  /** ISO date, the day of the person who read. */
  day: string;
  /** ISO instant. */
  at: string;
  read: readonly ListRead[];
  counts: readonly RuleCount[];
  /** How many of each thing were there, by the words of `figuresOf`: « Comptes Enseignant, AAF1D » → 12. */
  figures: Readonly<Record<string, number>>;
}

/** The last word on one rule for a school, whichever control said it. */
export interface Standing extends RuleCount {
  at: string;
  by: ReadBy;
}

/** Findings by harm, certain ones apart from those that only a person can settle. */
export interface Risk {
  critical: number;
  serious: number;
  minor: number;
  reviews: number;
}

/** One school on the board: the last word on each rule, and how it has gone day by day. */
export interface Card {
  school: string;
  ent: EntId;
  host: string;
  id: string;
  name: string;
  uai?: string;
  transition: number;
  /** ISO instant of the latest control. */
  at: string;
  /** ISO instant of the latest control of the whole school; absent when only screens were read. */
  wholeAt?: string;
  /** True when that control lacked some of the school (`isPartial`): no silence proves anything. */
  partial?: true;
  rules: Readonly<Record<string, Standing>>;
  /** Rules that broke down when they were last tried, with the ISO instant: whatever stands, they prove nothing now. */
  failed?: Readonly<Record<string, string>>;
  /** Totals at the end of each day with a control, oldest first. */
  days: readonly { day: string; violations: number; reviews: number }[];
}

/** Days of history that a card carries: enough for a trend, little enough for five hundred schools. */
const MOST_DAYS = 12;

/** Puts a fiche on the card of its school. Fiches may come in any order: an older word never replaces a newer one. */
export function addToCard(card: Card | undefined, fiche: Fiche): Card {
  const rules = { ...card?.rules };
  for (const count of fiche.counts) {
    const former = rules[count.rule];
    if (speaks(count, former, fiche)) rules[count.rule] = { ...count, at: fiche.at, by: fiche.by };
  }
  const newest = !card || fiche.at >= card.at ? fiche : card;
  const uai = newest.uai ?? fiche.uai ?? card?.uai;
  const wholeAt = fiche.by === 'live' ? latestOf(card?.wholeAt, fiche.at) : card?.wholeAt;
  const partial = fiche.by === 'live' && wholeAt === fiche.at ? isPartial(fiche) : card?.partial;
  const failed = failedAfter(card?.failed, rules, fiche);
  return {
    school: fiche.school,
    ent: fiche.ent,
    host: fiche.host,
    id: fiche.id,
    name: newest.name,
    ...(uai !== undefined && { uai }),
    transition: fiche.transition,
    at: newest.at,
    ...(wholeAt !== undefined && { wholeAt }),
    ...(partial && { partial }),
    rules,
    ...(failed && { failed }),
    days: withDay(card?.days ?? [], fiche, rules),
  };
}

/** Fiches come in any order: a rule that concluded later than it broke down is mended. */
function failedAfter(
  former: Card['failed'],
  rules: Card['rules'],
  { counts, at }: Pick<Fiche, 'counts' | 'at'>,
): Card['failed'] {
  const failed = { ...former };
  for (const { rule, outcome } of counts) {
    const known = failed[rule];
    if (outcome === 'error') {
      if ((rules[rule]?.at ?? '') < at) failed[rule] = latestOf(known, at);
    } else if (outcome !== 'inapplicable' && known !== undefined && known < at) delete failed[rule];
  }
  return Object.keys(failed).length > 0 ? failed : undefined;
}

/**
 * A rule that did not speak, or a partial list that shows no more than what is known, is silence: what was known before
 * stands. So does what a control of the whole school was sure of, where a screen sees as many cases and doubts of them.
 */
function speaks(
  count: RuleCount,
  former: Standing | undefined,
  { at, by }: Pick<Fiche, 'at' | 'by'>,
): boolean {
  if (count.outcome === 'inapplicable' || count.outcome === 'error') return false;
  if (!former) return true;
  if (former.at > at) return false;
  const [now, before] = [count.violations + count.reviews, former.violations + former.reviews];
  if (!count.complete) return now > before;
  const doubts = by !== 'live' && former.by === 'live' && count.violations < former.violations;
  return !(doubts && now >= before);
}

/**
 * One card of a school that was read under several addresses: the last word on each rule, wherever it was said. `latest`
 * names it, and its days are told: those of another address counted other rules.
 */
export function joinedCard([latest, ...others]: readonly [Card, ...Card[]]): Card {
  const rules = { ...latest.rules };
  let { wholeAt, partial, ...rest } = latest;
  for (const other of others) {
    for (const said of Object.values(other.rules)) {
      const known = rules[said.rule];
      // In the order of time, as if one address had said both.
      const [before, after] = known && known.at > said.at ? [said, known] : [known, said];
      rules[said.rule] = before && !speaks(after, before, after) ? before : after;
    }
    if ((other.wholeAt ?? '') > (wholeAt ?? '')) ({ wholeAt, partial } = other);
  }
  let { failed } = latest;
  for (const other of others)
    for (const [rule, at] of Object.entries(other.failed ?? {}))
      if ((rules[rule]?.at ?? '') < at) failed = { ...failed, [rule]: latestOf(failed?.[rule], at) };
  const whole = { ...(wholeAt !== undefined && { wholeAt }), ...(partial && { partial }) };
  return { ...rest, ...whole, rules, ...(failed && { failed }) };
}

/** A day older than the last one known can't be told any more: its totals would mix two moments. */
function withDay(days: Card['days'], { day }: Fiche, rules: Card['rules']): Card['days'] {
  const last = days.at(-1);
  if (last && last.day > day) return days;
  const totals = { day, violations: 0, reviews: 0 };
  for (const { violations, reviews } of Object.values(rules)) {
    totals.violations += violations;
    totals.reviews += reviews;
  }
  return [...days.filter((one) => one.day !== day), totals].slice(-MOST_DAYS);
}

function latestOf(one: string | undefined, other: string): string {
  return one !== undefined && one > other ? one : other;
}

/** What a school risks by the last word on each rule; `impactOf` is undefined for a rule that this version lacks. */
export function riskOf(
  rules: Readonly<Record<string, Standing>>,
  impactOf: (rule: string) => Impact | undefined,
): Risk {
  const risk = { critical: 0, serious: 0, minor: 0, reviews: 0 };
  for (const { rule, violations, reviews } of Object.values(rules)) {
    risk[impactOf(rule) ?? 'minor'] += violations;
    risk.reviews += reviews;
  }
  return risk;
}

/**
 * The worst harm that a school risks; `review` when nothing is certain. When nothing was found: `pass` only where that is
 * proved (`isProved`), else `unproved`.
 */
export function worstOf(
  { critical, serious, minor, reviews }: Risk,
  proved: boolean,
): Impact | 'review' | 'pass' | 'unproved' {
  if (critical > 0) return 'critical';
  if (serious > 0) return 'serious';
  if (minor > 0) return 'minor';
  if (reviews > 0) return 'review';
  return proved ? 'pass' : 'unproved';
}

const WORST_FIRST: readonly (keyof Risk)[] = ['critical', 'serious', 'minor', 'reviews'];

/** Sorts risks worst first: one account lost weighs more than a hundred groups to tidy. */
export function compareRisk(a: Risk, b: Risk): number {
  for (const kind of WORST_FIRST) if (a[kind] !== b[kind]) return b[kind] - a[kind];
  return 0;
}

/** How a school has moved since the control before: fewer findings, more, as many; `undefined` with one day only. */
export function trendOf({ days }: Card): { since: string; violations: number; reviews: number } | undefined {
  const [before, last] = days.slice(-2);
  if (!before || !last) return undefined;
  return {
    since: before.day,
    violations: last.violations - before.violations,
    reviews: last.reviews - before.reviews,
  };
}

/** Rules in the order of harm, for the columns of a table. */
export function byImpact<R extends { id: string; impact: Impact }>(rules: readonly R[]): R[] {
  return [...rules].sort((a, b) => compareImpact(a.impact, b.impact) || (a.id < b.id ? -1 : 1));
}
