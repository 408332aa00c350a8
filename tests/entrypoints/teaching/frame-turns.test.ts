import { expect, test, vi } from 'vitest';
import { type FrameTurns, frameTurns } from '@/entrypoints/teaching/frame-turns';
import type { FrameTurn } from '@/utils/messages';

/** Frames that hear each other through the background: itself included, and some time later. */
function frames(...worths: number[]) {
  const heard: FrameTurn[] = [];
  const left = vi.fn();
  const all: FrameTurns[] = [];
  const settle = () => {
    for (let turn = heard.shift(); turn; turn = heard.shift()) for (const one of all) one.hear(turn);
  };
  for (const [at, worth] of worths.entries()) {
    all.push(
      frameTurns({
        id: `f${at}`,
        worth,
        tell: (turn) => heard.push(turn),
        changed: () => undefined,
        left: () => left(at),
      }),
    );
    // One came before the other, as scripts do.
    if (at === 0) settle();
  }
  settle();
  const mine = () => all.flatMap((one, at) => (one.isMine() ? at : []));
  return { all, mine, left, settle };
}

test('alone, a frame draws', () => {
  const { all, mine } = frames(0);
  expect(mine()).toEqual([0]);
  expect(all[0]?.hasOthers()).toBe(false);
});

test('the frame with most to choose from draws, whoever came first', () => {
  const { all, mine } = frames(1, 5, 0);
  expect(mine()).toEqual([1]);
  expect(all.map((one) => one.hasOthers())).toEqual([true, true, true]);
});

test('the turn is passed round, over the frames that have nothing', () => {
  const { all, mine, settle } = frames(1, 5, 0);
  all[1]?.pass();
  settle();
  expect(mine()).toEqual([0]);
  all[0]?.pass();
  settle();
  expect(mine()).toEqual([1]);
});

test('the frame under the pointer takes the turn; while one is at work the others are away', () => {
  const { all, mine, settle } = frames(1, 5);
  all[0]?.take();
  settle();
  expect(mine()).toEqual([0]);
  all[0]?.busy();
  settle();
  expect(all.map((one) => one.isAway())).toEqual([false, true]);
  all[0]?.take();
  settle();
  expect(all.map((one) => one.isAway())).toEqual([false, false]);
});

test('when one leaves, all the others do', () => {
  const { all, left, settle } = frames(1, 5, 2);
  all[2]?.leave();
  settle();
  expect(left.mock.calls.flat()).toEqual([0, 1]);
});
