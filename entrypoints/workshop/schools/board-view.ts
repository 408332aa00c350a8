import { GRADE_WORDS } from '@/components/impact-icon';
import type {
  BoardFilters,
  Choice,
  RuleCell,
  RuleColumn,
  SchoolRow,
} from '@/components/workshop/schools/view';
import { dayAndMonth } from '@/utils/checklists/calendar';
import { byImpact, type Card, compareRisk, type Risk, riskOf, trendOf, worstOf } from '@/utils/core/fiche';
import { isProof, isProved } from '@/utils/core/proof';
import type { Rule } from '@/utils/core/rule';
import { portalName } from '@/utils/ents/hosts';
import { norm } from '@/utils/reading/labels';
import type { BoardLine } from '@/utils/report/board-csv';
import { plural } from '../names';
import { type BoardCard, cardsOfLine, placeText } from './join-cards';
import type { Phases } from './load-phases';
import { lateSteps } from './phase-view';

/** Days after which what was seen of a school is said with a sign: a week, in a season where a feed runs every night. */
const STALE_DAYS = 7;
const DAY_MS = 86_400_000;

export const NO_FILTERS: BoardFilters = {
  text: '',
  ent: '',
  state: '',
  unseen: '',
  phase: '',
  sort: 'risk',
  by: 'summary',
};

/** A card with what is worked out of it once, however often the board is sorted and filtered. */
export interface WeighedCard {
  card: BoardCard;
  risk: Risk;
  proved: boolean;
  plain: string;
  days: number;
}

/** Cards come page by page, and those that were there are still the same. */
const weighed = new WeakMap<BoardCard, WeighedCard>();

/** Weighs the cards of the board. `now` is an ISO instant; the rules and the day of a page stay what they are. */
export function weigh(
  cards: readonly BoardCard[],
  rules: ReadonlyMap<string, Rule>,
  now: string,
): WeighedCard[] {
  return cards.map((card) => {
    const days = Math.max(0, Math.floor((Date.parse(now) - Date.parse(card.at)) / DAY_MS));
    const known = weighed.get(card);
    if (known?.days === days) return known;
    const fresh = {
      card,
      risk: riskOf(card.rules, (id) => rules.get(id)?.impact),
      proved: !card.partial && isProved(Object.values(card.rules), Object.keys(card.failed ?? {}).length),
      plain: norm(
        `${card.name} ${card.uai ?? ''} ${portalName(card.host)}${card.others ? placeText(card) : ''}`,
      ),
      days,
    };
    weighed.set(card, fresh);
    return fresh;
  });
}

/** Those that the filters leave, in the order asked. */
export function chosen(
  cards: readonly WeighedCard[],
  filters: BoardFilters,
  phases: Phases = new Map(),
): WeighedCard[] {
  const words = norm(filters.text).split(' ').filter(Boolean);
  const kept = cards.filter(
    ({ card, risk, proved, plain, days }) =>
      words.every((word) => plain.includes(word)) &&
      (filters.ent === '' || cardsOfLine(card).some(({ host }) => host === filters.ent)) &&
      (filters.state === '' || worstOf(risk, proved) === filters.state) &&
      (filters.unseen === '' || days >= Number(filters.unseen)) &&
      (filters.phase === '' || phaseKind(phases.get(card.school)) === filters.phase),
  );
  const byName = (a: WeighedCard, b: WeighedCard) => (a.plain < b.plain ? -1 : a.plain > b.plain ? 1 : 0);
  const late = ({ card }: WeighedCard) => lateSteps(phases.get(card.school));
  const order = {
    risk: (a: WeighedCard, b: WeighedCard) => compareRisk(a.risk, b.risk) || byName(a, b),
    name: byName,
    age: (a: WeighedCard, b: WeighedCard) => b.days - a.days || byName(a, b),
    late: (a: WeighedCard, b: WeighedCard) =>
      late(b) - late(a) || compareRisk(a.risk, b.risk) || byName(a, b),
  };
  return kept.sort(order[filters.sort]);
}

function phaseKind(phases: Parameters<typeof lateSteps>[0]): BoardFilters['phase'] {
  if (!phases) return 'none';
  return lateSteps(phases) > 0 ? 'late' : 'other';
}

/** The columns of the table by rule, worst harm first: a rule that found nothing anywhere has none. */
export function columnsOf(cards: readonly WeighedCard[], rules: readonly Rule[]): RuleColumn[] {
  const spoken = new Set<string>();
  for (const { card } of cards)
    for (const { rule, violations, reviews } of Object.values(card.rules))
      if (violations + reviews > 0) spoken.add(rule);
  return byImpact(rules)
    .filter(({ id }) => spoken.has(id))
    .map(({ id, title }) => ({ id, title }));
}

/** Made once: five hundred schools have thirty thousand cells, and are sorted and filtered at each key typed. */
const rows = new WeakMap<WeighedCard, SchoolRow>();

