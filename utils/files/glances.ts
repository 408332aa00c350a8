import { Letters } from '@/utils/matching/letters';
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
  private readonly letters = new Letters();
  /** True once a glance at somebody showed no names. */
  private isDim = false;

  /** `most`: about how many people will be looked at. */
  constructor(most: number) {
    let size = 1 << 10;
    while (size < most * 16) size *= 2;
    this.bits = new Uint32Array(size / 32);
    this.mask = size - 1;
  }

  /** Looks at everybody in rows of one side. */
  look(rosters: readonly RosterTable[], rows: readonly RowRef[]): void {
    const tables = rosters.map((roster) => ({
      readers: readersOf(roster),
      scanner: roster.table.scanner(),
    }));
    for (let place = 0; place < rows.length; place++) {
      const { table: at, row } = rows[place] as RowRef;
      const { readers, scanner } = tables[at] as (typeof tables)[number];
      scanner.readRow(row);
      for (let number = 0; number < readers.length; number++) {
        const reader = readers[number] as PersonReader;
        const glance = reader.glance(scanner, row);
        if (glance !== 0) this.note(glance);
        else if (reader.nameHash(scanner, this.letters) !== 0) {
          this.note(reader.dimGlance);
          this.isDim = true;
        }
      }
    }
  }

  /** False for somebody whose key is surely none of theirs; `glance` is what the reader has just given. */
  mayKnow(glance: number, { dimGlance }: PersonReader): boolean {
    return glance === 0 || this.holds(glance) || (this.isDim && this.holds(dimGlance));
  }

  private note(glance: number): void {
    const bit = glance & this.mask;
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31));
  }

  private holds(glance: number): boolean {
    const bit = glance & this.mask;
    return ((this.bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }
}
