import { type Account, readAccount } from './accounts';
import type { Comparison } from './compare';
import type { MatchedRows } from './matched-rows';
import { keyHash } from './person-reader';
import type { TraitsOf } from './read-traits';

/** The people of both files who may bear the very key of somebody who left or arrived; text is made of these alone. */
export function keptDoubles(
  comparison: Comparison,
  matched: MatchedRows,
  gone: TraitsOf,
  arrived: TraitsOf,
): Account[] {
  const roles = new Set(arrived.roles);
  const total = gone.traits.count + arrived.traits.count;
  if (arrived.traits.count === 0) return [];
  let bits = 1 << 10;
  while (bits < total * 16) bits *= 2;
  const marks = new Uint32Array(bits / 32);
  const wanted = new Set<number>();
  const hashes = [gone, arrived].map(({ traits, roles: own }) =>
    Int32Array.from({ length: traits.count }, (_, at) =>
      keyHash(
        own[at] ?? 'staff',
        (traits.name[at] as number) || 1,
        traits.day[at] as number,
        traits.postal[at] as number,
      ),
    ),
  );
  for (const list of hashes) for (const hash of list) mark(marks, hash & (bits - 1));
  const near: { hash: number; table: number; row: number; block: number | undefined }[] = [];
  matched.eachKey((hash, table, row, block) => {
    const bit = hash & (bits - 1);
    if (((marks[bit >>> 5] as number) & (1 << (bit & 31))) !== 0) near.push({ hash, table, row, block });
  });
  if (near.length === 0) return [];
  const found = new Map<string, Account>();
  const among = new Set(near.map(({ hash }) => hash));
  for (const list of hashes) for (const hash of list) if (among.has(hash)) wanted.add(hash);
  for (const { hash, table, row, block } of near) {
    if (!wanted.has(hash)) continue;
    const account = readAccount(comparison.fresh, { table, row, ...(block === undefined ? {} : { block }) });
    if (!roles.has(account.role)) continue;
    const { key, lastName, firstName, postalCode } = account.values;
    const id = key.trim() || `${account.role}|${lastName}|${firstName}|${postalCode}|${row}`;
    if (!found.has(id)) found.set(id, account);
  }
  return [...found.values()];
}

function mark(marks: Uint32Array, bit: number): void {
  marks[bit >>> 5] = (marks[bit >>> 5] as number) | (1 << (bit & 31));
}
