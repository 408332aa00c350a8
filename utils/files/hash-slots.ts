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

/** Texts known by 32 bits of their hashes: in a million, a hundred may be confused. */
export class KnownHashes {
  private readonly seen: Int32Array;

  /** `most`: how many texts there may be. */
  constructor(most: number) {
    let size = 64;
    while (size < most * 1.5) size *= 2;
    this.seen = new Int32Array(size);
  }

  /** Adds a text; false when it was there. */
  add(hash: number): boolean {
    const slot = this.slotOf(hash);
    if (this.seen[slot] !== 0) return false;
    this.seen[slot] = hash || 1;
    return true;
  }

  has(hash: number): boolean {
    return this.seen[this.slotOf(hash)] !== 0;
  }

  clear(): void {
    this.seen.fill(0);
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

/** Hashes are counted by so many of their bits at a time. */
const PARTS = 256;

/** Counts different texts by 32 bits of their hashes: in a million, a hundred may be confused. */
export class HashCount {
  private readonly hashes: Int32Array;
  private used = 0;

  /** `most`: how many texts may be added, repeated ones too. */
  constructor(most: number) {
    this.hashes = new Int32Array(most);
  }

  add(hash: number): void {
    this.hashes[this.used++] = hash;
  }

  /** How many different ones were added. Part by part: one table of them all would be fetched from memory each time. */
  count(): number {
    const added = this.hashes.subarray(0, this.used);
    const ends = new Uint32Array(PARTS);
    for (let at = 0; at < added.length; at++)
      ends[partOf(added, at)] = (ends[partOf(added, at)] as number) + 1;
    const known = new KnownHashes(Math.max(...ends));
    for (let part = 1; part < PARTS; part++) ends[part] = (ends[part] as number) + (ends[part - 1] as number);
    const parted = new Int32Array(added.length);
    const places = ends.slice();
    for (let at = 0; at < added.length; at++) {
      const part = partOf(added, at);
      const place = (places[part] as number) - 1;
      places[part] = place;
      parted[place] = added[at] as number;
    }
    let count = 0;
    for (let part = 0, from = 0; part < PARTS; part++) {
      const to = ends[part] as number;
      for (; from < to; from++) if (known.add(parted[from] as number)) count++;
      known.clear();
    }
    return count;
  }
}

function partOf(hashes: Int32Array, at: number): number {
  return (hashes[at] as number) >>> 24;
}
