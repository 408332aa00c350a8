import { type Account, readAccount } from './accounts';
import type { RowRef } from './changed-rows';
import type { Comparison } from './compare';
import type { Joined } from './couples';
import { HashCount, HashSlots } from './hash-slots';
import type { MatchedRows } from './matched-rows';
import type { RosterTable } from './pairing';
import { AFTER, BEFORE, type ParentPlaces, parentPlaces } from './parent-places';
import { byUsername } from './parent-reader';
import { Places } from './people';

/** What became of the people repeated inside the rows of others: the parents of pupils. */
export interface BlockPeople {
  joined: readonly Joined[];
  /** Where those who left, or arrived, stand; `gone` and `arrived` hold the first place of each. */
  before: Places;
  after: Places;
  gone: readonly number[];
  arrived: readonly number[];
  /** New ones of one key and several names. */
  repeated: readonly (readonly Account[])[];
  /** How many different people the export holds. */
  known: number;
}

/**
 * Follows parents from one file to the other, whichever pupil's row they stand in and in whichever block. Parents are known
 * by hashes of what identifies them; only those who changed are read.
 */
export function compareBlockPeople(comparison: Comparison, matched: MatchedRows): BlockPeople {
  const { old, fresh } = comparison;
  if (!hasParents(old) || !hasParents(fresh)) {
    matched.readAll();
    const none = new Places(0);
    return { joined: [], before: none, after: none, gone: [], arrived: [], repeated: [], known: 0 };
  }
  return new Following(comparison, matched).follow();
}

/** What was compared by hashes, compared as text: two parents may share a hash, however seldom. */
function isIdentifiedAlike({ values: one }: Account, { values: other }: Account): boolean {
  const identity = ({ key, username, lastName, firstName, postalCode }: Account['values']) =>
    key.trim() || username.trim() || `${lastName}\n${firstName}\n${postalCode}`;
  return identity(one) === identity(other);
}

function hasParents(rosters: readonly RosterTable[]): boolean {
  return rosters.some(({ layout }) => layout.blocks.some(({ of }) => of === 'parent'));
}

/** An unchanged row that names somebody who is wanted; `isOld` tells which side was read. */
interface Still {
  isOld: boolean;
  table: number;
  row: number;
  at: number;
}

/** Bit of the first number of a person: an unchanged row names them. */
const STILL = 1;

class Following {
  private readonly before: ParentPlaces;
  private readonly after: ParentPlaces;
  /** Those whom a row that changed, left or arrived names. */
  private readonly ids: HashSlots;
  /** The parents of the export. */
  private readonly named: HashCount;
  private readonly stillAt = new Map<number, Still[]>();

  constructor(
    private readonly comparison: Comparison,
    private readonly matched: MatchedRows,
  ) {
    const { old, fresh, gone, arrived } = comparison;
    const rowsOf = (side: 'old' | 'fresh', others: readonly RowRef[]) => [
      ...matched.blockChanges.map((change) => change[side]),
      ...others,
    ];
    const oldRows = rowsOf('old', gone);
    const freshRows = rowsOf('fresh', arrived);
    const parentsIn = (rosters: readonly RosterTable[], rows: readonly RowRef[]) =>
      rows.reduce((sum, { table }) => sum + (rosters[table]?.layout.blocks.length ?? 0), 0);
    this.ids = new HashSlots(parentsIn(old, oldRows) + parentsIn(fresh, freshRows));
    this.named = new HashCount(
      old.reduce((sum, { table, layout }) => sum + table.rowCount * layout.blocks.length, 0),
    );
    this.before = parentPlaces(BEFORE, old, oldRows, this.ids, (hash) => this.named.add(hash));
    this.after = parentPlaces(AFTER, fresh, freshRows, this.ids);
  }

  follow(): BlockPeople {
    const { ids, named, before, after } = this;
    this.matched.readAll(before.readers, after.readers, (isOld, reader, scanner, at, table, row) => {
      if (!reader.identify(scanner, at)) return;
      const { hash } = reader;
      named.add(hash.both);
      const slot = ids.mayHold(hash.one) ? ids.find(hash.one, hash.other) : -1;
      if (slot < 0) return;
      ids.data[slot] = (ids.data[slot] as number) | STILL;
      const known = this.stillAt.get(slot);
      const place = { isOld, table, row, at };
      if (known) known.push(place);
      else this.stillAt.set(slot, [place]);
    });
    const { data } = ids;
    const gone: number[] = [];
    const arrived: number[] = [];
    const joined: Joined[] = [];
    const repeated: Account[][] = [];
    before.eachPerson((place, slot) => {
      if (((data[slot] as number) & STILL) !== 0 || data[slot + AFTER] !== 0) return;
      if (!before.isAlone(place)) before.gather(place);
      gone.push(place);
    });
    after.eachPerson((place, slot) => {
      if (data[slot] !== 0) {
        this.join(slot, after.gather(place), joined);
        return;
      }
      arrived.push(place);
      if (after.isAlone(place)) return;
      const [first, ...others] = after.gather(place).map((writing) => after.read(writing));
      const alike = first ? others.filter((one) => isIdentifiedAlike(first, one)) : [];
      if (first && alike.length > 0) repeated.push([first, ...alike]);
    });
    return {
      ...this.joinByUsername(joined, gone, arrived),
      before: before.places,
      after: after.places,
      repeated,
      known: named.count(),
    };
  }

  /** A person of both sides: those of the new writings that the export does not hold. */
  private join(slot: number, writings: readonly number[], joined: Joined[]): void {
    const { before, after } = this;
    const first = before.firstOf(slot);
    const originals = first < 0 ? [] : before.gather(first);
    const still = this.stillAt.get(slot) ?? [];
    const known = new Set(originals.map((place) => before.writingOf(place)));
    for (const { isOld, table, row, at } of still)
      known.add((isOld ? before : after).writingAt(table, row, at));
    const others = writings.filter((place) => !known.has(after.writingOf(place)));
    if (others.length === 0) return;
    const old = originals[0] === undefined ? this.stillAccount(still[0]) : before.read(originals[0]);
    if (!old) return;
    for (const place of others) {
      const fresh = after.read(place);
      if (isIdentifiedAlike(old, fresh)) joined.push({ old, fresh, by: 'key' });
    }
  }

  /** Reads somebody whose row did not change in the export, whichever side was looked at. */
  private stillAccount(place: Still | undefined): Account | undefined {
    if (!place) return undefined;
    const { isOld, table, row, at } = place;
    const origin = isOld ? { table, row } : this.comparison.matchOf({ table, row })?.old;
    const block = this.before.readers[origin?.table ?? -1]?.blocks[at];
    return origin && block !== undefined ? readAccount(this.comparison.old, { ...origin, block }) : undefined;
  }

  /** Of those left, the ones who kept their username. */
  private joinByUsername(joined: Joined[], gone: readonly number[], arrived: readonly number[]) {
    const { before, after, comparison } = this;
    const names = byUsername(comparison.fresh, after.places, arrived);
    if (names.size === 0) return { joined, gone, arrived };
    const left = new Set(gone);
    const found = new Set<number>();
    for (const [name, [old]] of byUsername(comparison.old, before.places, gone)) {
      const [first] = names.get(name) ?? [];
      if (first === undefined || old === undefined) continue;
      left.delete(old);
      found.add(first);
      joined.push({ old: before.read(old), fresh: after.read(first), by: 'username' });
    }
    return {
      joined,
      gone: gone.filter((one) => left.has(one)),
      arrived: arrived.filter((one) => !found.has(one)),
    };
  }
}
