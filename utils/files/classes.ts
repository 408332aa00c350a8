import type { RosterRole } from '@/utils/core/roster-facts';
import { levelsOf } from '@/utils/matching/identity';
import { roleAt, rolesIn, type Spot } from './accounts';
import type { Comparison } from './compare';
import type { RosterTable } from './pairing';
import { RowsAlike } from './rows-alike';

/** People of the export who share a profile, a class and a level, and what became of those who stay. */
export interface Group {
  role: RosterRole;
  className: string;
  /** « 5e », « CM1-CM2 », or what the level column says when it is no known level; empty when nothing tells. */
  level: string;
  /** Ranks of the school levels, TPS = 0 … Terminale = 15. */
  ranks: readonly number[];
  known: number;
  kept: number;
  /** Those whose class is the very same text. */
  untouched: number;
  first: Spot;
}

/** One class, or one level, that became another, and how often. */
export interface ClassChange {
  field: 'class' | 'level';
  was: string;
  is: string;
  count: number;
  first: Spot;
}

/** The classes of the export. */
export interface Classes {
  groups: readonly Group[];
  changes: readonly ClassChange[];
  /** The group of the person of an old row. */
  groupAt(spot: Spot): Group | undefined;
  groupOf(table: number, row: number): Group | undefined;
}

const LEVELS = 'TPS PS MS GS CP CE1 CE2 CM1 CM2 6e 5e 4e 3e 2de 1re Terminale'.split(' ');

/** Levels after which a school is left: CM2, 3e, Terminale. */
export const LAST_LEVELS: readonly number[] = [8, 12, 15];

/** « 5e », « CM1-CM2 ». */
export function levelLabel(ranks: readonly number[]): string {
  return ranks.map((rank) => LEVELS[rank] ?? '').join('-');
}

/** Reads the class of everybody, as numbers: a school has few classes, so that hardly any text is made. */
export function readClasses(comparison: Comparison): Classes {
  const { old } = comparison;
  const groups: Group[] = [];
  const named = new Map<string, number>();
  const columnsOf = (field: 'class' | 'level', side: 'old' | 'fresh') =>
    comparison[side].map(
      (roster, table) => new Column(roster, field, table, comparison.hashesOf(field, side, table)),
    );
  const before = columnsOf('class', 'old');
  const after = columnsOf('class', 'fresh');
  const oldLevels = columnsOf('level', 'old');
  const freshLevels = columnsOf('level', 'fresh');
  const of = old.map((roster, table) => {
    const classes = before[table] as Column;
    const levels = oldLevels[table] as Column;
    const mixed = roster.layout.profile === 'mixed';
    const own = rolesIn(roster)[0] ?? 'staff';
    const ids = new Int32Array(roster.table.rowCount);
    // By the number of the class, then that of the level.
    const known: number[][] = [];
    for (let row = 0; row < ids.length; row++) {
      const hasClass = own === 'pupil' || mixed;
      const inClass = hasClass ? classes.at(row) : 0;
      const inLevel = hasClass ? levels.at(row) : 0;
      let id = mixed ? undefined : known[inClass]?.[inLevel];
      if (id === undefined) {
        const role = mixed ? roleAt(roster, row) : own;
        id = groupOf(role, classes.texts[inClass] ?? '', levels.texts[inLevel] ?? '', { table, row });
        known[inClass] ??= [];
        (known[inClass] as number[])[inLevel] = id;
      }
      ids[row] = id;
      (groups[id] as Group).known++;
    }
    return ids;
  });

  function groupOf(role: RosterRole, className: string, levelText: string, first: Spot): number {
    const name = role === 'pupil' ? `${role}\n${className}\n${levelText}` : role;
    const id = named.get(name);
    if (id !== undefined) return id;
    const told = levelsOf(levelText);
    const ranks = role !== 'pupil' ? [] : told.length > 0 ? told : levelsOf(className);
    const level = ranks.length > 0 ? levelLabel(ranks) : levelText.trim();
    const own = role === 'pupil' ? { className: className.trim(), level } : { className: '', level: '' };
    named.set(name, groups.length);
    return groups.push({ role, ...own, ranks, known: 0, kept: 0, untouched: 0, first }) - 1;
  }

  const changes = new Changes();
  const stays = new RowsAlike((id, { table, row }, { table: freshTable, row: freshRow }, count) => {
    const group = groups[id] as Group;
    group.kept += count;
    changes.note(oldLevels[table] as Column, row, freshLevels[freshTable] as Column, freshRow, count);
    const from = before[table] as Column;
    const to = after[freshTable] as Column;
    if (group.role !== 'pupil' || !from.exists || !to.exists) return;
    if (!changes.note(from, row, to, freshRow, count)) group.untouched += count;
  });
  comparison.eachMatch((table, row, freshTable, freshRow) => {
    const { like } = stays;
    like[0] = (of[table] as Int32Array)[row] as number;
    like[1] = (before[table] as Column).hashes[row] as number;
    like[2] = (oldLevels[table] as Column).hashes[row] as number;
    like[3] = (after[freshTable] as Column).hashes[freshRow] as number;
    like[4] = (freshLevels[freshTable] as Column).hashes[freshRow] as number;
    stays.add(table, row, freshTable, freshRow);
  });
  stays.end();
  return {
    groups,
    changes: changes.list,
    groupAt: ({ table, row }) => groups[of[table]?.[row] ?? -1],
    groupOf: (table, row) => groups[of[table]?.[row] ?? -1],
  };
}

