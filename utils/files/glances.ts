import type { RowRef } from './changed-rows';
import type { RosterTable } from './pairing';
import { PersonReader } from './person-reader';

/** Readers of everybody in a row: its own person, then the parents. */
export function readersOf(roster: RosterTable): PersonReader[] {
  const parents = roster.layout.blocks.flatMap(({ of }, block) => (of === 'parent' ? [block] : []));
  return [undefined, ...parents].map((block) => new PersonReader(roster, block));
}

/** What a glance at those who left or arrived shows, so that nearly all of the others need no more than a glance. */
export class Glances {
  private readonly bits: Uint32Array;
  private readonly mask: number;

  /** `most`: about how many people will be looked at. */
  constructor(most: number) {
    let size = 1 << 10;
    while (size < most * 16) size *= 2;
    this.bits = new Uint32Array(size / 32);
    this.mask = size - 1;
  }

  /** Looks at everybody in rows of one side. */
  look(rosters: readonly RosterTable[], rows: Iterable<RowRef>): void {
    const tables = rosters.map((roster) => ({
      table: roster.table,
      readers: readersOf(roster),
      scanner: roster.table.scanner(),
    }));
    for (const { table: at, row } of rows) {
      const { table, readers, scanner } = tables[at] as (typeof tables)[number];
      scanner.read(table.rowStart(row));
      for (const reader of readers) {
        const glance = reader.glance(scanner, row) & this.mask;
        this.bits[glance >>> 5] = (this.bits[glance >>> 5] as number) | (1 << (glance & 31));
      }
    }
  }

  /** False for somebody whose key is surely none of theirs. */
  mayKnow(glance: number): boolean {
    const bit = glance & this.mask;
    return glance === 0 || ((this.bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }
}
