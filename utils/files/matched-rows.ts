import { Letters } from '@/utils/matching/letters';
import { columnsAt } from './accounts';
import type { ParentReader } from './block-people';
import type { ChangedRow, Comparison } from './compare';
import type { RosterTable } from './pairing';
import { PersonReader } from './person-reader';
import type { RowScanner } from './scan';

/** Called for each parent whose row did not change; `isOld` tells which side the row was read on. */
export type VisitParent = (
  isOld: boolean,
  reader: ParentReader,
  scanner: RowScanner,
  at: number,
  table: number,
  row: number,
) => void;

/** The people of both files, read once for all that must be known of them: their keys as hashes, and their parents. */
export class MatchedRows {
  /** Rows whose repeated people changed. */
  readonly blockChanges: readonly ChangedRow[];
  private readonly readers: readonly (readonly PersonReader[])[];
  /** By new table: `keyHash` of each place of each row, 0 where nobody is in both files. */
  private readonly hashes: readonly Int32Array[];

  constructor(
    private readonly comparison: Comparison,
    private readonly check: () => void,
  ) {
    this.blockChanges = [...comparison.changedIn(({ block }) => block !== undefined)];
    const anybody = comparison.arrived.length + this.blockChanges.length > 0;
    this.readers = comparison.fresh.map((roster) => (anybody ? readersOf(roster) : []));
    this.hashes = comparison.fresh.map(
      ({ table }, at) => new Int32Array(table.rowCount * (this.readers[at]?.length ?? 0)),
    );
  }

  /** Reads every person of both files, once. */
  readAll(
    oldParents: readonly ParentReader[] = [],
    freshParents: readonly ParentReader[] = [],
    visit?: VisitParent,
  ): void {
    const { comparison, readers, hashes } = this;
    const { old, fresh } = comparison;
    const touched = fresh.map(({ table }) => new Uint8Array(table.rowCount));
    for (const { fresh: to } of this.blockChanges) (touched[to.table] as Uint8Array)[to.row] = 1;
    const oldScanners = old.map(({ table }) => table.scanner());
    const scanners = fresh.map(({ table }) => table.scanner());
    const cells = fresh.map((_, at) => Math.max(0, ...(readers[at] ?? []).map((reader) => reader.cells)));
    const alike = old.map((one) => fresh.map((other) => haveLikeParents(one, other)));
    const letters = new Letters();
    let seen = 0;
    comparison.eachMatch((oldTable, oldRow, table, row) => {
      if (++seen % 16_384 === 0) this.check();
      const [own, scanner] = [readers[table] as readonly PersonReader[], scanners[table] as RowScanner];
      const [oldReader, reader] = [oldParents[oldTable], freshParents[table]];
      const parents = visit && oldReader && oldReader.blocks.length > 0 && touched[table]?.[row] === 0;
      const onFresh = parents && reader && alike[oldTable]?.[table];
      if (own.length === 0 && !parents) return;
      if (own.length > 0 || onFresh)
        scanner.read((fresh[table] as RosterTable).table.rowStart(row), onFresh ? undefined : cells[table]);
      const into = hashes[table] as Int32Array;
      for (let at = 0; at < own.length; at++)
        into[row * own.length + at] = (own[at] as PersonReader).keyHash(scanner, row, letters);
      if (!parents) return;
      if (onFresh) {
        for (let at = 0; at < reader.blocks.length; at++) visit(false, reader, scanner, at, table, row);
        return;
      }
      const oldScanner = oldScanners[oldTable] as RowScanner;
      oldScanner.read((old[oldTable] as RosterTable).table.rowStart(oldRow));
      for (let at = 0; at < oldReader.blocks.length; at++)
        visit(true, oldReader, oldScanner, at, oldTable, oldRow);
    });
  }

  /** Calls for every place of somebody in both files, with the hash of the key. */
  eachKey(call: (hash: number, table: number, row: number, block: number | undefined) => void): void {
    this.hashes.forEach((hashes, table) => {
      const readers = this.readers[table] as readonly PersonReader[];
      for (let at = 0; at < hashes.length; at++) {
        const hash = hashes[at] as number;
        if (hash === 0) continue;
        const row = Math.trunc(at / readers.length);
        call(hash, table, row, readers[at - row * readers.length]?.block);
      }
    });
  }
}

function readersOf(roster: RosterTable): PersonReader[] {
  const parents = roster.layout.blocks.flatMap(({ of }, block) => (of === 'parent' ? [block] : []));
  return [undefined, ...parents].map((block) => new PersonReader(roster, block));
}

/** True when the parents of an unchanged row stand in the same columns of meaning on both sides: either row tells who they are. */
function haveLikeParents(old: RosterTable, fresh: RosterTable): boolean {
  if (old.layout.blocks.length !== fresh.layout.blocks.length) return false;
  return old.layout.blocks.every(({ of }, block) => {
    if (fresh.layout.blocks[block]?.of !== of) return false;
    const [one, other] = [columnsAt(old, block), columnsAt(fresh, block)];
    return (['key', 'username', 'lastName', 'firstName', 'postalCode'] as const).every(
      (field) => (one[field]?.[0] === undefined) === (other[field]?.[0] === undefined),
    );
  });
}