/** One line of the board. */
export function rowOf(weighed: WeighedCard, rules: ReadonlyMap<string, Rule>): SchoolRow {
  const known = rows.get(weighed);
  if (known) return known;
  const row = newRow(weighed, rules);
  rows.set(weighed, row);
  return row;
}

function newRow({ card, risk, proved, days }: WeighedCard, rules: ReadonlyMap<string, Rule>): SchoolRow {
  const { school: key, name, uai } = card;
  const trend = trendText(card);
  // Only the rows in sight of the table by rule are asked for theirs.
  let cells: SchoolRow['cells'] | undefined;
  return {
    key,
    name,
    about: [uai, placeText(card)].filter(Boolean).join(' · '),
    grade: worstOf(risk, proved),
    ...risk,
    seen: seenText(days),
    stale: days >= STALE_DAYS,
    ...(trend && { trend }),
    get cells() {
      cells ??= Object.fromEntries(
        Object.values(card.rules).map((one) => [
          one.rule,
          cellOf(one, rules.get(one.rule)?.impact ?? 'minor', card.failed),
        ]),
      );
      return cells;
    },
  };
}

function cellOf(standing: Card['rules'][string], impact: Rule['impact'], failed: Card['failed']): RuleCell {
  const { rule, violations, reviews } = standing;
  if (violations > 0)
    return { grade: impact, count: violations, says: plural(violations, 'constat', 'constats') };
  if (reviews > 0) return { grade: 'review', count: reviews, says: `${reviews} à vérifier` };
  if (failed?.[rule] !== undefined) return { grade: 'unproved', count: 0, says: 'la règle a échoué' };
  if (isProof(standing)) return { grade: 'pass', count: 0, says: 'rien à signaler' };
  return { grade: 'unproved', count: 0, says: 'lecture partielle\u00A0: rien n’est conclu' };
}

/** « vue aujourd’hui », « vue il y a 12 jours ». */
export function seenText(days: number): string {
  if (days === 0) return 'vue aujourd’hui';
  return days === 1 ? 'vue hier' : `vue il y a ${days} jours`;
}

function trendText(card: Card): SchoolRow['trend'] {
  const trend = trendOf(card);
  if (!trend) return undefined;
  const since = `depuis le ${dayAndMonth(trend.since)}`;
  const change = trend.violations || trend.reviews;
  if (change === 0) return { text: 'inchangé', since, better: true };
  const what = trend.violations === 0 ? 'à vérifier ' : '';
  return {
    text: `${Math.abs(change)} ${what}de ${change < 0 ? 'moins' : 'plus'}`,
    since,
    better: change < 0,
  };
}

/** « 34 établissements, 6 avec un risque critique ». */
export function summaryOf(all: readonly WeighedCard[], kept: readonly WeighedCard[]): string {
  const critical = kept.filter(({ risk }) => risk.critical > 0).length;
  const listed =
    kept.length === all.length
      ? plural(kept.length, 'établissement', 'établissements')
      : `${plural(kept.length, 'établissement')} sur ${all.length}`;
  return critical > 0 ? `${listed}, dont ${critical} avec un risque critique` : listed;
}

/** The portals that some school is on. */
export function entsOf(cards: readonly WeighedCard[]): Choice[] {
  const hosts = new Set(cards.flatMap(({ card }) => cardsOfLine(card).map(({ host }) => host)));
  const named = [...hosts].map((host) => ({ value: host, label: portalName(host) }));
  // Every département has an itslearning of its own.
  const shared = (label: string) => named.filter((one) => one.label === label).length > 1;
  return named
    .map(({ value, label }) => ({ value, label: shared(label) ? `${label} (${value})` : label }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** « 0590001B : Collège du Lac (itslearning), Collège du Lac (ENT Hauts-de-France) », for each UAI that several bear. */
export function sharedUais(cards: readonly WeighedCard[]): string[] {
  const bearing = new Map<string, BoardCard[]>();
  for (const { card } of cards) {
    if (card.uai === undefined) continue;
    const known = bearing.get(card.uai);
    if (known) known.push(card);
    else bearing.set(card.uai, [card]);
  }
  return [...bearing]
    .filter(([, schools]) => schools.length > 1)
    .map(([uai, schools]) => {
      const named = schools.map((card) => `${card.name} (${placeText(card)})`);
      return `${uai}\u00A0: ${named.join(', ')}`;
    });
}

/** The board as it is written in a file; steps only once they are worked out. */
export function linesOf(cards: readonly WeighedCard[], phases: Phases | undefined): BoardLine[] {
  return cards.map(({ card, risk, proved }) => {
    const followed = phases?.get(card.school);
    return {
      name: card.name,
      uai: card.uai ?? '',
      portal: placeText(card),
      worst: GRADE_WORDS[worstOf(risk, proved)],
      ...risk,
      ...(followed && { lateSteps: lateSteps(followed) }),
      at: card.at,
      rules: card.rules,
    };
  });
}
