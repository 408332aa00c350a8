export const QUOTE = 0x22;
export const LF = 0x0a;
export const CR = 0x0d;
const SPACE = 0x20;
/** Weight of the bytes at which a quick walk over a row must stop and look. */
export const STOP = 0x4000;

/** A spreadsheet's own limit; a file beyond it is no roster, and would only fill the memory. */
export const MAX_COLUMNS = 16_384;

/**
 * Reads rows of delimited text straight from bytes, and makes no text of them.
 * Serves UTF-8 and Windows-1252 alike: in both, separators, quotes and line ends are single bytes that occur in no letter.
 * After `read`, `starts` and `ends` hold the content of each cell (inside its quotes), up to `count`.
 */
export class RowScanner {
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** Cells of the row. */
  count = 0;
  /** Offset after the row's last byte, line end not included. */
  end = 0;
  /** Offset of the next row. */
  next = 0;
  /** True when a cell of the row was in quotes. */
  hasQuotes = false;
  /** True when a line ended inside quotes. */
  hasInnerLines = false;
  /** Offset of a quote that is never closed, or -1. */
  unclosed = -1;
  /** At least as much as the longest cell of the row that `skip` has found the end of, and less than twice as much. */
  longest = 0;
  /** Offset of a null byte met on the way, or -1: no text file has any. */
  nul = -1;

  /** Of each byte: 1 for the separator, `STOP` for quotes, line ends and null bytes, else 0. */
  readonly weights = new Uint16Array(256);
  private readonly view: DataView;
  /** The separator four times over. */
  private readonly separators: number;

  constructor(
    readonly bytes: Uint8Array,
    readonly delimiter: number,
  ) {
    for (const byte of [QUOTE, LF, CR, 0]) this.weights[byte] = STOP;
    this.weights[delimiter] = 1;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.separators = delimiter * 0x01010101;
  }

  /** Reads the row that begins at an offset; stops after `cells` cells when only the first ones are wanted. */
  read(from: number, cells = Number.POSITIVE_INFINITY): void {
    const { bytes, delimiter } = this;
    const to = bytes.length;
    let at = from;
    let count = 0;
    this.hasQuotes = false;
    this.hasInnerLines = false;
    this.unclosed = -1;
    for (;;) {
      let start = at;
      let end: number;
      if (at < to && bytes[at] === QUOTE) {
        start = at + 1;
        end = this.closingQuote(start);
        this.hasQuotes = true;
        if (end < 0) {
          this.unclosed = at;
          end = to;
          at = to;
        } else at = this.afterSpaces(end + 1);
      } else {
        while (at < to) {
          const byte = bytes[at] as number;
          if (byte === delimiter) break;
          if (byte < 14) {
            if (byte === LF || byte === CR) break;
            if (byte === 0 && this.nul < 0) this.nul = at;
          }
          at++;
        }
        end = at;
      }
      if (count < MAX_COLUMNS) {
        if (count === this.starts.length) this.grow();
        this.starts[count] = start;
        this.ends[count] = end;
      }
      count++;
      if (at >= to || bytes[at] !== delimiter || count >= cells) break;
      at++;
    }
    this.count = count;
    this.end = at;
    this.next = this.afterLineEnd(at);
  }

  /**
   * Finds the end of the row that begins at an offset, and writes how long its cells are into `lengths` from `place` on; of
   * greater lengths, `longest` tells. False when the row holds a quote or a line end inside a cell, or more cells than `most`:
   * then only `read` can tell.
   * There must be room for eight cells more, which may be overwritten.
   */
  skip(from: number, lengths: Uint8Array, place: number, most: number): boolean {
    const { bytes, view, weights, separators, delimiter } = this;
    const to = bytes.length;
    const limit = place + most;
    let at = from;
    let start = from;
    let cell = place;
    let longest = 0;
    let hasQuotes = false;
    for (;;) {
      for (const last = to - 3; at < last; at += 4) {
        const four = view.getInt32(at, true);
        // One below 0x23 may be a quote, a line end or a null byte, and is usually a space.
        if (((four - 0x23232323) & ~four & 0x80808080) !== 0) {
          const all =
            (weights[bytes[at] as number] as number) +
            (weights[bytes[at + 1] as number] as number) +
            (weights[bytes[at + 2] as number] as number) +
            (weights[bytes[at + 3] as number] as number);
          if (all >= STOP) break;
        }
        const other = four ^ separators;
        // Leaves the highest bit of each byte that is the separator.
        let found = ~(((other & 0x7f7f7f7f) + 0x7f7f7f7f) | other | 0x7f7f7f7f);
        if (found === 0) continue;
        do {
          const end = at + ((31 - Math.clz32(found & -found)) >> 3);
          longest |= end - start;
          lengths[cell++] = end - start;
          start = end + 1;
          found &= found - 1;
        } while (found !== 0);
        if (cell >= limit) return false;
      }
      while (at < to && (weights[bytes[at] as number] as number) < STOP) {
        if (weights[bytes[at] as number] === 1) {
          longest |= at - start;
          lengths[cell++] = at - start;
          if (cell >= limit) return false;
          start = at + 1;
        }
        at++;
      }
      if (bytes[at] === QUOTE) {
        if (at !== start) return false;
        at = this.afterPlainQuotes(at);
        if (at < 0) return false;
        hasQuotes = true;
        if (bytes[at] !== delimiter) break;
        longest |= at - start;
        lengths[cell++] = at - start;
        if (cell >= limit) return false;
        start = ++at;
        continue;
      }
      if (bytes[at] !== 0) break;
      if (this.nul < 0) this.nul = at;
      at++;
    }
    lengths[cell] = at - start;
    this.longest = longest | (at - start);
    this.hasQuotes = hasQuotes;
    this.hasInnerLines = false;
    this.unclosed = -1;
    this.count = cell - place + 1;
    this.end = at;
    this.next = this.afterLineEnd(at);
    return true;
  }

  /** Offset after a cell in quotes of one line that holds no other quote, with nothing between it and its end; else -1. */
  private afterPlainQuotes(from: number): number {
    const { bytes, weights } = this;
    let at = from + 1;
    while (at < bytes.length && (weights[bytes[at] as number] as number) < STOP) at++;
    if (bytes[at] !== QUOTE) return -1;
    const after = bytes[at + 1];
    return after === undefined || after === this.delimiter || after === LF || after === CR ? at + 1 : -1;
  }

  private afterLineEnd(at: number): number {
    const { bytes } = this;
    if (at >= bytes.length) return bytes.length;
    return at + (bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1);
  }

  /** A quote closes a cell when a separator, a line end or the end follows it; any other lone quote is a typed one. */
  private closingQuote(from: number): number {
    const { bytes, delimiter } = this;
    const to = bytes.length;
    for (let at = from; at < to; at++) {
      const found = bytes[at] as number;
      if (found > QUOTE) continue;
      if (found === 0 && this.nul < 0) this.nul = at;
      if (found === LF || found === CR) this.hasInnerLines = true;
      if (found !== QUOTE) continue;
      if (bytes[at + 1] === QUOTE) {
        at++;
        continue;
      }
      const after = this.afterSpaces(at + 1);
      const byte = bytes[after];
      if (byte === undefined || byte === delimiter || byte === LF || byte === CR) return at;
    }
    return -1;
  }

  private afterSpaces(from: number): number {
    let at = from;
    while (this.bytes[at] === SPACE) at++;
    return at;
  }

  protected grow(): void {
    const starts = new Int32Array(this.starts.length * 2);
    const ends = new Int32Array(starts.length);
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }
}
