import type { RosterRole } from '@/utils/core/roster-facts';
import type { ListedPerson } from '@/utils/matching/who-is-here';
import { isNobody, readAccount, rolesIn } from './accounts';
import type { RosterTable } from './pairing';

/** A school code inside a file's name: « 0019901G_Teacher.csv ». */
const UAI = /(?<![\dA-Za-z])(\d{7}[A-Za-z])(?![\dA-Za-z])/;

/** Everybody in some exports, and the profiles that these cover. */
export function listedPeople(rosters: readonly RosterTable[]): {
  people: ListedPerson[];
  roles: Set<RosterRole>;
} {
  const people: ListedPerson[] = [];
  for (const [table, { table: cells, layout }] of rosters.entries()) {
    const inName = UAI.exec(cells.file)?.[1]?.toUpperCase();
    const column = layout.columns.uai?.[0];
    for (let row = 0; row < cells.rowCount; row++) {
      const written = column === undefined ? '' : cells.cell(row, column).trim().toUpperCase();
      const uai = UAI.exec(written)?.[1] ?? inName;
      for (const block of [undefined, ...layout.blocks.keys()]) {
        const account = readAccount(rosters, { table, row, ...(block !== undefined && { block }) });
        if (isNobody(account)) continue;
        const { lastName, firstName } = account.values;
        people.push({ lastName, firstName, role: account.role, ...(uai && { uai }) });
      }
    }
  }
  return { people: withoutRepeats(people), roles: new Set(rosters.flatMap(rolesIn)) };
}

/** A parent stands on the row of each of their children: that makes no homonyms. */
function withoutRepeats(people: readonly ListedPerson[]): ListedPerson[] {
  const seen = new Set<string>();
  return people.filter(({ lastName, firstName, role, uai }) => {
    if (role !== 'parent') return true;
    const key = [lastName, firstName, uai].join('|');
    return !seen.has(key) && seen.add(key);
  });
}
