import { mayBeSlip } from './day-slips';
import { KeyTable } from './key-table';
import { APART, leastWeight, NEVER, relationOf, SHARED } from './least-weight';
import { type IsGeneral, type Namesake, Namesakes } from './namesakes';
import type { PairingOptions } from './person';
import { keysOf, refinement } from './sieve-keys';
import { mixed, type Traits } from './traits';

/** Who is worth being compared as text. Positions in the lists that the traits were made of. */
export interface Sieved {
  gone: readonly number[];
  arrived: readonly number[];
}

/** Beyond this many old rows under one key, the key is refined (as in `blocks.ts`). */
const CROWD = 40;

/**
 * Passes everybody who may have a counterpart on the other side, and hardly anybody else: whom it leaves out, `judge`
 * would not link to anybody. Works on numbers; near-linear in the number of people.
 */
export class Sieve {
  private readonly goneIn: Uint8Array;
  private readonly arrivedIn: Uint8Array;
  /** Couples, two by two, that only relatives who changed their names could make. */
  private readonly waiting: number[] = [];
  /** Couples that passed, two by two. */
  private readonly couples: number[] = [];
  private readonly namesakes: Namesakes;
  /** Days of the new list as they were before a change that may be general. */
  private readonly otherDays: Int32Array | undefined;
  /** Blocks that were a crowd, split. */
  private readonly finer = new KeyTable();
  private readonly refined = new Set<number>();
  private readonly passedCrowds = new Set<number>();

  constructor(
    private readonly gone: Traits,
    private readonly arrived: Traits,
    private readonly strictness: PairingOptions['strictness'],
    isGeneral: IsGeneral,
  ) {
    this.goneIn = new Uint8Array(gone.count);
    this.arrivedIn = new Uint8Array(arrived.count);
    this.namesakes = new Namesakes(gone, arrived, isGeneral);
    this.otherDays = this.namesakes.otherDays;
    if (this.namesakes.isGeneral) for (const namesake of this.namesakes.all()) this.passNamesake(namesake);
    this.compareAll();
    this.passRenamed();
    this.passHomonyms();
  }

  /** Those who passed so far. */
  passed(): Sieved {
    const where = (marks: Uint8Array) => {
      const list: number[] = [];
      for (let at = marks.indexOf(1); at >= 0; at = marks.indexOf(1, at + 1)) list.push(at);
      return list;
    };
    return { gone: where(this.goneIn), arrived: where(this.arrivedIn) };
  }

  /**
   * People who pass under another name than before may support their relatives, who then pass too, and support others: a
   * child found under a new name lets its parents be found.
   */
  private passRenamed(): void {
    const names = new Map<number, Set<number>>();
    for (let done = 0; done < this.couples.length; ) {
      let any = false;
      for (; done < this.couples.length; done += 2) {
        const was = this.gone.name[this.couples[done] as number] as number;
        const is = this.arrived.name[this.couples[done + 1] as number] as number;
        if (was === is) continue;
        const known = names.get(was);
        if (known) known.add(is);
        else names.set(was, new Set([is]));
        any = true;
      }
      if (!any) return;
      for (let at = 0; at < this.waiting.length; at += 2) {
        const one = this.waiting[at] as number;
        const other = this.waiting[at + 1] as number;
        if (one >= 0 && this.areRenamed(one, other, names)) {
          this.pass(one, other);
          this.waiting[at] = -1;
        }
      }
    }
  }

  private areRenamed(one: number, other: number, names: ReadonlyMap<number, ReadonlySet<number>>): boolean {
    const { gone, arrived } = this;
    for (let at = gone.relativesStart(one); at < gone.relativesStart(one + 1); at++) {
      const now = names.get(gone.relatives[at] as number);
      if (!now) continue;
      for (let to = arrived.relativesStart(other); to < arrived.relativesStart(other + 1); to++)
        if (now.has(arrived.relatives[to] as number)) return true;
    }
    return false;
  }

  private passNamesake({ gone, arrived }: Namesake): void {
    for (const one of gone) this.goneIn[one] = 1;
    for (const other of arrived) this.arrivedIn[other] = 1;
  }

  private pass(one: number, other: number): void {
    this.goneIn[one] = 1;
    this.arrivedIn[other] = 1;
    this.couples.push(one, other);
  }

  /** Compares all who share a key. */
  private compareAll(): void {
    const { gone, arrived } = this;
    const table = new KeyTable(arrived.count * 6);
    const keys = new Int32Array(512);
    for (let at = 0; at < arrived.count; at++) {
      const count = keysOf(arrived, at, keys, this.strictness, this.otherDays);
      for (let key = 0; key < count; key++) table.expect(keys[key] as number);
    }
    for (let at = 0; at < gone.count; at++) {
      const count = keysOf(gone, at, keys, this.strictness);
      for (let key = 0; key < count; key++) table.add(keys[key] as number, at);
    }
    const seen = new Int32Array(gone.count).fill(-1);
    for (let at = 0; at < arrived.count; at++) {
      const count = keysOf(arrived, at, keys, this.strictness, this.otherDays);
      for (let key = 0; key < count; key++) this.compareBlock(table, keys[key] as number, at, seen);
    }
  }