/** What two texts make: none when they are the same. */
type Change = ClassChange | null | undefined;

/** The changes met, by their two texts. */
class Changes {
  readonly list: ClassChange[] = [];
  /** By the two columns, then the number of the old text, then that of the new one. */
  private readonly known = new Map<Column, Map<Column, Change[][]>>();

  /** True when the texts of two rows differ, as those of `count` rows do. */
  note(from: Column, row: number, to: Column, freshRow: number, count: number): boolean {
    if (!from.exists || !to.exists) return false;
    const was = from.at(row);
    const is = to.at(freshRow);
    const changes = this.between(from, to);
    const change = changes[was]?.[is];
    if (change) {
      change.count += count;
      return true;
    }
    if (change === null) return false;
    const ofText = changes[was] ?? [];
    changes[was] = ofText;
    if (from.texts[was] === to.texts[is]) {
      ofText[is] = null;
      return false;
    }
    const first = { table: to.table, row: freshRow };
    const { field } = from;
    const made = { field, was: from.texts[was] ?? '', is: to.texts[is] ?? '', count, first };
    this.list.push(made);
    ofText[is] = made;
    return true;
  }

  private between(from: Column, to: Column): Change[][] {
    const ofColumn = this.known.get(from) ?? new Map<Column, Change[][]>();
    const changes = ofColumn.get(to) ?? [];
    this.known.set(from, ofColumn.set(to, changes));
    return changes;
  }
}

/** Texts remembered by a few bits of their hash. */
const RECENT = 512;

/** One column whose few different texts are numbered from 1; 0 is an empty cell. */
class Column {
  readonly texts: string[] = [''];
  readonly exists: boolean;
  private readonly column: number;
  private readonly numbers = new Map<number, number>();
  /** The texts met last, by a few bits of their hash: a school has few, and looking into a map takes longer. */
  private readonly recentHashes = new Int32Array(RECENT);
  private readonly recentNumbers = new Int32Array(RECENT);

  constructor(
    private readonly roster: RosterTable,
    readonly field: 'class' | 'level',
    readonly table: number,
    readonly hashes: Int32Array,
  ) {
    this.column = roster.layout.columns[field]?.[0] ?? -1;
    this.exists = this.column >= 0;
  }

  at(row: number): number {
    const hash = this.hashes[row] as number;
    const slot = hash & (RECENT - 1);
    // An empty cell has the hash, and the number, of a slot without any text.
    if (this.recentHashes[slot] === hash) return this.recentNumbers[slot] as number;
    const number = hash === 0 ? 0 : (this.numbers.get(hash) ?? this.add(hash, row));
    this.recentHashes[slot] = hash;
    this.recentNumbers[slot] = number;
    return number;
  }

  private add(hash: number, row: number): number {
    const number = this.texts.push(this.roster.table.cell(row, this.column)) - 1;
    this.numbers.set(hash, number);
    return number;
  }
}
