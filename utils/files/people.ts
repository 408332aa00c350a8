import type { RosterRole } from '@/utils/core/roster-facts';
import { type Account, labelAt, labelOf, readAccount, roleAt, type Spot } from './accounts';
import type { RowRef } from './changed-rows';
import type { RosterTable } from './pairing';

/** The number of the row's own person, where others have that of their block. */
export const OWN = -1;

/** Places where people stand, in typed arrays: a large residue holds a hundred thousand of them. */
export class Places {
  count = 0;
  readonly tables: Uint16Array;
  readonly rows: Uint32Array;
  readonly blocks: Int16Array;
  /** Another place of the same person, or -1. */
  readonly nexts: Int32Array;

  constructor(capacity: number) {
    this.tables = new Uint16Array(capacity);
    this.rows = new Uint32Array(capacity);
    this.blocks = new Int16Array(capacity);
    this.nexts = new Int32Array(capacity);
  }

  add(table: number, row: number, block: number): number {
    const place = this.count++;
    this.tables[place] = table;
    this.rows[place] = row;
    this.blocks[place] = block;
    this.nexts[place] = -1;
    return place;
  }

  spot(place: number): Spot {
    const table = this.tables[place] as number;
    const row = this.rows[place] as number;
    const block = this.blocks[place] as number;
    return block === OWN ? { table, row } : { table, row, block };
  }
}

/** Reads a person from all the places, the first of which is given. */
export function readPerson(rosters: readonly RosterTable[], places: Places, first: number): Account {
  const account = readAccount(rosters, places.spot(first));
  for (let place = places.nexts[first] as number; place >= 0; place = places.nexts[place] as number) {
    const more = readAccount(rosters, places.spot(place));
    account.spots.push(...more.spots);
    account.relatives.push(...more.relatives);
  }
  return account;
}

const ROLES: readonly RosterRole[] = ['pupil', 'parent', 'teacher', 'staff', 'guest'];

/** People of one side, known by their places; what is written there is only read of those who are asked for. */
export class People {
  private roles: Uint8Array | undefined;
  private readonly accounts = new Map<number, Account>();
  private readonly indices = new Map<Account, number>();

  /** `firsts` holds the first place of each person. */
  constructor(
    readonly rosters: readonly RosterTable[],
    readonly places: Places,
    private readonly firsts: Int32Array,
  ) {}

  get count(): number {
    return this.firsts.length;
  }

  /** The first place of somebody. */
  placeOf(at: number): number {
    return this.firsts[at] as number;
  }

  spotOf(at: number): Spot {
    return this.places.spot(this.placeOf(at));
  }

  /** True for somebody repeated inside the rows of others. */
  isInBlock(at: number): boolean {
    return this.places.blocks[this.placeOf(at)] !== OWN;
  }

  roleOf(at: number): RosterRole {
    this.roles ??= this.readRoles();
    return ROLES[this.roles[at] as number] as RosterRole;
  }

  /** How many there are of each role, and how many of these are repeated inside the rows of others. */
  get counts(): ReadonlyMap<RosterRole, { all: number; inBlocks: number }> {
    const counts = new Map<RosterRole, { all: number; inBlocks: number }>();
    let last: RosterRole | undefined;
    let count = { all: 0, inBlocks: 0 };
    for (let at = 0; at < this.count; at++) {
      const role = this.roleOf(at);
      if (role !== last) {
        count = counts.get(role) ?? { all: 0, inBlocks: 0 };
        counts.set(role, count);
        last = role;
      }
      count.all++;
      if (this.isInBlock(at)) count.inBlocks++;
    }
    return counts;
  }

  private readRoles(): Uint8Array {
    const roles = new Uint8Array(this.count);
    for (let at = 0; at < roles.length; at++) roles[at] = ROLES.indexOf(this.readRole(at));
    return roles;
  }

  private readRole(at: number): RosterRole {
    const { tables, rows, blocks } = this.places;
    const place = this.placeOf(at);
    if (blocks[place] !== OWN) return 'parent';
    return roleAt(this.rosters[tables[place] as number] as RosterTable, rows[place] as number);
  }

  /** « NOM Prénom » of somebody, without all the rest being read. */
  labelOf(at: number): string {
    return this.accounts.has(at) ? labelOf(this.account(at)) : labelAt(this.rosters, this.spotOf(at));
  }

  /** Reads somebody; the same object each time. */
  account(at: number): Account {
    const known = this.accounts.get(at);
    if (known) return known;
    const account = readPerson(this.rosters, this.places, this.placeOf(at));
    this.accounts.set(at, account);
    this.indices.set(account, at);
    return account;
  }

  /** The position of an account that `account` gave. */
  indexOf(account: Account): number | undefined {
    return this.indices.get(account);
  }
}

/** The rows' own people, then those of the blocks. */
export function peopleOf(
  rosters: readonly RosterTable[],
  rows: readonly RowRef[],
  inBlocks: Places,
  wanted: readonly number[],
): People {
  const places = new Places(rows.length + inBlocks.count);
  for (const { table, row } of rows) places.add(table, row, OWN);
  for (let place = 0; place < inBlocks.count; place++) {
    places.add(
      inBlocks.tables[place] as number,
      inBlocks.rows[place] as number,
      inBlocks.blocks[place] as number,
    );
    const next = inBlocks.nexts[place] as number;
    places.nexts[rows.length + place] = next < 0 ? -1 : next + rows.length;
  }
  const firsts = new Int32Array(rows.length + wanted.length);
  for (let at = 0; at < rows.length; at++) firsts[at] = at;
  for (let at = 0; at < wanted.length; at++) firsts[rows.length + at] = (wanted[at] as number) + rows.length;
  return new People(rosters, places, firsts);
}
