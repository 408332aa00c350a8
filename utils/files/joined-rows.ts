import type { RosterPlatform } from '@/utils/core/roster-facts';
import { type Account, keyFields, readAccount, rolesIn } from './accounts';
import type { RowRef } from './changed-rows';
import type { Comparison } from './compare';
import { Explainer, FEWEST, type GeneralColumns, isGeneral, type Joined } from './couples';
import type { RosterTable } from './pairing';

/** People found as they were, as many as tell whether a change is general. */
const SAMPLE = 4000;

/** Says what differs among the rows that were joined by key or username, in what the platform recognises people by. */
export function explainRows(comparison: Comparison, platform: RosterPlatform, check: () => void): Explainer {
  const fields = new Set<string>(['username', ...comparison.old.flatMap(rolesIn).flatMap(keyFields)]);
  const wanted = ({ block, field }: { block?: number; field?: string }) =>
    block === undefined && field !== undefined && fields.has(field);
  // Only names, dates and codes undergo what the matching knows: a key or a username that changed alone is none of it.
  const named = (column: { block?: number; field?: string }) =>
    wanted(column) && column.field !== 'key' && column.field !== 'username';
  const explainer = new Explainer(generalColumns(comparison), sampleChanged(comparison, named).sample, () => {
    const { sample, every } = sampleChanged(comparison, wanted);
    return { joined: sample, unchanged: sampleOfMatched(comparison, every) };
  });
  let seen = 0;
  for (const match of comparison.changedIn(wanted)) {
    if (++seen % 4096 === 0) check();
    // Edifice found the person by what it recognises people by: nothing that differs matters to it.
    if (platform === 'edifice' && match.by === 'identity') continue;
    explainer.add(joinedAt(comparison, match));
  }
  return explainer;
}

/** People whose row changed in a wanted column, taken evenly: one in `every`. Nobody when there are too few to tell. */
function sampleChanged(
  comparison: Comparison,
  wanted: (column: { block?: number; field?: string }) => boolean,
): { sample: Joined[]; every: number } {
  const matches = [...comparison.changedIn(wanted)];
  const every = Math.max(1, Math.ceil(matches.length / SAMPLE));
  const taken = matches.length < FEWEST ? [] : matches.filter((_, at) => at % every === 0);
  return { sample: taken.map((match) => joinedAt(comparison, match)), every };
}

function joinedAt(comparison: Comparison, match: { old: RowRef; fresh: RowRef; by: string }): Joined {
  return {
    old: readAccount(comparison.old, match.old),
    fresh: readAccount(comparison.fresh, match.fresh),
    by: match.by === 'username' ? 'username' : 'key',
  };
}

/** People of both files whose key did not change, taken evenly; one in `share` when only so many changed ones are looked at. */
export function sampleOfMatched(comparison: Comparison, share = 1): Account[] {
  const every = Math.max(share, Math.ceil(comparison.matched / SAMPLE));
  const accounts: Account[] = [];
  let at = 0;
  comparison.eachMatch((table, row, freshTable, freshRow) => {
    if (at++ % every !== 0) return;
    const old = readAccount(comparison.old, { table, row });
    const fresh = readAccount(comparison.fresh, { table: freshTable, row: freshRow });
    const same = keyFields(old.role).every((field) => old.values[field] === fresh.values[field]);
    if (same) accounts.push(fresh);
  });
  return accounts;
}

/** Keys or usernames that changed for nearly everybody, in the rows' own columns or in those of the parents. */
export function generalColumns(comparison: Comparison): GeneralColumns {
  const tallies = new Map<string, { changed: number; compared: number }>();
  let at = 0;
  for (const { fresh, columns } of comparison.pairings) {
    const own = rolesIn(comparison.fresh[fresh] as RosterTable)[0];
    for (const { field, block, changed, compared } of comparison.columns.slice(at, at + columns.length)) {
      if (field !== 'key' && field !== 'username') continue;
      const name = `${block === undefined ? own : 'parent'} ${field}`;
      const tally = tallies.get(name) ?? { changed: 0, compared: 0 };
      tallies.set(name, { changed: tally.changed + changed, compared: tally.compared + compared });
    }
    at += columns.length;
  }
  return new Map([...tallies].filter(([, tally]) => isGeneral(tally)));
}
