import type { ListRead, RuleCount } from './fiche';

/** True when a rule read everything and found nothing: only that proves something, and no incomplete reading does. */
export function isProof({ outcome, complete }: Pick<RuleCount, 'outcome' | 'complete'>): boolean {
  return outcome === 'pass' && complete;
}

/** True when silence proves something of a school: a rule has passed on a complete reading, and none broke down. */
export function isProved(rules: Iterable<Pick<RuleCount, 'outcome' | 'complete'>>, failed = 0): boolean {
  const all = [...rules];
  return failed === 0 && all.some(isProof) && !all.some(({ outcome }) => outcome === 'error');
}

/** True when a control of a whole school did not get its accounts, or not the end of a list. */
export function isPartial({ read }: { read: readonly ListRead[] }): boolean {
  return read.some(({ complete }) => !complete) || !read.some(({ list }) => list === 'users');
}
