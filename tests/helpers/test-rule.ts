import { describe, expect, test } from 'vitest';
import { audit, type RuleResult } from '@/utils/core/audit';
import { type Context, schoolYearOn } from '@/utils/core/context';
import type { Anchor, FactName, Facts, Gathered, PageId } from '@/utils/core/facts';
import type { Action, Flag, Rule, Verdict } from '@/utils/core/rule';
import { pseudonymise, SHIFTS } from '@/utils/report/pseudonymise';
import { SPELT } from '@/utils/report/replay';
import { typographyFaults } from './typography';

/** A flag a case expects: its subject, and when it matters, its sentence and the actions it holds back. */
export interface ExpectedFlag {
  subject: string;
  says?: RegExp;
  holds?: readonly Action[];
  verdict?: Verdict;
}

/** One line of a rule's table. Exactly what is listed must be flagged: nothing less, nothing more. */
export interface RuleCase {
  name: string;
  facts: Facts;
  /** What differs from an ordinary day of November in an Edifice school. */
  context?: Partial<Context>;
  /** Flags of which the rule is sure. */
  flags?: readonly ExpectedFlag[];
  /** Flags that only a person can settle; `[]` alone for a partial list on which nothing was found. */
  reviews?: readonly ExpectedFlag[];
  /** What only the subject's own screen says; it is no obstacle to `passes`. */
  cards?: readonly ExpectedFlag[];
  /** Nothing is listed, on complete lists. */
  passes?: true;
}

/** An ordinary day: no end of year near. Its school year is worked out again when a case changes `today`. */
const ORDINARY_DAY = '2026-11-23';

/** A list of which everything was read. */
export function complete<T>(...items: T[]): Gathered<T> {
  return { items, complete: true };
}

/** A list of which only a part was read. */
export function partial<T>(...items: T[]): Gathered<T> {
  return { items, complete: false };
}

/** Where a line of a screen stands, by the key that the screen shows. */
export function onPage(key: string, page: PageId = 'edifice/groups'): Anchor {
  return { in: 'page', page, key };
}

/**
 * Tests a rule by a table, through `audit` as the product does. Besides the table, every rule must stay silent without
 * its facts, never pass on a partial list, leave its facts untouched, and write good French.
 */
export function testRule(rule: Rule, cases: readonly RuleCase[]): void {
  describe(rule.id, () => {
    for (const one of cases) {
      test(one.name, () => {
        const result = judge(rule, one);
        expect(result.error, `La règle a levé une exception sur « ${one.name} »`).toBeUndefined();
        const listed = result.flags.filter((flag) => !flag.cardOnly);
        compare(
          'flags',
          listed.filter((flag) => !flag.review),
          one.flags ?? [],
        );
        compare(
          'reviews',
          listed.filter((flag) => flag.review),
          one.reviews ?? [],
        );
        compare(
          'cards',
          result.flags.filter((flag) => flag.cardOnly),
          one.cards ?? [],
        );
        expect(result.outcome, `Issue de « ${one.name} »`).toBe(expectedOutcome(one));
        for (const { says, unless = '' } of result.flags)
          expect(typographyFaults(`${says}${unless && ` ${unless}`}`), `${says} ${unless}`).toEqual([]);
      });
    }

    // A dossier for support replays without names: a field that a rule reads and that an alias replaces shows here.
    test('rejouée sur des faits sans noms, chaque issue est la même', () => {
      for (const one of SPELT.includes(rule.id) ? [] : cases)
        for (const years of SHIFTS) {
          const shared = pseudonymise({ facts: one.facts, context: wholeContext(one.context) }, { years });
          const [replayed] = audit([rule], shared.facts, shared.context);
          const seen = (result: RuleResult | undefined) =>
            `${result?.outcome}, ${result?.flags.length} ${result?.error ?? ''}`;
          expect(
            seen(replayed),
            `« ${one.name} », sous pseudonymes et ${years} ans plus tard. Un champ qui ne tient qu’un code de Vigie : utils/report/dossier-fields.ts. Un mot cherché dans un nom : TITLE_WORDS, utils/report/dossier-words.ts. L’orthographe même des noms : SPELT, utils/report/replay.ts.`,
          ).toBe(seen(judge(rule, one)));
        }
    });

    test('la table a un cas signalé et un cas qui passe', () => {
      expect(cases.some((one) => [one.flags, one.reviews, one.cards].some((found) => found?.length))).toBe(
        true,
      );
      expect(cases.some((one) => one.passes)).toBe(true);
    });

    test.each(rule.needs)('sans « %s », la règle ne s’applique pas', (missing) => {
      for (const one of cases) {
        const facts = { ...one.facts, [missing]: undefined };
        expect(judge(rule, { ...one, facts }).outcome, one.name).toBe('inapplicable');
      }
    });

    test.each(rule.needs)('une lecture partielle de « %s » ne vaut jamais conformité', (cut) => {
      for (const one of cases) {
        const list: Gathered<unknown> | undefined = one.facts[cut as FactName];
        const facts = { ...one.facts, [cut]: { ...list, complete: false } } as Facts;
        expect(judge(rule, { ...one, facts }).outcome, one.name).not.toBe('pass');
      }
    });
  });
}

function wholeContext(context: RuleCase['context']): Context {
  const today = context?.today ?? ORDINARY_DAY;
  return { ent: 'edifice', today, schoolYear: schoolYearOn(today), ...context };
}

/** The facts are frozen: a rule that changed them would fail here rather than in the rule after it. */
function judge(rule: Rule, { facts, context }: RuleCase): RuleResult {
  const [result] = audit([rule], freeze(structuredClone(facts)), freeze(wholeContext(context)));
  if (!result) throw new Error('audit n’a rien rendu');
  return result;
}

function expectedOutcome(one: RuleCase): RuleResult['outcome'] {
  if (one.passes) return 'pass';
  if (one.flags?.length) return 'violation';
  if (one.reviews) return 'review';
  throw new Error(`« ${one.name} » n’attend rien : écrire flags, reviews ou passes.`);
}

/** Order does not matter, number does: two flags on one subject are two flags. */
function compare(
  kind: 'flags' | 'reviews' | 'cards',
  found: readonly Flag[],
  expected: readonly ExpectedFlag[],
): void {
  const subjects = (list: readonly { subject: string }[]) => list.map((flag) => flag.subject).sort();
  expect(subjects(found), `${kind} : sujets trouvés (reçu) et attendus`).toEqual(subjects(expected));
  for (const { subject, says, holds, verdict } of expected) {
    const same = found.filter((flag) => flag.subject === subject);
    if (says) expect(same.map((flag) => flag.says).join('\n'), `phrase de « ${subject} »`).toMatch(says);
    if (verdict)
      expect(
        same.map((flag) => flag.verdict),
        `verdict de « ${subject} »`,
      ).toContain(verdict);
    if (holds)
      expect(
        same.flatMap((flag) => flag.holds ?? []),
        `retenues de « ${subject} »`,
      ).toEqual([...holds]);
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
