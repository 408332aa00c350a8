import type { RuleResult } from '@/utils/core/audit';
import { type Anchor, anchorKey, type User } from '@/utils/core/facts';
import type { PersonVerdict, VerdictReason } from '@/utils/core/person';
import type { Verdict } from '@/utils/core/rule';

/** The verdict kept when several rules disagree: keeping wins over removing, doubt over certainty. */
const PRECEDENCE: readonly Verdict[] = ['never-detach', 'check', 'detach', 'purge', 'nothing'];

/**
 * The verdict on each person that a rule has something to say about, by the key of their anchor. `users`, when given,
 * are all the accounts read: they tell who shares a name and a profile with somebody else. Pure.
 */
export function verdictsOf(
  results: readonly RuleResult[],
  users: readonly User[] = [],
): Map<string, PersonVerdict> {
  const people = new Map<string, { at: Anchor; subject: string; reasons: VerdictReason[] }>();
  for (const { rule, flags } of results) {
    for (const { at, subject, says, verdict, unless } of flags) {
      if (!verdict) continue;
      const key = personKey(at);
      const reasons = people.get(key)?.reasons;
      const reason = { rule, verdict, says, ...(unless && { unless }) };
      if (reasons) reasons.push(reason);
      else people.set(key, { at, subject, reasons: [reason] });
    }
  }
  const bearers = countByKey(users);
  const byRow = new Map<string, PersonVerdict[]>();
  for (const { at, subject, reasons } of people.values()) {
    const key = anchorKey(at);
    const one = { at, subject, ...settled(reasons) };
    const same = byRow.get(key);
    if (same) same.push(one);
    else byRow.set(key, [one]);
  }
  return new Map([...byRow].map(([key, each]) => [key, ofRow(each, bearers.get(key) ?? each.length)]));
}

/** The verdict of the very person that an anchor leads to, never a namesake's; without a link, the row's. */
export function verdictFor(
  verdicts: ReadonlyMap<string, PersonVerdict>,
  at: Anchor,
): PersonVerdict | undefined {
  const found = verdicts.get(anchorKey(at));
  if (!found || at.in === 'file' || !at.link) return found;
  const key = personKey(at);
  return (found.each ?? [found]).find((one) => personKey(one.at) === key);
}

function settled(reasons: readonly VerdictReason[]): Pick<PersonVerdict, 'verdict' | 'reasons'> {
  const [only, ...more] = reasons;
  if (only && more.length === 0) return { verdict: only.verdict, reasons };
  const verdict = PRECEDENCE.find((one) => reasons.some((reason) => reason.verdict === one)) ?? 'nothing';
  const others = reasons.filter((reason) => reason.verdict !== verdict);
  return { verdict, reasons: [...reasons.filter((reason) => reason.verdict === verdict), ...others] };
}

function ofRow(each: readonly PersonVerdict[], bearers: number): PersonVerdict {
  const [first] = each as [PersonVerdict, ...PersonVerdict[]];
  if (bearers < 2 && each.length === 1) return first;
  const verdict = each.some((one) => one.verdict === 'never-detach') ? 'never-detach' : 'check';
  const { at, subject } = first;
  return { at, subject, verdict, reasons: each.flatMap(({ reasons }) => reasons), each };
}

/** How many accounts share each key. */
export function countByKey(users: readonly User[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { at } of users) {
    const key = anchorKey(at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Rows carry no identifier, but the address of the person's own screen does. */
function personKey(at: Anchor): string {
  return (at.in === 'page' && at.link) || anchorKey(at);
}
