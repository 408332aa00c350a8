import type { RemovalFile } from '@/utils/core/roster-facts';
import { rolesIn } from './accounts';
import type { Comparison } from './compare';

/** The name that the guide gives to a removal request: « 0750052M-CollègeSaintJoseph-29aout2021-Enseignants ». */
const REQUEST = /^\d{7}[A-Z]-.+-\d{1,2}\s?\p{L}{3,}\s?\d{4}-/iu;
/** A file that lost more than this share of the people and gained nobody may be a list of people to remove. */
const LOST = 0.35;

/** The new files that look like the list of people to delete, by their name or by what they hold (source 000 §1.4.E). */
export function removalFiles(comparison: Comparison): RemovalFile[] {
  const { old, fresh } = comparison;
  const listed = fresh.map((_, table) => comparison.countOf(table).matched);
  const changed = fresh.map((_, table) => comparison.countOf(table).changed);
  const arrived = fresh.map(() => 0);
  for (const { table } of comparison.arrived) arrived[table] = (arrived[table] ?? 0) + 1;
  return fresh.flatMap((roster, at) => {
    const { file, headerLine } = roster.table;
    const role = rolesIn(roster)[0];
    const known = old
      .filter((other) => rolesIn(other)[0] === role)
      .reduce((sum, { table }) => sum + table.rowCount, 0);
    const byName = REQUEST.test(file.normalize('NFC'));
    const untouched = arrived[at] === 0 && changed[at] === 0 && (listed[at] ?? 0) > 0;
    const byContent = untouched && known - (listed[at] ?? 0) > LOST * known;
    if (!byName && !byContent) return [];
    return [
      {
        at: { in: 'file' as const, file, line: headerLine },
        file,
        byName,
        byContent,
        listed: listed[at] ?? 0,
        known,
      },
    ];
  });
}
