import { isQuoted, withoutDoubling } from './cell-bytes';
import { decodeText, encodeText } from './encoding';
import { QUOTE } from './scan';
import type { Table } from './table';

/**
 * Two 32-bit hashes of one or several cells, together enough to take equal hashes for equal texts: among a million
 * different texts, one chance in ten million that any two are confused. The same whatever the encoding and the quoting.
 */
export class CellHash {
  one = 0;
  other = 0;
  private bytes: Uint8Array;
  private readonly windows: boolean;

  constructor({ bytes, encoding }: Table) {
    this.bytes = bytes;
    this.windows = encoding === 'windows-1252';
  }

  reset(): void {
    this.one = 0x811c9dc5 | 0;
    this.other = 0x2f7c4d13;
  }

  /** 53 bits of both, as one number. */
  get single(): number {
    return (this.one >>> 0) * 0x200000 + (this.other >>> 11);
  }

  /** 32 bits of both. */
  get both(): number {
    return this.one ^ Math.imul(this.other, 0x9e3779b1);
  }

  /** Adds a cell exactly as typed. */
  add(start: number, end: number): void {
    const { bytes } = this;
    if (isQuoted(bytes, start) || this.windows) {
      for (let at = start; at < end; at++) {
        const byte = bytes[at] as number;
        if (byte === QUOTE || byte >= 0x80) {
          this.addText(this.textOf(start, end));
          return;
        }
      }
    }
    this.addBytes(bytes, start, end);
  }

  /** Adds a cell as its bytes are, out of its quotes: to be compared with cells of the same encoding. */
  addBytewise(start: number, end: number): void {
    const { bytes } = this;
    if (isQuoted(bytes, start)) {
      const inner = bytes.subarray(start, end);
      if (inner.includes(QUOTE)) {
        const single = withoutDoubling(bytes, start, end);
        this.addBytes(single, 0, single.length);
        return;
      }
    }
    this.addBytes(bytes, start, end);
  }

  /** Adds a cell without the spaces around it; false, and nothing is added, when it is blank. */
  addTrimmed(start: number, end: number): boolean {
    const { bytes } = this;
    let from = start;
    let to = end;
    while (from < to && (bytes[from] as number) <= 0x20) from++;
    while (to > from && (bytes[to - 1] as number) <= 0x20) to--;
    if (from === to) return false;
    const first = bytes[from] as number;
    const last = bytes[to - 1] as number;
    // Beyond ASCII there are other spaces; a letter in two bytes is none.
    const letter = (at: number) => bytes[at] === 0xc3 || bytes[at] === 0xc5;
    const isPlain =
      (first < 0x80 || letter(from)) && (last < 0x80 || (!this.windows && letter(to - 2))) && from === start;
    if (isPlain && to === end) {
      this.add(start, end);
      return true;
    }
    const text = this.textOf(start, end).trim();
    if (text === '') return false;
    this.addText(text);
    return true;
  }

  /** Ends a cell: « ab » and « c » are not « a » and « bc ». */
  separate(): void {
    this.one = Math.imul(this.one ^ 0x1f, 0x01000193);
    this.other = Math.imul(this.other ^ 0x1f, 0x01000193);
  }

  private textOf(start: number, end: number): string {
    const text = decodeText(this.bytes, start, end, this.windows ? 'windows-1252' : 'utf-8');
    return isQuoted(this.bytes, start) ? text.replaceAll('""', '"') : text;
  }

  private addText(text: string): void {
    const bytes = encodeText(text, 'utf-8');
    this.addBytes(bytes, 0, bytes.length);
  }

  private addBytes(bytes: Uint8Array, start: number, end: number): void {
    let { one, other } = this;
    let at = start;
    for (; at + 3 < end; at += 4) {
      const four =
        (bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24);
      one = Math.imul(one ^ four, 0x9e3779b1);
      one ^= one >>> 15;
      other = Math.imul(other ^ four, 0x85ebca6b);
      other ^= other >>> 13;
    }
    let rest = end - at;
    for (; at < end; at++) rest = (rest << 8) | (bytes[at] as number);
    one = Math.imul(one ^ rest, 0x9e3779b1);
    other = Math.imul(other ^ rest, 0x85ebca6b);
    this.one = one ^ (one >>> 15);
    this.other = other ^ (other >>> 13);
  }
}
