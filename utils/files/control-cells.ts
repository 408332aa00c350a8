import type { Anchor } from '@/utils/core/facts';
import type { MangledValue } from '@/utils/core/roster-facts';
import { anchorAt, columnsAt, keyFields, rolesIn, type Spot } from './accounts';
import { hashCell } from './cell-bytes';
import { CellHash } from './cell-hash';
import type { RowRef } from './changed-rows';
import type { Classes } from './classes';
import type { Comparison } from './compare';
import type { Field } from './fields';
import { MANGLING_NAMES, type Mangling, mangling } from './mangled';
import type { RosterTable } from './pairing';
import { isSurelyPlain } from './plain-cells';

/** Examples of one kind in one column. */
const EXAMPLES = 20;
/** What new people are looked at for: nothing tells what their values were. */
const NEW_FIELDS: readonly Field[] = [
  'lastName',
  'firstName',
  'birthDate',
  'postalCode',
  'class',
  'homePhone',
  'mobile',
  'workPhone',
];
/** Texts whose judgement is remembered. */
const MOST_KNOWN = 10_000;
/** Rows of the export that show how it writes its own values. */
const USUAL = 50;

/** Values spoilt by a spreadsheet, and values spoilt by an encoding. */
export interface SpoiltCells {
  mangled: readonly MangledValue[];
  lostEncoding: readonly MangledValue[];
}

/** Looks at every value that differs from the export, and at those of new people. What the export itself holds is not told. */
export function spoiltCells(comparison: Comparison, classes: Classes, check: () => void): SpoiltCells {
  const found = new Map<string, Writable>();
  const { old, fresh } = comparison;
  let seen = 0;
  const olds = old.map((roster) => new PlainCells(roster));
  const news = fresh.map((roster) => new PlainCells(roster));
  const known = new Map<number, Mangling | undefined>();
  for (const { old: from, fresh: to, columns } of comparison.changedIn(isOther)) {
    if (++seen % 4096 === 0) check();
    const [were, are] = [olds[from.table] as PlainCells, news[to.table] as PlainCells];
    // Read up to the last column that changed: « Niveau » changes for everybody, and stands near the beginning.
    are.read(to.row, Math.max(...columns.map((column) => column.fresh)) + 1);
    let isRead = false;
    for (const { field, block, old: was, fresh: is } of columns) {
      if (are.isPlain(is, field, false)) continue;
      if (!isRead) were.read(from.row, Math.max(...columns.map((column) => column.old)) + 1);
      isRead = true;
      // Two values that were judged once need no text a second time.
      const name = (were.hash(was) >>> 0) * 0x200000 + ((are.hash(is) ^ (is << 24)) >>> 11);
      if (known.has(name) && known.get(name) === undefined) continue;
      const before = (old[from.table] as RosterTable).table.cell(from.row, was);
      const after = (fresh[to.table] as RosterTable).table.cell(to.row, is);
      const kind = mangling(after, { field, was: before });
      if (known.size < MOST_KNOWN) known.set(name, kind);
      if (!kind) continue;
      const spot = { ...to, ...(block === undefined ? {} : { block }) };
      note(found, fresh, spot, is, field, kind, { was: before, is: after });
    }
  }
  for (const { field, was, is, count, first } of classes.changes) {
    const kind = mangling(is, { field, was });
    const column = fresh[first.table]?.layout.columns[field]?.[0];
    if (kind && column !== undefined) note(found, fresh, first, column, field, kind, { was, is }, count);
  }
  newCells(comparison, found, check);
  const all = [...found.values()];
  const isLost = ({ what }: MangledValue) => what === MANGLING_NAMES['lost-encoding'];
  return { mangled: all.filter((one) => !isLost(one)), lostEncoding: all.filter(isLost) };
}

/** Classes and levels change for nearly everybody, and `readClasses` has counted them. */
function isOther({ field, block }: { field?: Field; block?: number }): boolean {
  return block !== undefined || (field !== 'class' && field !== 'level');
}

/** Judges a value of somebody new; results are kept of one control, since the classes of a whole school are few texts. */
function judgedNew(known: Map<string, Mangling | undefined>, field: Field, is: string): Mangling | undefined {
  const name = `${field}\n${is}`;
  if (known.has(name)) return known.get(name);
  const made = mangling(is, { field });
  if (known.size < MOST_KNOWN) known.set(name, made);
  return made;
}

/** The cells of a row, as far as their bytes tell that nothing spoilt them. */
class PlainCells {
  private readonly scanner;
  private readonly wide: CellHash;

