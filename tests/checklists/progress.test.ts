import { describe, expect, test, vi } from 'vitest';
import type { Step } from '@/utils/checklists/checklist';
import {
  isSettled,
  isTicked,
  nextProof,
  type Proof,
  stepState,
  type Tick,
} from '@/utils/checklists/progress';

const STEP: Step = {
  id: 'delete-past-groups',
  text: 'Purger',
  why: 'Parce que.',
  who: 'administrator',
  when: { milestone: 'term-start', from: -15 },
  rules: ['past-year-group', 'empty-group'],
  source: { guide: '004', section: 'p. 17' },
};
const BY_HAND: Step = { ...STEP, rules: [] };

const T1 = '2026-08-20T10:00:00.000Z';
const T2 = '2026-08-27T12:02:00.000Z';
const T3 = '2026-08-28T08:00:00.000Z';

function pass(at: string, more: Partial<Proof> = {}): Proof {
  return {
    at,
    outcome: 'pass',
    complete: true,
    by: 'live',
    violations: 0,
    reviews: 0,
    passedAt: at,
    ...more,
  };
}
function violation(at: string, more: Partial<Proof> = {}): Proof {
  return { at, outcome: 'violation', complete: true, by: 'live', violations: 2, reviews: 0, ...more };
}
const both = (first: Proof, second: Proof) => ({ 'past-year-group': first, 'empty-group': second });
const done: Tick = { done: true, at: T2, by: 'CV' };

describe('stepState', () => {
  test('nothing known: to do', () => {
    expect(stepState(STEP, undefined, {})).toEqual({ kind: 'todo' });
  });

  test('a tick is a person’s word, with their initials', () => {
    expect(stepState(STEP, done, {})).toEqual({ kind: 'done', at: T2, by: 'CV' });
  });

  test('proven when every rule passed, since the oldest reading', () => {
    expect(stepState(STEP, undefined, both(pass(T3), pass(T2)))).toEqual({
      kind: 'proven',
      at: T2,
      by: 'live',
    });
  });

  test('one rule of two proves nothing', () => {
    expect(stepState(STEP, undefined, { 'past-year-group': pass(T2) }).kind).toBe('todo');
  });

  test.each<[string, Partial<Proof>]>([
    ['an incomplete list', { complete: false }],
    ['an inapplicable rule', { outcome: 'inapplicable' }],
    ['a rule in error', { outcome: 'error' }],
  ])('%s never proves', (_name, more) => {
    expect(stepState(STEP, undefined, both(pass(T2), pass(T2, more))).kind).toBe('todo');
  });

  test('a review proves nothing, and is told', () => {
    const state = stepState(STEP, undefined, both(pass(T2), pass(T3, { outcome: 'review', reviews: 1 })));
    expect(state).toEqual({ kind: 'found', at: T3, violations: 0, reviews: 1 });
  });

  test('a step without rules is never proven by silence', () => {
    expect(stepState(BY_HAND, undefined, both(pass(T2), pass(T2))).kind).toBe('todo');
  });

  test('a clean list before the step opened says nothing', () => {
    const proofs = both(pass(T1), pass(T1));
    expect(stepState(STEP, undefined, proofs, '2026-08-24').kind).toBe('todo');
    expect(stepState(STEP, undefined, proofs, '2026-08-20').kind).toBe('proven');
  });

  test.each([
    ['Pacific/Noumea', '2026-08-23T22:00:00.000Z', 'proven'],
    ['America/Guadeloupe', '2026-08-24T01:00:00.000Z', 'todo'],
    ['Europe/Paris', '2026-08-23T22:30:00.000Z', 'proven'],
  ])('the day of a reading is that of the person: %s', (zone, at, kind) => {
    vi.stubEnv('TZ', zone);
    expect(stepState(STEP, undefined, both(pass(at), pass(at)), '2026-08-24').kind).toBe(kind);
    vi.unstubAllEnvs();
  });

  test('a later violation asks to look again, and leaves the tick', () => {
    const state = stepState(STEP, done, both(violation(T3), pass(T3)));
    expect(state).toEqual({ kind: 'review', at: T3, violations: 2, reviews: 0, ticked: true });
    expect(isTicked(state)).toBe(true);
    expect(isSettled(state)).toBe(false);
  });

  test('with a contradiction come the reviews read since the tick, of every rule', () => {
    const reviewed = (at: string) => pass(at, { outcome: 'review', reviews: 3 });
    expect(stepState(STEP, done, both(violation(T3, { reviews: 1 }), reviewed(T3)))).toMatchObject({
      reviews: 4,
    });
    expect(stepState(STEP, done, both(violation(T3, { reviews: 1 }), reviewed(T1)))).toMatchObject({
      reviews: 1,
    });
  });

  test('a violation read before the tick is what the person mended', () => {
    expect(stepState(STEP, done, both(violation(T1), pass(T1))).kind).toBe('done');
  });

  test('a proof that a later reading contradicts is to look at again', () => {
    const state = stepState(STEP, undefined, both(violation(T3, { passedAt: T2 }), pass(T2)));
    expect(state).toMatchObject({ kind: 'review', ticked: false });
    expect(isTicked(state)).toBe(false);
  });

  test('violations where nothing was ever proven are simply still to do', () => {
    const state = stepState(STEP, undefined, both(violation(T2), pass(T2)));
    expect(state).toEqual({ kind: 'found', at: T2, violations: 2, reviews: 0 });
    expect(isTicked(state)).toBe(false);
  });

  test('unticking a proven step holds until a later reading', () => {
    const undone: Tick = { done: false, at: T2 };
    expect(stepState(STEP, undone, both(pass(T1), pass(T1))).kind).toBe('todo');
    expect(stepState(STEP, undone, both(pass(T3), pass(T3))).kind).toBe('proven');
  });
});

