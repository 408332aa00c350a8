/** Numbers a slot of a `HashSlots` holds besides its two hashes. */
const STRIDE = 4;

/**
 * Texts known by their `CellHash`, each with two numbers of the caller's, 0 at first. The four numbers of a text stand side
 * by side: a large set is slow by what it must fetch from memory, not by what it computes.
 */
export class HashSlots {
  /** Two hashes and the caller's two numbers, for each slot. */
  readonly data: Int32Array;
  private readonly mask: number;
  /** A bit for each first hash: a small table, where the slots of a large set would be fetched from memory. */
  private readonly bits: Uint32Array;

  /** `most`: how many texts there may be. */
  constructor(most: number) {
    let size = 64;
    while (size < most * 1.5) size *= 2;
    this.data = new Int32Array(size * STRIDE);
    this.mask = size - 1;
    this.bits = new Uint32Array(size / 4);
  }

  /** False for a text that is surely not there. */
  mayHold(one: number): boolean {
    const bit = (one >>> 3) & (this.bits.length * 32 - 1);
    return ((this.bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }

  /** Where the caller's numbers of a text stand in `data`, or -1. */
  find(one: number, other: number): number {
    const { data, mask } = this;
    const second = one === 0 && other === 0 ? 1 : other;
    for (let slot = one & mask; ; slot = (slot + 1) & mask) {
      const at = slot * STRIDE;
      if (data[at] === one && data[at + 1] === second) return at + 2;
      if (data[at] === 0 && data[at + 1] === 0) return -1;
    }
  }

  /** Where the caller's numbers of a text stand in `data`, made when it is new. */
  slotOf(one: number, other: number): number {
    const { data, mask } = this;
    // A slot is empty when both are 0: one of the hashes is made another number then.
    const second = one === 0 && other === 0 ? 1 : other;
    let slot = one & mask;
    for (;;) {
      const at = slot * STRIDE;
      const first = data[at] as number;
      const next = data[at + 1] as number;
      if (first === one && next === second) return at + 2;
      if (first === 0 && next === 0) {
        const bit = (one >>> 3) & (this.bits.length * 32 - 1);
        this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31));
        data[at] = one;
        data[at + 1] = second;
        return at + 2;
      }
      slot = (slot + 1) & mask;
    }
  }
}

/** Counts different texts by 32 bits of their hashes, and knows them again: in a million, a hundred may be confused. */
export class HashCount {
  count = 0;
  private readonly seen: Int32Array;

  /** `most`: how many texts there may be. */
  constructor(most: number) {
    let size = 64;
    while (size < most * 1.5) size *= 2;
    this.seen = new Int32Array(size);
  }

  add(hash: number): void {
    const slot = this.slotOf(hash);
    if (this.seen[slot] !== 0) return;
    this.seen[slot] = hash || 1;
    this.count++;
  }

  has(hash: number): boolean {
    return this.seen[this.slotOf(hash)] !== 0;
  }

  private slotOf(hash: number): number {
    const { seen } = this;
    const mask = seen.length - 1;
    const known = hash || 1;
    let slot = Math.imul(known, 0x9e3779b1) & mask;
    while (seen[slot] !== 0 && seen[slot] !== known) slot = (slot + 1) & mask;
    return slot;
  }
}
