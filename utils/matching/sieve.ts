import { dayNumber, exchangeDayMonth, linkDates, shiftDays, type WrittenDate } from './dates';
import { mayBeDiminutives } from './diminutives';
import { KeyTable } from './key-table';
import type { PairingOptions } from './person';
import { mixed, type Traits } from './traits';

/** Who is worth being compared as text. Positions in the lists that the traits were made of. */
export interface Sieved {
  gone: readonly number[];
  arrived: readonly number[];
}

/** As in `systemic.ts`: from so many people a change may be general. */
const FEWEST = 20;
/** Beyond this many old rows under one key, the key is refined (as in `blocks.ts`). */
const CROWD = 40;

/** What the two first places of a number say of relatives. */
const UNKNOWN = 0;
const SHARED = 1;
const APART = 2;

/** More than any weight of two names. */
const NEVER = 99;

/**
 * Passes everybody who may have a counterpart on the other side, and hardly anybody else: whom it leaves out, `judge`
 * would not link to anybody. Works on numbers; near-linear in the number of people. `isGeneral` reads couples of people of
 * one name, and says whether what differs between them looks like a change of a whole column.
 */
export class Sieve {
  private readonly goneIn: Uint8Array;
  private readonly arrivedIn: Uint8Array;
  /** Couples, two by two, that only relatives who changed their names could make. */
  private readonly waiting: number[] = [];
  /** Couples that passed, two by two. */
  private readonly couples: number[] = [];
  private namesakes = new Map<number, { gone: number[]; arrived: number[] }>();
  /** Days of the new list as they were before a change that may be general; empty when there is none. */
  private otherDays: Int32Array | undefined;
  /** Blocks that were a crowd, split. */
  private readonly finer = new KeyTable();
  private readonly refined = new Set<number>();
  private readonly passedCrowds = new Set<number>();

  constructor(
    private readonly gone: Traits,
    private readonly arrived: Traits,
    private readonly strictness: PairingOptions['strictness'],
    private readonly isGeneral: (couples: readonly (readonly [number, number])[]) => boolean,
  ) {
    this.goneIn = new Uint8Array(gone.count);
    this.arrivedIn = new Uint8Array(arrived.count);
    this.findNamesakes();
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

  private pass(one: number, other: number): void {
    this.goneIn[one] = 1;
    this.arrivedIn[other] = 1;
    this.couples.push(one, other);
  }

  /** People of one name on both sides. When what differs between them may be a change of a whole column, all of them pass. */
  private findNamesakes(): void {
    const { gone, arrived } = this;
    const named = (traits: Traits, at: number) =>
      mixed(traits.name[at] as number, traits.profile[at] as number);
    const table = new KeyTable(arrived.count);
    for (let at = 0; at < arrived.count; at++) table.expect(named(arrived, at));
    for (let at = 0; at < gone.count; at++) {
      const name = named(gone, at);
      if (!table.isExpected(name)) continue;
      const known = this.namesakes.get(name);
      if (known) known.gone.push(at);
      else this.namesakes.set(name, { gone: [at], arrived: [] });
    }
    if (this.namesakes.size === 0) return;
    for (let at = 0; at < arrived.count; at++) this.namesakes.get(named(arrived, at))?.arrived.push(at);
    const days = new Map<string, number>();
    const telling: [number, number][] = [];
    for (const {
      gone: [one = -1, ...more],
      arrived: [other = -1, ...others],
    } of this.namesakes.values()) {
      if (other < 0 || more.length > 0 || others.length > 0) continue;
      if (this.tells(one, other, days)) telling.push([one, other]);
    }
    if (telling.length < FEWEST || !this.isGeneral(telling)) return;
    for (const { gone: ones, arrived: others } of this.namesakes.values()) {
      if (others.length === 0) continue;
      for (const one of ones) this.goneIn[one] = 1;
      for (const other of others) this.arrivedIn[other] = 1;
    }
    const [change, count = 0] = [...days].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (change !== undefined && count >= FEWEST)
      this.otherDays = arrived.day.map((day) => before(day, change));
  }

  /** True when two people of one name differ in a way that a whole column may. */
  private tells(one: number, other: number, days: Map<string, number>): boolean {
    const { gone, arrived } = this;
    if (gone.writing[one] !== arrived.writing[other]) return true;
    const from = gone.day[one] as number;
    const to = arrived.day[other] as number;
    if (from !== 0 && to !== 0) {
      if (from === to) return gone.form[one] !== arrived.form[other];
      const link = linkDates(dateOf(from), dateOf(to));
      if (link !== 'date-day-month' && link !== 'date-one-day' && link !== 'date-1904') return false;
      const change = link === 'date-day-month' ? link : `${link} ${to > from ? 1 : -1}`;
      days.set(change, (days.get(change) ?? 0) + 1);
      return true;
    }
    if (gone.postalWriting[one] === arrived.postalWriting[other]) return false;
    return (
      gone.postal[one] === arrived.postal[other] || gone.rounded[one] === 1 || arrived.rounded[other] === 1
    );
  }

  /** Compares all who share a key. */
  private compareAll(): void {
    const { gone, arrived } = this;
    const table = new KeyTable(arrived.count * 6);
    const keys = new Int32Array(512);
    for (let at = 0; at < arrived.count; at++) {
      const count = this.keysOf(arrived, at, keys, this.otherDays);
      for (let key = 0; key < count; key++) table.expect(keys[key] as number);
    }
    for (let at = 0; at < gone.count; at++) {
      const count = this.keysOf(gone, at, keys);
      for (let key = 0; key < count; key++) table.add(keys[key] as number, at);
    }
    const seen = new Int32Array(gone.count).fill(-1);
    for (let at = 0; at < arrived.count; at++) {
      const count = this.keysOf(arrived, at, keys, this.otherDays);
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
        const homonyms = this.namesakes.get(mixed(gone.relatives[at] as number, 0));
        if (!homonyms || homonyms.arrived.length === 0) continue;
        for (const homonym of homonyms.gone) this.goneIn[homonym] = 1;
        for (const homonym of homonyms.arrived) this.arrivedIn[homonym] = 1;
      }
    }
  }