  constructor(roster: RosterTable) {
    this.scanner = roster.table.scanner();
    this.wide = new CellHash(roster.table);
  }

  read(row: number, cells?: number): void {
    this.scanner.readRow(row, cells);
  }

  hash(column: number): number {
    const { scanner } = this;
    if (column >= scanner.count) return 0;
    return hashCell(scanner.bytes, scanner.starts[column] as number, scanner.ends[column] as number);
  }

  /** A hash of 53 bits of a cell as typed. */
  wideHash(column: number): number {
    const { scanner, wide } = this;
    wide.reset();
    if (column < scanner.count) wide.add(scanner.starts[column] as number, scanner.ends[column] as number);
    return wide.single;
  }

  isPlain(column: number, field: Field | undefined, isNew: boolean): boolean {
    const { scanner } = this;
    if (column >= scanner.count) return true;
    const start = scanner.starts[column] as number;
    return isSurelyPlain(scanner.bytes, start, scanner.ends[column] as number, field, isNew);
  }
}

function newCells(
  { old, fresh, arrived }: Comparison,
  found: Map<string, Writable>,
  check: () => void,
): void {
  const usual = new Set(old.flatMap(usualKinds));
  const known = new Map<string, Mangling | undefined>();
  const tables = fresh.map((roster) => ({ cells: new PlainCells(roster), columns: columnsLookedAt(roster) }));
  let seen = 0;
  for (let index = 0; index < arrived.length; index++) {
    const { table, row } = arrived[index] as RowRef;
    if (++seen % 4096 === 0) check();
    const { table: file } = fresh[table] as RosterTable;
    const { cells, columns } = tables[table] as (typeof tables)[number];
    cells.read(row);
    for (let at = 0; at < columns.length; at++) {
      const { field, block, column, sound } = columns[at] as LookedAt;
      if (cells.isPlain(column, field, true)) continue;
      // Two hashes: what was found sound once, such as the name of a class, needs no text a second time.
      const hash = cells.wideHash(column);
      if (sound.has(hash)) continue;
      const is = file.cell(row, column);
      const kind = judgedNew(known, field, is);
      if (!kind || usual.has(`${field} ${kind}`)) {
        if (sound.size < MOST_KNOWN) sound.add(hash);
        continue;
      }
      const spot = { table, row, ...(block === undefined ? {} : { block }) };
      note(found, fresh, spot, column, field, kind, { is });
    }
  }
}

/** A column in which new people are looked at. */
interface LookedAt {
  field: Field;
  block: number | undefined;
  column: number;
  /** Hashes of values in which nothing was found. */
  sound: Set<number>;
}

function columnsLookedAt(roster: RosterTable): LookedAt[] {
  return [undefined, ...roster.layout.blocks.keys()].flatMap((block) => {
    const columns = columnsAt(roster, block);
    return NEW_FIELDS.flatMap((field) =>
      (columns[field] ?? []).map((column) => ({ field, block, column, sound: new Set() })),
    );
  });
}

/** What looks spoilt in the export too is its own way of writing. */
function usualKinds(roster: RosterTable): string[] {
  const kinds: string[] = [];
  const { table } = roster;
  for (const block of [undefined, ...roster.layout.blocks.keys()]) {
    const columns = columnsAt(roster, block);
    for (const field of NEW_FIELDS) {
      for (const column of columns[field] ?? []) {
        for (let row = 0; row < Math.min(USUAL, table.rowCount); row++) {
          const kind = mangling(table.cell(row, column), { field });
          if (kind) kinds.push(`${field} ${kind}`);
        }
      }
    }
  }
  return kinds;
}

interface Writable extends MangledValue {
  count: number;
  examples: { at: Anchor; was?: string; is: string }[];
}

function note(
  found: Map<string, Writable>,
  fresh: readonly RosterTable[],
  spot: Spot,
  column: number,
  field: Field | undefined,
  kind: Mangling,
  values: { was?: string; is: string },
  count = 1,
): void {
  const roster = fresh[spot.table] as RosterTable;
  const name = `${spot.table} ${column} ${kind}`;
  const at = { ...anchorAt(fresh, spot), column: roster.table.columnName(column) };
  const known = found.get(name);
  if (known) {
    known.count += count;
    if (known.examples.length < EXAMPLES) known.examples.push({ at, ...values });
    return;
  }
  const role = spot.block === undefined ? rolesIn(roster)[0] : 'parent';
  found.set(name, {
    at,
    column: roster.table.columnName(column),
    what: MANGLING_NAMES[kind],
    count,
    examples: [{ at, ...values }],
    inKey: role !== undefined && keyFields(role).some((key) => key === field),
  });
}
