import { Letters } from '@/utils/matching/letters';
import { columnsAt, type Spot } from './accounts';
import type { ChangedRow } from './changed-rows';
import type { Comparison } from './compare';
import { Glances, readersOf } from './glances';
import type { KnownHashes } from './hash-slots';
import type { RosterTable } from './pairing';
import type { ParentReader } from './parent-reader';
import { OWN } from './people';
import type { PersonReader } from './person-reader';
import type { RowReader } from './row-reader';

/** Called for each parent whose row did not change; `isOld` tells which side the row was read on. */
export type VisitParent = (
  isOld: boolean,
  reader: ParentReader,
  scanner: RowReader,
  at: number,
  table: number,
  row: number,
) => void;

/** The people of both files, read once for all that must be known of them: their keys as hashes, and their parents. */
export class MatchedRows {
  /** Rows whose repeated people changed. */
  readonly blockChanges: readonly ChangedRow[];
  private readonly readers: readonly (readonly PersonReader[])[];
  private readonly glances: Glances;
  /** Four numbers each: hash of the key, table, row, block (`OWN` for the row's own person). */
  private readonly near: number[] = [];

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
      const scanner = scanners[table] as RowReader;
      const oldReader = oldParents[oldTable];
      const reader = freshParents[table];
      const parents = visit && oldReader && oldReader.blocks.length > 0 && touched[table]?.[row] === 0;
      const onFresh = parents && reader && alike[oldTable]?.[table];
      if (own.length === 0 && !parents) return;
      if (own.length > 0 || onFresh) scanner.readRow(row, onFresh ? undefined : cells[table]);
      for (let at = 0; at < own.length; at++) {
        const person = own[at] as PersonReader;
        if (!glances.mayKnow(person.glance(scanner, row), person)) continue;
        const hash = person.keyHash(scanner, row, letters);
        if (hash !== 0) this.near.push(hash, table, row, person.block ?? OWN);
      }
      if (!parents) return;
      if (onFresh) {
        for (let at = 0; at < reader.blocks.length; at++) visit(false, reader, scanner, at, table, row);
        return;
      }
      const oldScanner = oldScanners[oldTable] as RowReader;
      oldScanner.readRow(oldRow);
      for (let at = 0; at < oldReader.blocks.length; at++)
        visit(true, oldReader, oldScanner, at, oldTable, oldRow);
    });
  }

  /** Those of both files whose key may be one of these, by the hash (`keyHash`). */
  whoMayBear(keys: KnownHashes): Spot[] {
    const found: Spot[] = [];
    const { near } = this;
    for (let at = 0; at < near.length; at += 4) {
      if (!keys.has(near[at] as number)) continue;
      const table = near[at + 1] as number;
      const row = near[at + 2] as number;
      const block = near[at + 3] as number;
      found.push(block === OWN ? { table, row } : { table, row, block });
    }
    return found;
  }

  /** True when nobody bears, or may bear, the key of somebody who left or arrived. */
  get isNobodyNear(): boolean {
    return this.near.length === 0;
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
