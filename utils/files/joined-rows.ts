import type { RosterPlatform } from '@/utils/core/roster-facts';
import { type Account, keyFields, readAccount, rolesIn } from './accounts';
import type { Comparison, RowRef } from './compare';
import { Explainer, type GeneralColumns, isGeneral, type Joined } from './couples';
import type { RosterTable } from './pairing';

/** People found as they were, as many as tell whether a change is general. */
const SAMPLE = 4000;

/** Says what differs among the rows that were joined by key or username, in what the platform recognises people by. */
export function explainRows(comparison: Comparison, platform: RosterPlatform, check: () => void): Explainer {
  const fields = new Set<string>(['username', ...comparison.old.flatMap(rolesIn).flatMap(keyFields)]);
  const wanted = ({ block, field }: { block?: number; field?: string }) =>
    block === undefined && field !== undefined && fields.has(field);
  let changed = 0;
  for (const _ of comparison.changedIn(wanted)) changed++;
  const every = Math.max(1, Math.ceil(changed / SAMPLE));
  const sample: Joined[] = [];
  let seen = 0;
  if (changed >= 20) {
    for (const match of comparison.changedIn(wanted)) {
      if (seen++ % every === 0) sample.push(joinedAt(comparison, match));
    }
  }
  const unchanged = sample.length >= 20 ? sampleOfMatched(comparison, every) : [];
  const explainer = new Explainer(sample, unchanged, generalColumns(comparison));
  seen = 0;
  for (const match of comparison.changedIn(wanted)) {
    if (++seen % 4096 === 0) check();
    // Edifice found the person by what it recognises people by: nothing that differs matters to it.
    if (platform === 'edifice' && match.by === 'identity') continue;
    explainer.add(joinedAt(comparison, match));
  }
  return explainer;
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
