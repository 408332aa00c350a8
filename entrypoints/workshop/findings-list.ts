import { anchorKey, type FactName, type Facts } from '@/utils/core/facts';
import type { Finding } from '@/utils/core/finding';
import type { CellEdit, DifferenceFragment, RosterRole } from '@/utils/core/roster-facts';
import type { Rule } from '@/utils/core/rule';
import { rulesOfThings } from '@/utils/core/things';
import { FIELD_NAMES, type Field } from '@/utils/files/fields';
import { fold } from '@/utils/matching/fold';
import type { Filters, ListedFinding, ListedPair, ListedRow } from './protocol';

/** How many rows of a finding are shown at first, and added at each « Afficher plus ». */
export const PAGE = 10;

/** The parts of a roster fact that a row can show, whichever fact it is. */
interface Details {
  person?: string;
  profile?: RosterRole;
  className?: string;
  changes?: readonly CellEdit[];
  difference?: readonly DifferenceFragment[];
  reasons?: readonly string[];
  pair?: string;
  field?: string;
}

/** Findings whose rows carry what the facts behind them know: one pass over the facts, not one a row. */
export function detailedFindings(
  findings: readonly Finding[],
  rules: readonly Rule[],
  facts: Facts,
  pairs: readonly ListedPair[],
): ListedFinding[] {
  const things = rulesOfThings(rules);
  const pairOf = new Map(pairs.map((pair) => [pair.id, pair]));
  return findings.map(({ places, ...finding }) => {
    const names = rules.find(({ id }) => id === finding.rule)?.needs ?? [];
    const details = indexDetails(facts, names);
    const rows = places.map(({ at, subject, says, review }, index): ListedRow => {
      const known = details.get(anchorKey(at));
      const pair = known?.pair === undefined ? undefined : pairOf.get(known.pair);
      const changes = known ? changesOf(known, names) : [];
      return {
        id: `${finding.rule} ${index}`,
        at,
        // What changed is drawn below the name: the rule's own subject would write it a second time.
        subject: changes.length > 0 ? (known?.person ?? subject) : subject,
        says,
        review,
        ...(known?.profile ? { profile: known.profile } : {}),
        ...(known?.className ? { className: known.className } : {}),
        changes,
        reasons: known?.reasons ?? [],
        ...(pair ? { pair } : {}),
      };
    });
    // A list that was cut still knows how long it was.
    const total = Math.max(
      rows.length,
      ...names.map((name) => (facts[name]?.complete === false ? (facts[name]?.read?.total ?? 0) : 0)),
    );
    return {
      ...finding,
      ...(things.has(finding.rule) && { things: true }),
      total,
      matching: rows.length,
      rows,
    };
  });
}

function indexDetails(facts: Facts, names: readonly FactName[]): Map<string, Details> {
  const index = new Map<string, Details>();
  for (const name of names)
    for (const item of facts[name]?.items ?? []) index.set(anchorKey(item.at), item as Details);
  return index;
}

function changesOf(details: Details, names: readonly FactName[]): ListedRow['changes'] {
  if (details.changes)
    return details.changes.map(({ field, difference }) => ({ label: FIELD_NAMES[field], difference }));
  if (!details.difference) return [];
  const field = (details.field ?? (names.includes('usernameEdits') ? 'username' : 'key')) as Field;
  return [{ label: FIELD_NAMES[field], difference: details.difference }];
}

/** True when only some of the rows are wanted. */
export function isFiltering({ text, profile, verdict, className }: Filters): boolean {
  return fold(text).trim() !== '' || profile !== '' || verdict !== '' || className !== '';
}

/**
 * The rows that pass the filters, as many of each finding as its limit says. Findings left empty stay, with their total.
 * `canGrow`: rows that are not among those given can still be asked for.
 */
export function filterFindings(
  findings: readonly ListedFinding[],
  filters: Filters,
  limits: Readonly<Record<string, number>>,
  canGrow = false,
): ListedFinding[] {
  const words = fold(filters.text).split(' ').filter(Boolean);
  const whole = canGrow && !isFiltering(filters);
  return findings.map((finding) => {
    const rows = finding.rows.filter((row) => passes(row, filters, words));
    const matching = whole ? finding.total : rows.length;
    return { ...finding, matching, rows: rows.slice(0, limits[finding.rule] ?? PAGE) };
  });
}

function passes(row: ListedRow, { profile, verdict, className }: Filters, words: readonly string[]): boolean {
  if (profile !== '' && row.profile !== profile) return false;
  if (className !== '' && row.className !== className) return false;
  if (verdict === 'certain' && row.review) return false;
  if (verdict === 'review' && !row.review) return false;
  if (verdict === 'undecided' && (!row.pair || row.pair.decided)) return false;
  if (verdict === 'decided' && !row.pair?.decided) return false;
  if (words.length === 0) return true;
  const text = fold(`${row.subject} ${row.says} ${row.className ?? ''}`);
  return words.every((word) => text.includes(word));
}