  private compareBlock(table: KeyTable, key: number, at: number, seen: Int32Array): void {
    const entry = table.find(key);
    if (entry < 0) return;
    if (table.countOf(entry) <= CROWD) {
      this.compareEntry(table, entry, at, seen);
      return;
    }
    if (!this.refined.has(key)) this.refine(table, entry, key);
    const year = refinement(this.arrived, at);
    this.compareFiner(mixed(year, key), at, seen);
    const other = this.otherDays ? refinement(this.arrived, at, this.otherDays) : year;
    if (other !== year) this.compareFiner(mixed(other, key), at, seen);
  }

  private compareEntry(table: KeyTable, entry: number, at: number, seen: Int32Array): void {
    for (let slot = table.first(entry); slot >= 0; slot = table.next(slot)) {
      const candidate = table.memberAt(slot);
      if (seen[candidate] === at) continue;
      seen[candidate] = at;
      this.compare(candidate, at);
    }
  }

  private compareFiner(key: number, at: number, seen: Int32Array): void {
    const entry = this.finer.find(key);
    if (entry < 0) return;
    if (this.finer.countOf(entry) <= CROWD) {
      this.compareEntry(this.finer, entry, at, seen);
      return;
    }
    // Too many even so: they all pass, for `eachCandidate` to say that they cannot be compared.
    this.arrivedIn[at] = 1;
    if (this.passedCrowds.has(key)) return;
    this.passedCrowds.add(key);
    for (let slot = this.finer.first(entry); slot >= 0; slot = this.finer.next(slot))
      this.goneIn[this.finer.memberAt(slot)] = 1;
  }

  private refine(table: KeyTable, entry: number, key: number): void {
    this.refined.add(key);
    for (let slot = table.first(entry); slot >= 0; slot = table.next(slot)) {
      const member = table.memberAt(slot);
      this.finer.add(mixed(refinement(this.gone, member), key), member);
    }
  }

  private compare(one: number, other: number): void {
    const { gone, arrived } = this;
    if (gone.profile[one] !== arrived.profile[other]) return;
    const weight = leastWeight(gone, one, arrived, other);
    if (weight === NEVER) return;
    const relation = relationOf(gone, one, arrived, other);
    if (weight <= this.limit(one, other, relation)) this.pass(one, other);
    else if (relation === APART && weight <= this.limit(one, other, SHARED)) this.waiting.push(one, other);
  }

  /** The greatest weight of the names with which `judge` could link two people; less than 0 for none. */
  private limit(one: number, other: number, relation: number): number {
    const profile = this.gone.profile[one] as number;
    if (profile > 1) return this.strictness === 'district' ? 2 : 4;
    const third = profile === 0 ? this.dayLink(one, other) : this.postalLink(one, other);
    if (this.strictness === 'district') return third === SAME ? 2 : -1;
    return (LIMITS[profile]?.[third]?.[relation] as number | undefined) ?? -1;
  }

  private dayLink(one: number, other: number): number {
    const from = this.gone.day[one] as number;
    const to = this.arrived.day[other] as number;
    const before = this.otherDays?.[other] ?? to;
    if (from === 0 || to === 0) return MISSING;
    if (from === to || from === before) return SAME;
    return mayBeSlip(from, to) || (before !== to && mayBeSlip(from, before)) ? MISSING : CHANGED;
  }

  private postalLink(one: number, other: number): number {
    const { gone, arrived } = this;
    if (gone.rounded[one] === 1 || arrived.rounded[other] === 1) return SAME;
    return gone.postal[one] !== 0 && gone.postal[one] === arrived.postal[other] ? SAME : CHANGED;
  }

  /** Homonyms of pupils whose parents may be one prove that they are not: they are needed too. */
  private passHomonyms(): void {
    const { gone } = this;
    for (let one = 0; one < gone.count; one++) {
      if (this.goneIn[one] === 0 || gone.profile[one] !== 1) continue;
      for (let at = gone.relativesStart(one); at < gone.relativesStart(one + 1); at++) {
        const homonyms = this.namesakes.pupils(gone.relatives[at] as number);
        if (homonyms) this.passNamesake(homonyms);
      }
    }
  }
}

/** How the third part of a key relates, as far as the limits go. */
const SAME = 0;
const MISSING = 1;
const CHANGED = 2;

/**
 * By profile, third part of the key and relatives (unknown, shared, apart): what `judge` allows at most, whatever the
 * classes. 0 is for « nothing but the format differs ».
 */
const LIMITS = [
  [
    [8, 10, 5],
    [3, 5, -1],
    [-1, 0, -1],
  ],
  [
    [3, 8, 0],
    [0, 6, -1],
    [0, 6, -1],
  ],
];
