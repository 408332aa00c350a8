import { expect, test } from 'vitest';
import { openedIn, rowsOfOpened, withOpened } from '@/entrypoints/overlay/opened-strategies';
import { strategy, strategyUser } from '@/tests/helpers/itslearning-facts';
import { complete, onPage, partial } from '@/tests/helpers/test-rule';
import { audit } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import type { Strategy } from '@/utils/core/itslearning-facts';
import type { OpenedStrategy } from '@/utils/reference-messages';
import { orphanStrategy } from '@/utils/rules/orphan-strategy';
import { uncheckedStrategy } from '@/utils/rules/unchecked-strategy';

const counted = (name: string, individuals: number | undefined, known: Partial<Strategy> = {}): Strategy => {
  const { individuals: _none, ...rest } = strategy(name, { named: false, ...known });
  return { ...rest, ...(individuals !== undefined && { individuals }) };
};
const opened = (name: string, people: string[], known: Partial<OpenedStrategy> = {}): OpenedStrategy => ({
  strategy: name,
  people: people.map((one) => ({ name: one })),
  whole: true,
  ...known,
});
const names = (facts: Facts) => facts.strategyUsers?.items.map(({ name }) => name) ?? [];

test('the chooser tells whose people it shows; a list of strategies is no chooser', () => {
  const at = onPage('|Dépôt', 'itslearning/strategy');
  const facts: Facts = {
    strategies: partial({ ...strategy('Dépôt', { individuals: 2 }), at }),
    strategyUsers: partial(strategyUser('A B', { strategy: 'Dépôt', role: 'teacher' }), strategyUser('C D')),
  };
  expect(openedIn(facts)).toEqual({
    strategy: 'Dépôt',
    people: [{ name: 'A B', role: 'teacher' }, { name: 'C D' }],
    whole: true,
  });
  expect(withOpened(facts, [opened('Dépôt', ['E F'])])).toBe(facts);
  expect(openedIn({ strategies: complete(strategy('Dépôt')) })).toBeUndefined();
  expect(openedIn({ strategyUsers: partial(strategyUser('A B')) })).toBeUndefined();
});

test('strategies that were opened are named; one that wasn’t leaves the reading partial', () => {
  const list: Facts = {
    strategies: complete(counted('Dépôt', 2), counted('Messagerie', 1), strategy('Impression')),
    strategyUsers: partial(strategyUser('G H', { strategy: 'Impression' })),
  };
  const one = withOpened(list, [opened('Dépôt', ['A B', 'C D'])]);
  expect(names(one)).toEqual(['G H', 'A B', 'C D']);
  expect(one.strategyUsers?.complete).toBe(false);
  const all = withOpened(list, [opened('Dépôt', ['A B', 'C D']), opened('Messagerie', ['E F'])]);
  expect(all.strategyUsers).toMatchObject({ complete: true, read: { shown: 4, total: 4 } });
  expect(new Set(all.strategyUsers?.items.map(({ at }) => JSON.stringify(at))).size).toBe(4);
});

test.each([
  ['a page of its people', opened('Dépôt', ['A B', 'C D'], { whole: false })],
  ['another number of people than the list says', opened('Dépôt', ['A B'])],
  ['another strategy', opened('Autre', ['A B', 'C D'])],
])('%s is not that strategy', (_what, record) => {
  const list: Facts = { strategies: complete(counted('Dépôt', 2)) };
  expect(withOpened(list, [record]).strategies?.items[0]?.named).toBe(false);
});

test('two strategies of one name are told apart by their school, or not at all', () => {
  const of = (organisation: string) =>
    counted('Dépôt', 1, { organisation, at: onPage(`Dépôt|${organisation}`, 'itslearning/strategies') });
  const list: Facts = { strategies: complete(of('A'), of('B')) };
  const named = (record: OpenedStrategy) =>
    withOpened(list, [record]).strategies?.items.map(({ named: is }) => is);
  expect(named(opened('Dépôt', ['A B'], { organisation: 'B' }))).toEqual([false, true]);
  expect(named(opened('Dépôt', ['A B']))).toEqual([false, false]);
});

test('only a list of which every strategy was compared proves anything', () => {
  const outcomes = (facts: Facts) => {
    const users = facts.strategyUsers?.items ?? [];
    const at = onPage('liste', 'itslearning/strategies');
    const known: Facts = {
      ...facts,
      referenceLists: complete({ at, state: 'ready' as const, says: 'liste' }),
      presences: {
        items: users.map((user) => ({ at: user.at, status: 'present' as const })),
        complete: facts.strategyUsers?.complete ?? false,
      },
    };
    const context = contextOn(new Date('2026-11-23T12:00:00'), { ent: 'itslearning' });
    return audit([orphanStrategy, uncheckedStrategy], known, context).map(({ outcome }) => outcome);
  };
  const chooser: Facts = {
    strategies: partial({ ...strategy('Dépôt'), at: onPage('|Dépôt', 'itslearning/strategy') }),
    strategyUsers: partial(strategyUser('A B')),
  };
  expect(outcomes(chooser)).toEqual(['review', 'review']);
  const list: Facts = { strategies: complete(counted('Dépôt', 1), counted('Messagerie', 1)) };
  expect(outcomes(withOpened(list, [opened('Dépôt', ['A B'])]))).toEqual(['review', 'review']);
  expect(outcomes(withOpened(list, [opened('Dépôt', ['A B']), opened('Messagerie', ['C D'])]))).toEqual([
    'pass',
    'pass',
  ]);
});

test('the people of a strategy that was opened stand at its row, unless two rows are alike', () => {
  const other = strategy('Dépôt', { named: false, organisation: 'Lycée' });
  const facts: Facts = {
    strategies: complete(counted('Dépôt', 1, { organisation: 'Collège' }), counted('Messagerie', 1), other),
    strategyUsers: partial(strategyUser('G H', { strategy: 'Impression' })),
  };
  const list = withOpened(facts, [
    opened('Dépôt', ['A B'], { organisation: 'Collège' }),
    opened('Messagerie', ['A B']),
  ]);
  const keys = list.strategyUsers?.items.map(({ at }) => (at.in === 'page' ? at.key : '')) ?? [];
  const rowOf = (at: Strategy['at']) => [at.in === 'page' ? at.key : '', at as unknown as Element] as const;
  const [deposit, mail] = facts.strategies?.items ?? [];
  const rows = new Map([deposit, mail].flatMap((one) => (one ? [rowOf(one.at)] : [])));
  const placed = rowsOfOpened(list, rows);
  expect(keys).toHaveLength(3);
  expect(keys.map((key) => placed.get(key))).toEqual([undefined, deposit?.at, mail?.at]);
  // A row whose key another bears too has no place.
  expect(rowsOfOpened(list, new Map()).size).toBe(0);
});
