import type { Facts } from '@/utils/core/facts';
import type { Strategy, StrategyUser } from '@/utils/core/itslearning-facts';
import type { OpenedStrategy } from '@/utils/reference-messages';

/** Ends the key of somebody whom the list doesn't name itself. */
const OPENED = '|opened';

/** What the chooser of one strategy shows, when it says whose it is. */
export function openedIn({ strategies, strategyUsers }: Facts): OpenedStrategy | undefined {
  const [one, other] = strategies?.items ?? [];
  if (!one || other || !isChooser(one)) return undefined;
  const people = (strategyUsers?.items ?? []).map(({ name, role, organisation }) => ({
    name,
    ...(role && { role }),
    ...(organisation && { organisation }),
  }));
  const organisation = one.organisation ?? people[0]?.organisation;
  return { strategy: one.name, ...(organisation && { organisation }), people, whole: one.named };
}

function isChooser({ at }: Strategy): boolean {
  return at.in === 'page' && at.page === 'itslearning/strategy';
}

/**
 * The list of strategies together with the people of those that were opened one by one in this tab: only all of them are
 * a whole reading. A number that the list shows must be that of the people read.
 */
export function withOpened(shown: Facts, opened: readonly OpenedStrategy[]): Facts {
  const { strategies, strategyUsers } = shown;
  if (!strategies || strategies.items.some(isChooser)) return shown;
  const users: StrategyUser[] = [...(strategyUsers?.items ?? [])];
  const items = strategies.items.map((strategy) => {
    const own = strategy.named ? undefined : recordOf(strategy, strategies.items, opened);
    if (!own) return strategy;
    users.push(...own.people.map((person) => userOf(strategy, person)));
    return { ...strategy, individuals: own.people.length, named: true };
  });
  const complete = strategies.complete && items.every(({ named }) => named);
  const read = { shown: users.length, ...(complete && { total: users.length }) };
  return {
    ...shown,
    strategies: { ...strategies, items },
    ...((users.length > 0 || complete) && { strategyUsers: { items: users, complete, read } }),
  };
}

/**
 * The places of a list of strategies, where the people of those that were opened one by one stand at the row of theirs:
 * only the row of the list can be marked. Two rows that nothing tells apart are nobody's.
 */
export function rowsOfOpened(
  { strategyUsers }: Facts,
  rows: ReadonlyMap<string, Element>,
): Map<string, Element> {
  const all = new Map(rows);
  for (const { at } of strategyUsers?.items ?? []) {
    if (at.in !== 'page' || !at.key.endsWith(OPENED)) continue;
    const row = rows.get(at.key.slice(at.key.indexOf('|') + 1, -OPENED.length));
    if (row) all.set(at.key, row);
  }
  return all;
}

function recordOf(
  { name, organisation, individuals }: Strategy,
  all: readonly Strategy[],
  opened: readonly OpenedStrategy[],
): OpenedStrategy | undefined {
  const alone = all.filter((other) => other.name === name).length === 1;
  return opened.find(
    (one) =>
      one.whole &&
      one.strategy === name &&
      (one.organisation === organisation || alone) &&
      (individuals === undefined || individuals === one.people.length),
  );
}

function userOf(
  { at, name: strategy, organisation }: Strategy,
  person: OpenedStrategy['people'][number],
): StrategyUser {
  const key = at.in === 'page' ? at.key : '';
  return {
    at: {
      in: 'page',
      page: 'itslearning/strategies',
      key: `${person.name.replaceAll('|', ' ')}|${key}${OPENED}`,
    },
    name: person.name,
    strategy,
    ...(person.role && { role: person.role }),
    ...(organisation && { organisation }),
  };
}
