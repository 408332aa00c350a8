import { Letters } from '@/utils/matching/letters';
import { columnsAt } from './accounts';
import type { ParentReader } from './block-people';
import type { ChangedRow, Comparison } from './compare';
import { Glances, readersOf } from './glances';
import type { RosterTable } from './pairing';
import type { PersonReader } from './person-reader';
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

/** Somebody of the new files, and a hash of the key (`keyHash`). */
export interface NearPerson {
  hash: number;
  table: number;
  row: number;
  block: number | undefined;
}

/** The people of both files, read once for all that must be known of them: their keys as hashes, and their parents. */
export class MatchedRows {
  /** Rows whose repeated people changed. */
  readonly blockChanges: readonly ChangedRow[];
  private readonly readers: readonly (readonly PersonReader[])[];
  private readonly glances: Glances;
  private readonly near: NearPerson[] = [];

  constructor(
    private readonly comparison: Comparison,
    private readonly check: () => void,
  ) {
    this.blockChanges = [...comparison.changedIn(({ block }) => block !== undefined)];
    const anybody = comparison.arrived.length + this.blockChanges.length > 0;
    this.readers = comparison.fresh.map((roster) => (anybody ? readersOf(roster) : []));
    const blocks = Math.max(1, ...this.readers.map((own) => own.length));
    this.glances = new Glances(blocks * (comparison.gone.length + comparison.arrived.length));
    if (!anybody) return;
    const changedOn = (side: 'old' | 'fresh') => this.blockChanges.map((change) => change[side]);
    this.glances.look(comparison.old, [...comparison.gone, ...changedOn('old')]);
    this.glances.look(comparison.fresh, [...comparison.arrived, ...changedOn('fresh')]);
  }

  /** Reads every person of both files, once. */
  readAll(
    oldParents: readonly ParentReader[] = [],
    freshParents: readonly ParentReader[] = [],
    visit?: VisitParent,
  ): void {
    const { comparison, readers, glances } = this;
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
      const own = readers[table] as readonly PersonReader[];
      const scanner = scanners[table] as RowScanner;
      const oldReader = oldParents[oldTable];
      const reader = freshParents[table];
      const parents = visit && oldReader && oldReader.blocks.length > 0 && touched[table]?.[row] === 0;
      const onFresh = parents && reader && alike[oldTable]?.[table];
      if (own.length === 0 && !parents) return;
      if (own.length > 0 || onFresh)
        scanner.read((fresh[table] as RosterTable).table.rowStart(row), onFresh ? undefined : cells[table]);
      for (let at = 0; at < own.length; at++) {
        const person = own[at] as PersonReader;
        if (!glances.mayKnow(person.glance(scanner, row))) continue;
        const hash = person.keyHash(scanner, row, letters);
        if (hash !== 0) this.near.push({ hash, table, row, block: person.block });
      }
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

  /** People of both files who may bear the key of somebody who left or arrived. */
  get nearPeople(): readonly NearPerson[] {
    return this.near;
  }
}

/** True when the parents of an unchanged row stand in the same columns of meaning on both sides: either row tells who they are. */
function haveLikeParents(old: RosterTable, fresh: RosterTable): boolean {
  if (old.layout.blocks.length !== fresh.layout.blocks.length) return false;
  return old.layout.blocks.every(({ of }, block) => {
    if (fresh.layout.blocks[block]?.of !== of) return false;
    const one = columnsAt(old, block);
    const other = columnsAt(fresh, block);
    return (['key', 'username', 'lastName', 'firstName', 'postalCode'] as const).every(
      (field) => (one[field]?.[0] === undefined) === (other[field]?.[0] === undefined),
    );
  });
}
