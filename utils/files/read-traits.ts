import type { RosterRole } from '@/utils/core/roster-facts';
import { Letters } from '@/utils/matching/letters';
import { mixed, Traits } from '@/utils/matching/traits';
import { CellHash } from './cell-hash';
import type { RosterTable } from './pairing';
import { OWN, type People } from './people';
import { PersonReader } from './person-reader';
import type { RowReader } from './row-reader';

/** What the search for look-alikes reads of people, and their roles, by their positions. */
export interface TraitsOf {
  traits: Traits;
  roleOf(at: number): RosterRole;
  /** How many there are of each role. */
  counts: ReadonlyMap<RosterRole, number>;
}

/** Reads people as numbers, straight from the bytes of their rows. */
export function readTraits(people: People): TraitsOf {
  const { rosters, places } = people;
  const traits = new Traits(people.count);
  const tables = rosters.map((roster) => new TableReader(roster));
  const [last, first] = [new Letters(), new Letters()];
  for (let at = 0; at < people.count; at++) {
    const place = people.placeOf(at);
    const row = places.rows[place] as number;
    const table = tables[places.tables[place] as number] as TableReader;
    const block = places.blocks[place] as number;
    const reader = table.readerOf(block);
    table.scan(row);
    const { scanner } = table;
    const role = people.roleOf(at);
    reader.readLast(scanner, last);
    reader.readFirst(scanner, first);
    traits.add(role === 'guest' ? 'staff' : role, last, first);
    if (role === 'guest') traits.profile[at] = GUEST;
    if (block === OWN && last.length + first.length > 0)
      table.ownNames[row] = (traits.name[at] as number) || 1;
    reader.readThird(scanner, row);
    traits.day[at] = reader.day;
    traits.form[at] = reader.form;
    traits.postal[at] = reader.postal;
    traits.rounded[at] = reader.rounded ? 1 : 0;
    for (let more = place; more >= 0; more = places.nexts[more] as number) {
      const other = tables[places.tables[more] as number] as TableReader;
      other.addRelatives(places.rows[more] as number, places.blocks[more] as number, last, traits);
    }
  }
  traits.writingOf = (at, what) => {
    const place = people.placeOf(at);
    const table = tables[places.tables[place] as number] as TableReader;
    table.scan(places.rows[place] as number);
    const { lastName, firstName, postalCode } = table.readerOf(places.blocks[place] as number);
    return what === 'names' ? table.writing(lastName, firstName) : table.writing(postalCode, -1);
  };
  const counts = new Map([...people.counts].map(([role, { all }]) => [role, all]));
  return { traits, roleOf: (at) => people.roleOf(at), counts };
}

/** Guests are paired apart, as staff. */
const GUEST = 4;

class TableReader {
  readonly scanner: RowReader;
  private readonly own: PersonReader;
  private readonly blocks: readonly PersonReader[];
  private readonly hash: CellHash;
  private readonly cells: number;
  /** The name of each row's own person, as `nameHash` gives it, once it was read. */
  readonly ownNames: Int32Array;
  private read = -1;

  constructor(roster: RosterTable) {
    this.scanner = roster.table.scanner();
    this.own = new PersonReader(roster, undefined);
    this.blocks = roster.layout.blocks.map((_, block) => new PersonReader(roster, block));
    this.hash = new CellHash(roster.table);
    this.ownNames = new Int32Array(roster.table.rowCount);
    this.cells = Math.max(this.own.cells, ...this.blocks.map((reader) => reader.cells));
  }

  readerOf(block: number): PersonReader {
    return block === OWN ? this.own : (this.blocks[block] as PersonReader);
  }

  /** Scans a row, unless it was the last one scanned. */
  scan(row: number): void {
    if (row !== this.read) this.scanner.readRow(row, this.cells);
    this.read = row;
  }

  /** A hash of one or two cells exactly as typed. */
  writing(one: number, other: number): number {
    const { hash } = this;
    hash.reset();
    this.add(one);
    this.add(other);
    return mixed(hash.one, hash.other);
  }

  private add(column: number): void {
    const { hash, scanner } = this;
    if (column >= 0 && column < scanner.count)
      hash.add(scanner.starts[column] as number, scanner.ends[column] as number);
  }

  /** Adds the row's own person as a relative of somebody of a block; the people of the blocks for the row's own person. */
  addRelatives(row: number, block: number, letters: Letters, traits: Traits): void {
    const { scanner, ownNames } = this;
    if (block !== OWN) {
      if (ownNames[row] === 0) {
        this.scan(row);
        ownNames[row] = this.own.nameHash(scanner, letters);
      }
      if (ownNames[row] !== 0) traits.addRelative(ownNames[row] as number);
      return;
    }
    this.scan(row);
    for (let at = 0; at < this.blocks.length; at++) {
      const name = (this.blocks[at] as PersonReader).nameHash(scanner, letters);
      if (name !== 0) traits.addRelative(name);
    }
  }
}
