// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Sight, Told } from '@/entrypoints/overlay/companion';
import { referenceScreen } from '@/entrypoints/overlay/reference-screen';
import { strategy, strategyUser } from '@/tests/helpers/itslearning-facts';
import { complete, onPage, partial } from '@/tests/helpers/test-rule';
import type { Facts } from '@/utils/core/facts';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { send } from '@/utils/messages';
import type { OpenedStrategy, ReferenceRequest } from '@/utils/reference-messages';

vi.mock('@/utils/messages', () => ({ send: vi.fn() }));
const sent = vi.mocked(send);
let opened: OpenedStrategy[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  sent.mockReset().mockImplementation(async (name, carries) => {
    if (name !== 'reference/ask') return null as never;
    const { people } = carries as ReferenceRequest;
    const standings = people.map(() => ({ status: 'present' as const }));
    return { kind: 'done', list: 'liste', standings, problems: [], opened } as never;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The companion on one screen, looked at again whenever it asks to be. */
function on(shown: Facts) {
  const sight = { shown } as Sight;
  const told = { changed: () => companion.look?.(sight), failed: vi.fn() } as unknown as Told;
  const companion = referenceScreen(itslearning, document, told);
  companion.look?.(sight);
  return {
    facts: () => companion.facts?.(sight) ?? {},
    view: () => companion.view?.(sight),
    settled: () => vi.advanceTimersByTimeAsync(0),
  };
}
const asks = () =>
  sent.mock.calls
    .filter(([name]) => name === 'reference/ask')
    .map(([, carries]) => (carries as ReferenceRequest).people.map(({ name }) => name));

test('a strategy opened in a frame is known of when the person comes back to the list', async () => {
  const { individuals: _none, ...unnamed } = strategy('Dépôt', { named: false });
  const list = on({
    strategies: complete({ ...unnamed, individuals: 1 }, strategy('Impression')),
    strategyUsers: partial(strategyUser('A B', { strategy: 'Impression' })),
  });
  await list.settled();
  expect(list.facts().strategyUsers?.complete).toBe(false);
  opened = [{ strategy: 'Dépôt', people: [{ name: 'C D' }], whole: true }];
  window.dispatchEvent(new Event('focus'));
  await list.settled();
  expect(list.facts().strategyUsers?.items.map(({ name }) => name)).toEqual(['A B', 'C D']);
  expect(list.facts().presences?.items).toHaveLength(2);
  expect(list.facts().presences?.complete).toBe(true);
  expect(asks()).toEqual([['A B'], ['A B'], ['A B', 'C D']]);
});

test('the chooser tells whose people it asks about', async () => {
  const at = onPage('|Dépôt', 'itslearning/strategy');
  const chooser = on({
    strategies: partial({ ...strategy('Dépôt'), at }),
    strategyUsers: partial(strategyUser('C D', { strategy: 'Dépôt' })),
  });
  await chooser.settled();
  expect(sent.mock.calls[0]?.[1]).toMatchObject({
    opened: { strategy: 'Dépôt', people: [{ name: 'C D' }], whole: true },
  });
  expect(chooser.facts().presences?.complete).toBe(false);
});

test('what keeps the background awake stops once it no longer answers', async () => {
  const list = on({ strategies: complete(strategy('Dépôt')) });
  await list.settled();
  const awake = () => sent.mock.calls.filter(([name]) => name === 'reference/awake').length;
  await vi.advanceTimersByTimeAsync(45_000);
  expect(awake()).toBe(2);
  sent.mockRejectedValue(new Error('gone'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(awake()).toBe(3);
});
