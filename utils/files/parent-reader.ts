import { columnsAt } from './accounts';
import { CellHash } from './cell-hash';
import type { Field } from './fields';
import type { RosterTable } from './pairing';
import type { Places } from './people';
import type { RowReader } from './row-reader';

/** What tells who a parent is, in the order in which it is asked. */
const IDENTIFYING: readonly Field[] = ['key', 'username', 'lastName', 'firstName', 'postalCode'];

const KEY = 0;
const USERNAME = 1;
const LAST_NAME = 2;
const FIRST_NAME = 3;
const POSTAL_CODE = 4;

/** Reads who the parents of a row are. */
export class ParentReader {
  /** Numbers of the blocks of parents. */
  readonly blocks: readonly number[];
  readonly hash: CellHash;
  private readonly columns: readonly (readonly number[])[];

  constructor(private readonly roster: RosterTable) {
    this.blocks = roster.layout.blocks.flatMap(({ of }, block) => (of === 'parent' ? [block] : []));
    this.columns = this.blocks.map((block) => {
      const columns = columnsAt(roster, block);
      return IDENTIFYING.map((field) => columns[field]?.[0] ?? -1);
    });
    this.hash = new CellHash(roster.table);
  }

  scanner(): RowReader {
    return this.roster.table.scanner();
  }

  /** Hashes what identifies the parent of a block: the key, else the username, else all the rest. False for nobody. */
  identify(scanner: RowReader, at: number): boolean {
    const columns = this.columns[at] as readonly number[];
    const { hash } = this;
    hash.reset();
    if (this.addTrimmed(scanner, columns[KEY] as number)) return true;
    if (this.addTrimmed(scanner, columns[USERNAME] as number)) return true;
    if (
      !this.isSaid(scanner, columns[LAST_NAME] as number) &&
      !this.isSaid(scanner, columns[FIRST_NAME] as number)
    )
      return false;
    this.add(scanner, columns[LAST_NAME] as number);
    this.add(scanner, columns[FIRST_NAME] as number);
    this.add(scanner, columns[POSTAL_CODE] as number);
    return true;
  }

  /** Hashes everything that is read of a parent, exactly as written; one number. */
  writing(scanner: RowReader, at: number): number {
    const { hash } = this;
    hash.reset();
    for (const column of this.columns[at] as number[]) this.add(scanner, column);
    return hash.single;
  }

  private add(scanner: RowReader, column: number): void {
    const { hash } = this;
    if (column >= 0 && column < scanner.count)
      hash.add(scanner.starts[column] as number, scanner.ends[column] as number);
    hash.separate();
  }

  /** True when a cell holds more than spaces. */
  private isSaid(scanner: RowReader, column: number): boolean {
    const said = this.addTrimmed(scanner, column);
    if (said) this.hash.reset();
    return said;
  }

  private addTrimmed(scanner: RowReader, column: number): boolean {
    return (
      column >= 0 &&
      column < scanner.count &&
      this.hash.addTrimmed(scanner.starts[column] as number, scanner.ends[column] as number)
    );
  }
}

/** People by a hash of their username, those without one left out; `firsts` are their first places. */
export function byUsername(
  rosters: readonly RosterTable[],
  { tables, rows, blocks }: Places,
  firsts: readonly number[],
): Map<number, number[]> {
  const sides = rosters.map((roster) => ({
    scanner: roster.table.scanner(),
    hash: new CellHash(roster.table),
    columns: roster.layout.blocks.map((_, block) => columnsAt(roster, block).username?.[0]),
  }));
  const found = new Map<number, number[]>();
  for (let at = 0; at < firsts.length; at++) {
    const place = firsts[at] as number;
    const { scanner, hash, columns } = sides[tables[place] as number] as (typeof sides)[number];
    const column = columns[blocks[place] as number];
    if (column === undefined) continue;
    scanner.enter(rows[place] as number);
    if (!scanner.findCell(column)) continue;
    hash.reset();
    if (!hash.addTrimmed(scanner.cellStart, scanner.cellEnd)) continue;
    const name = hash.single;
    const known = found.get(name);
    if (known) known.push(place);
    else found.set(name, [place]);
  }
  return found;
}
