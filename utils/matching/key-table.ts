/**
 * Members under 32-bit keys, for keys that another list has too: the keys of the other list are told first (`expect`), and
 * what it surely lacks is never kept. Most members of a large list are strangers, so that the table stays small and quick.
 */
export class KeyTable {
  private readonly expected: Uint32Array;
  private readonly bitMask: number;
  /** A bit for each key that was added: most keys that are looked for are not there. */
  private readonly present: Uint32Array;
  private readonly presentShift: number;
  private keys = new Int32Array(1024);
  private heads = new Int32Array(1024).fill(-1);
  private counts = new Uint32Array(1024);
  private entries = 0;
  private owners = new Int32Array(1024);
  private nexts = new Int32Array(1024);
  private used = 0;

  /** `expected`: about how many keys will be told; 0 when every key is to be kept. */
  constructor(expected = 0) {
    let bits = expected === 0 ? 32 : 1 << 10;
    while (bits < expected * 10) bits *= 2;
    this.expected = new Uint32Array(bits / 32);
    this.bitMask = bits - 1;
    if (expected === 0) this.expected.fill(-1);
    const presentBits = Math.max(1 << 15, bits / 4);
    this.present = new Uint32Array(presentBits / 32);
    this.presentShift = Math.clz32(presentBits) + 1;
  }

  /** Tells a key of the other list. */
  expect(key: number): void {
    const bit = key & this.bitMask;
    this.expected[bit >>> 5] = (this.expected[bit >>> 5] as number) | (1 << (bit & 31));
  }

  /** False for a key that the other list surely lacks. */
  isExpected(key: number): boolean {
    const bit = key & this.bitMask;
    return ((this.expected[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }

  /** Adds a member under a key that is expected. Under one key, a member is added once when its keys come together. */
  add(key: number, member: number): void {
    if (!this.isExpected(key)) return;
    const bit = this.presentBit(key);
    this.present[bit >>> 5] = (this.present[bit >>> 5] as number) | (1 << (bit & 31));
    const entry = this.entryOf(key);
    const head = this.heads[entry] as number;
    if (head >= 0 && this.owners[head] === member) return;
    if (head < 0) {
      this.keys[entry] = key;
      this.entries++;
    }
    if (this.used === this.owners.length) {
      this.owners = enlarged(this.owners);
      this.nexts = enlarged(this.nexts);
    }
    this.owners[this.used] = member;
    this.nexts[this.used] = head;
    this.heads[entry] = this.used++;
    this.counts[entry] = (this.counts[entry] as number) + 1;
    if (this.entries * 2 > this.keys.length) this.rehash();
  }

  /** Where a key stands, or -1. */
  find(key: number): number {
    const bit = this.presentBit(key);
    if (((this.present[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return -1;
    const entry = this.entryOf(key);
    return (this.heads[entry] as number) < 0 ? -1 : entry;
  }

  /** How many members stand at an entry. */
  countOf(entry: number): number {
    return this.counts[entry] as number;
  }

  /** First slot of an entry; -1 ends the chain. */
  first(entry: number): number {
    return this.heads[entry] as number;
  }

  next(slot: number): number {
    return this.nexts[slot] as number;
  }

  memberAt(slot: number): number {
    return this.owners[slot] as number;
  }

  private presentBit(key: number): number {
    return Math.imul(key, 0x9e3779b1) >>> this.presentShift;
  }

  private entryOf(key: number): number {
    const { keys, heads } = this;
    const mask = keys.length - 1;
    let entry = Math.imul(key, 0x9e3779b1) & mask;
    while ((heads[entry] as number) >= 0 && keys[entry] !== key) entry = (entry + 1) & mask;
    return entry;
  }

  private rehash(): void {
    const { keys, heads, counts } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.heads = new Int32Array(keys.length * 2).fill(-1);
    this.counts = new Uint32Array(keys.length * 2);
    for (let old = 0; old < keys.length; old++) {
      if ((heads[old] as number) < 0) continue;
      const entry = this.entryOf(keys[old] as number);
      this.keys[entry] = keys[old] as number;
      this.heads[entry] = heads[old] as number;
      this.counts[entry] = counts[old] as number;
    }
  }
}

function enlarged(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