describe('nextProof', () => {
  test('remembers when it last passed', () => {
    expect(nextProof(pass(T1), violation(T2))).toMatchObject({ outcome: 'violation', passedAt: T1 });
  });

  test('a partial list that shows nothing leaves a pass alone', () => {
    expect(nextProof(pass(T1), pass(T2, { outcome: 'review', complete: false }))).toBeUndefined();
  });

  test('one group opened, with a fault, contradicts the pass of all groups and keeps it', () => {
    const proof = nextProof(pass(T1), violation(T2, { complete: false, violations: 1, by: 'edifice/group' }));
    expect(proof).toMatchObject({ outcome: 'pass', at: T1, since: { at: T2, violations: 1 } });
    const state = stepState(STEP, undefined, both(proof as Proof, pass(T1)));
    expect(state).toEqual({ kind: 'review', at: T2, violations: 1, reviews: 0, ticked: false });
  });

  test('one group opened leaves the count of all groups as it was', () => {
    const one = { complete: false, violations: 1, by: 'edifice/group', lines: 1 } as const;
    const proof = nextProof(violation(T1, { violations: 12 }), violation(T2, one)) as Proof;
    const others = pass(T1);
    expect(stepState(STEP, undefined, both(proof, others))).toMatchObject({ kind: 'found', violations: 12 });
    // Ticked in between, the fault shown since is what is left.
    const tick: Tick = { done: true, at: '2026-08-21T10:00:00.000Z' };
    expect(stepState(STEP, tick, both(proof, others))).toMatchObject({
      kind: 'review',
      at: T2,
      violations: 1,
      ticked: true,
    });
    // Ticked since, nothing contradicts the person.
    expect(stepState(STEP, { done: true, at: T3 }, both(proof, others)).kind).toBe('done');
    // All groups again: what was seen of one is in it.
    expect(nextProof(proof, violation(T3, { violations: 2 }))).toEqual(violation(T3, { violations: 2 }));
  });

  test('a question that one group asks takes no proof away', () => {
    const one = { outcome: 'review', complete: false, reviews: 2, by: 'edifice/group' } as const;
    expect(nextProof(pass(T1), pass(T2, one))).toBeUndefined();
  });

  test('of two partial lists, the longer one counts', () => {
    const long = violation(T1, { complete: false, violations: 7, lines: 50 });
    const short = violation(T2, { complete: false, violations: 1, lines: 14 });
    expect(nextProof(long, short)).toMatchObject({ violations: 7, since: { violations: 1 } });
    expect(nextProof(short, { ...long, at: T3 })).toMatchObject({ at: T3, violations: 7 });
  });

  test.each(['inapplicable', 'error'] as const)('%s leaves it alone', (outcome) => {
    expect(nextProof(undefined, pass(T2, { outcome }))).toBeUndefined();
  });

  test('an older reading that arrives late is dropped', () => {
    expect(nextProof(pass(T2), violation(T1))).toBeUndefined();
  });
});
