import type { RowRef } from './changed-rows';

/** Rows remembered, by a few bits of what makes rows alike. */
const SLOTS = 1024;
/** Numbers that make rows alike. */
const LIKE = 5;
/** Those of the row remembered, where it and its counterpart stand, and how many more there were like it. */
const STRIDE = LIKE + 5;
const COUNT = STRIDE - 1;

/**
 * Counts the rows of both files that are alike in some numbers, and tells of them all at once: a school has few classes, so
 * that nearly every row is like one met before, and what has to be looked up is looked up once. Nothing is ever counted as
 * like what it is not: a row that takes the slot of another has that one told first.
 */
export class RowsAlike {
  /** What the next row is like; the first number is handed to `tell`. */
  readonly like = new Int32Array(LIKE);
  private readonly slots = new Int32Array(SLOTS * STRIDE);

  /** `tell` hears of the first row of its kind at once, and of how many more there were later. */
  constructor(private readonly tell: (first: number, old: RowRef, fresh: RowRef, count: number) => void) {}

  add(table: number, row: number, freshTable: number, freshRow: number): void {
    const { like, slots } = this;
    let mixed = 0;
    for (let at = 0; at < LIKE; at++) mixed = Math.imul(mixed ^ (like[at] as number), 0x9e3779b1);
    const slot = (mixed >>> 22) * STRIDE;
    let same = 0;
    while (same < LIKE && slots[slot + same] === like[same]) same++;
    if (same === LIKE && slots[slot + LIKE] === table + 1 && slots[slot + LIKE + 2] === freshTable) {
      slots[slot + COUNT] = (slots[slot + COUNT] as number) + 1;
      return;
    }
    this.tellOf(slot);
    slots.set(like, slot);
    // One more than the table: a slot of zeros is an empty one.
    slots.set([table + 1, row, freshTable, freshRow, 1], slot + LIKE);
    this.tellOf(slot);
  }

  /** Tells of all that were counted and not told yet. */
  end(): void {
    for (let slot = 0; slot < this.slots.length; slot += STRIDE) this.tellOf(slot);
  }

  private tellOf(slot: number): void {
    const { slots } = this;
    const count = slots[slot + COUNT] as number;
    if (count === 0) return;
    slots[slot + COUNT] = 0;
    const [table = 0, row = 0, freshTable = 0, freshRow = 0] = slots.subarray(slot + LIKE, slot + COUNT);
    this.tell(slots[slot] as number, { table: table - 1, row }, { table: freshTable, row: freshRow }, count);
  }
}
