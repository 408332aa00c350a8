import type { Hold } from '@/components/overlay/hold-dialog';
import { compareImpact, type RuleResult } from '@/utils/core/audit';
import type { Action, Flag, RuleTexts } from '@/utils/core/rule';
import type { Irreversible } from '@/utils/ents/page';
import { ACTION_WORDS } from '@/utils/report/action-words';
import { sourceLabel } from '@/utils/report/sources';

/** How long the person's own next click is let through, in ms. */
export const PASS_MS = 30_000;

/** What holding back needs of the overlay. */
export interface HoldOptions {
  /** A fresh judgement of the screen as it stands: a stale one could protect the wrong person. */
  judge(): readonly RuleResult[];
  rules: ReadonlyMap<string, RuleTexts>;
  /** `giveFocusBack` puts the keyboard where it was, so that the person can start again. */
  held(hold: Hold, allow: () => void, giveFocusBack: () => void, action: Action): void;
  now(): number;
  /** What the person decided against it, on this computer. */
  decided?(irreversible: Irreversible): Hold | undefined;
  /** True for actions whose clicks somebody chose not to have held. */
  passes?(action: Action): boolean;
  /** An irreversible click goes through to the page. */
  passed?(irreversible: Irreversible): void;
}

interface HoldClicksOptions extends HoldOptions {
  /** What a click would do on the screen as it stands. */
  irreversibleAt(target: Element): Irreversible | undefined;
}

/** Lets an irreversible act through, or holds its event back and asks; `true` when it was held. */
export type Gate = (irreversible: Irreversible, event: Event, what?: string) => boolean;

/** Holds back what cannot be undone and that a finding says must not happen. Never acts by itself. */
export function holdGate(options: HoldOptions): Gate {
  const passes = new Map<string, number>();
  return (irreversible, event, what) => {
    const subject = `${irreversible.action} ${irreversible.link ?? irreversible.key}`;
    const until = passes.get(subject);
    passes.delete(subject);
    const isFree =
      (until !== undefined && options.now() <= until) || (options.passes?.(irreversible.action) ?? false);
    const hold = isFree ? undefined : reasons(options, irreversible);
    if (!hold) {
      options.passed?.(irreversible);
      return false;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const focused = document.activeElement;
    options.held(
      { ...hold, ...(what && { what }) },
      () => passes.set(subject, options.now() + PASS_MS),
      () => focused instanceof HTMLElement && focused.focus({ preventScroll: true }),
      irreversible.action,
    );
    return true;
  };
}

/** What was found stands first, and what was decided beside it. */
function reasons({ judge, rules, decided }: HoldOptions, irreversible: Irreversible): Hold | undefined {
  const found = reasonToHold(judge(), rules, irreversible);
  const own = decided?.(irreversible);
  if (!found || !own) return found ?? own;
  return { ...found, also: [...found.also, { title: own.title, says: own.says }] };
}

/**
 * Holds clicks back. Listens on the window in the capture phase, so before the page; keyboard presses on a button arrive
 * as clicks too.
 */
export function holdClicks(options: HoldClicksOptions): (event: MouseEvent) => void {
  const gate = holdGate(options);
  return (event) => {
    const target = event.composedPath()[0];
    const irreversible = target instanceof Element ? options.irreversibleAt(target) : undefined;
    if (irreversible) gate(irreversible, event);
  };
}

/**
 * What stands against a click: the findings about its subject or, where a file would be imported, about the chosen files
 * and every box that is ticked. What a person only has to look at in a file holds nothing back. The first is told in full.
 */
export function reasonToHold(
  results: readonly RuleResult[],
  rules: ReadonlyMap<string, RuleTexts>,
  irreversible: Irreversible,
): Hold | undefined {
  const { action } = irreversible;
  const held = (one: Action) => one === action || (isImport(one) && isImport(action));
  const reasons = results.flatMap(({ rule: id, flags }) => {
    const rule = rules.get(id);
    const flag = flags.find((one) => one.holds?.some(held) && isAbout(one, irreversible));
    return rule && flag ? [{ rule, flag }] : [];
  });
  const [first, ...others] = reasons.sort(compareReasons);
  if (!first) return undefined;
  const { rule, flag } = first;
  return {
    action: ACTION_WORDS[action],
    subject: flag.subject,
    title: titleOf(rule, flag),
    why: flag.why ?? rule.why,
    says: flag.says,
    source: sourceLabel(rule.source),
    also: others.map((one) => ({ title: titleOf(one.rule, one.flag), says: one.flag.says })),
  };
}

interface Reason {
  rule: RuleTexts;
  flag: Flag;
}

/** A rule speaks of everybody it found, a click that is held is about one person. */
function titleOf({ title, titleOfOne }: RuleTexts, { at }: Flag): string {
  return at.in === 'page' ? (titleOfOne ?? title) : title;
}

/** « Ne pas détacher » answers the click itself; then what does most harm. */
function compareReasons(a: Reason, b: Reason): number {
  const forbids = ({ flag }: Reason) => Number(flag.verdict === 'never-detach');
  return forbids(b) - forbids(a) || compareImpact(a.rule.impact, b.rule.impact);
}

/** Whatever boxes are ticked beside it, an import takes the chosen files. */
function isImport(action: Action): boolean {
  return action.startsWith('import-');
}

/** Namesakes share a key, never an address: it decides as soon as both are known. A box that is ticked is imported with. */
function isAbout({ at, review, holds }: Flag, { action, key, link }: Irreversible): boolean {
  if (at.in === 'file') return isImport(action) && !review;
  if (isImport(action) && holds?.some((one) => one.startsWith('import-with-'))) return true;
  return link && at.link ? at.link === link : at.key === key;
}