  /** The keys of `blocks.ts`, made of numbers. Gives how many were written. */
  private keysOf(traits: Traits, at: number, keys: Int32Array, otherDays?: Int32Array): number {
    const profile = traits.profile[at] as number;
    const core = traits.core[at] as number;
    const first = traits.first[at] as number;
    let count = 0;
    keys[count++] = mixed(traits.letters[at] as number, profile);
    if (this.strictness === 'district') {
      keys[count++] = mixed(mixed(core, first), profile + 8);
      return count;
    }
    const third = (profile === 0 ? traits.day[at] : traits.postal[at]) as number;
    if (third !== 0) {
      keys[count++] = mixed(mixed(first, third), profile + 16);
      keys[count++] = mixed(mixed(core, third), profile + 24);
    }
    const day = profile === 0 ? (otherDays?.[at] ?? third) : third;
    if (day !== third) {
      keys[count++] = mixed(mixed(first, day), profile + 16);
      keys[count++] = mixed(mixed(core, day), profile + 24);
    }
    const to = traits.relativesStart(at + 1);
    for (let from = traits.relativesStart(at); from < to && count < 200; from++)
      keys[count++] = mixed(traits.relatives[from] as number, profile + 32);
    keys[count++] = mixed(traits.consonants[at] as number, profile + 40);
    for (let from = traits.othersStart(at); from < traits.othersStart(at + 1); from++)
      keys[count++] = mixed(traits.others[from] as number, profile + 48);
    return count;
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

function refinement(traits: Traits, at: number, otherDays?: Int32Array): number {
  const day = otherDays?.[at] ?? (traits.day[at] as number);
  const third = day !== 0 ? Math.trunc(day / 10_000) : (traits.postal[at] as number);
  return mixed(traits.initials[at] as number, third);
}

/** The least that the names of two people can weigh (`WEIGHTS` of `names.ts`), as far as hashes, letters and lengths tell. */
function leastWeight(gone: Traits, one: number, arrived: Traits, other: number): number {
  const first = leastFirst(gone, one, arrived, other);
  if (gone.letters[one] === arrived.letters[other]) {
    const swapped = 2;
    return Math.min(swapped, first + leastLast(gone, one, arrived, other));
  }
  return first === NEVER ? NEVER : first + leastLast(gone, one, arrived, other);
}

function leastLast(gone: Traits, one: number, arrived: Traits, other: number): number {
  if (gone.last[one] === arrived.last[other]) return 0;
  const before = gone.lastMask[one] as number;
  const after = arrived.lastMask[other] as number;
  const parts = leastParts(
    before,
    after,
    (gone.wordy[one] as number) & 1,
    (arrived.wordy[other] as number) & 1,
  );
  return parts
    ? 2
    : leastFaults(before, after, gone.lastLength[one] as number, arrived.lastLength[other] as number);
}

function leastFirst(gone: Traits, one: number, arrived: Traits, other: number): number {
  const name = gone.first[one] as number;
  const now = arrived.first[other] as number;
  if (name === now) return 0;
  const before = gone.firstMask[one] as number;
  const after = arrived.firstMask[other] as number;
  if (leastParts(before, after, (gone.wordy[one] as number) & 2, (arrived.wordy[other] as number) & 2))
    return 2;
  const faults = leastFaults(
    before,
    after,
    gone.firstLength[one] as number,
    arrived.firstLength[other] as number,
  );
  if (faults <= 3) return faults;
  if (mayBeDiminutives(name, now)) return 3;
  return faults === DIFFERENT ? NEVER : faults;
}

/** Words that came or went leave the letters of the shorter name in the longer one; two compounds may share any of theirs. */
function leastParts(before: number, after: number, wordy: number, nowWordy: number): boolean {
  if (wordy !== 0 && nowWordy !== 0) return true;
  const common = before & after;
  return (wordy !== 0 || nowWordy !== 0) && (common === before || common === after);
}

const DIFFERENT = 7;

/** One fault changes two letters of the alphabet at most, and the length by one. */
function leastFaults(before: number, after: number, long: number, nowLong: number): number {
  const shortest = Math.min(long, nowLong);
  if (shortest < 3) return DIFFERENT;
  const gap = Math.abs(long - nowLong);
  if (gap > 2) return DIFFERENT;
  const apart = bits(before ^ after);
  if (gap < 2 && apart <= 2) return 3;
  return shortest >= 7 && apart <= 4 ? 5 : DIFFERENT;
}

function bits(mask: number): number {
  let value = mask - ((mask >>> 1) & 0x55555555);
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333);
  return Math.imul((value + (value >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function relationOf(gone: Traits, one: number, arrived: Traits, other: number): number {
  const from = gone.relativesStart(one);
  const to = gone.relativesStart(one + 1);
  const start = arrived.relativesStart(other);
  const end = arrived.relativesStart(other + 1);
  if (from === to || start === end) return UNKNOWN;
  for (let at = from; at < to; at++)
    for (let now = start; now < end; now++) if (gone.relatives[at] === arrived.relatives[now]) return SHARED;
  return APART;
}

function dateOf(day: number): WrittenDate {
  return { year: Math.trunc(day / 10_000), month: Math.trunc(day / 100) % 100, day: day % 100, form: '' };
}

/** False for two days that `linkDates` surely calls « changed »; without any object, since it is asked of many. */
function mayBeSlip(one: number, other: number): boolean {
  if (Math.abs(one - other) % 1_000_000 === 0) return true;
  const month = Math.trunc(one / 100) % 100;
  const day = one % 100;
  if (one - month * 100 - day + day * 100 + month === other) return true;
  // Days counted as if every month had 31: a day, or four years and a day, are never further than this.
  const count = (date: number) =>
    Math.trunc(date / 10_000) * 372 + (Math.trunc(date / 100) % 100) * 31 + (date % 100);
  const gap = Math.abs(count(one) - count(other));
  if (gap <= 4 || (gap >= 1480 && gap <= 1500)) return true;
  let left = one;
  let right = other;
  let apart = 0;
  for (; left > 0 || right > 0; left = Math.trunc(left / 10), right = Math.trunc(right / 10))
    if (left % 10 !== right % 10) apart++;
  return apart <= 2;
}

/** A day before a change that a whole column underwent; the day itself when there is no such day. */
function before(day: number, change: string): number {
  if (day === 0) return 0;
  const date = dateOf(day);
  if (change === 'date-day-month') {
    const exchanged = exchangeDayMonth(date);
    return exchanged ? dayNumber(exchanged) : day;
  }
  const size = change.startsWith('date-1904') ? 1462 : 1;
  return dayNumber(shiftDays(date, change.endsWith('-1') ? size : -size));
}
