import { contentEnd } from './cell-bytes';
import { QUOTE, RowScanner } from './scan';

/** Stands for the length of the last cell of a row whose cells were not noted. */
const NONE = 0xff;
/** Cells noted together; and cells noted of one file: beyond, rows are scanned anew each time. */
const CHUNK = 1 << 17;
const MOST_CELLS = 1 << 25;

/**
 * How long the cells of each row are, their quotes included, noted once while the rows are found: everything that is asked
 * of a row later needs no second walk over its bytes. One byte a cell; rows that have not as many cells as the header, or
 * that have very long ones, are not noted.
 */
export class CellLengths {
  /** True once a row with quotes was noted. */
  hasQuotes = false;
  /** Where the cells of the row that `prepare` was called for go. */
  chunk: Uint8Array;
  at = 0;
  private readonly chunks: Uint8Array[] = [];
  private isFull = false;
  private readonly shift: number;
  private readonly mask: number;

  /** `width`: the cells of the header. */
  constructor(readonly width: number) {
    this.shift = Math.max(0, Math.floor(Math.log2(CHUNK / width)));
    this.mask = (1 << this.shift) - 1;
    this.chunk = this.newChunk();
  }

  /** Makes room for a row. */
  prepare(row: number): void {
    const index = row >> this.shift;
    this.at = this.placeOf(row);
    if (this.chunks[index] || this.isFull) return;
    // Beyond the most that is noted, a chunk that belongs to no row is written over and over.
    if (index > 0) this.chunk = this.newChunk();
    this.isFull = this.width * row > MOST_CELLS;
    if (!this.isFull) this.chunks[index] = this.chunk;
  }

  /** A few cells more: a row of too many cells is only noticed after a few of them. */
  private newChunk(): Uint8Array {
    return new Uint8Array((this.mask + 1) * this.width + SLACK);
  }

  /** Notes the row that a scanner has just read, or skipped; `noted` when `skip` has written its cells already. */
  note(row: number, scanner: RowScanner, from: number, noted: boolean): void {
    const { chunk, at, width } = this;
    if (!this.chunks[row >> this.shift]) return;
    const longest = scanner.count === width ? (noted ? scanner.longest : this.write(scanner, from)) : NONE;
    if (longest >= NONE) chunk[at + width - 1] = NONE;
    else this.hasQuotes ||= scanner.hasQuotes;
  }

  /** Writes how long the cells of the row just read are; gives the longest. */
  private write({ bytes, starts, count, end }: RowScanner, from: number): number {
    let longest = 0;
    let start = from;
    for (let cell = 0; cell < count; cell++) {
      const after = cell + 1 < count ? (starts[cell + 1] as number) : end + 1;
      const next = cell + 1 < count && bytes[after - 1] === QUOTE ? after - 1 : after;
      const length = next - 1 - start;
      this.chunk[this.at + cell] = length;
      longest = Math.max(longest, length);
      start = next;
    }
    return longest;
  }

  /** The lengths of a row begin at `placeOf` in it; undefined when the row was not noted. */
  chunkOf(row: number): Uint8Array | undefined {
    const chunk = this.chunks[row >> this.shift];
    return chunk && chunk[this.placeOf(row) + this.width - 1] !== NONE ? chunk : undefined;
  }

  placeOf(row: number): number {
    return (row & this.mask) * this.width;
  }
}

/** Cells that `RowScanner.skip` may write beyond those that it was given room for. */
export const SLACK = 8;

/** Reads the rows of a table by their number: from where their cells were noted to be, else by scanning. */
export class RowReader extends RowScanner {
  /** Where the content of the cell begins, and ends, that `findCell` has found. */
  cellStart = 0;
  cellEnd = 0;
  /** The row entered: where it begins, and where the ends of its cells were noted. */
  private from = 0;
  private chunk: Uint8Array | undefined;
  private place = 0;
  /** The cell found last, or the first one, and where it begins. */
  private cell = 0;
  private offset = 0;

  constructor(
    bytes: Uint8Array,
    delimiter: number,
    private readonly rowStarts: Uint32Array,
    private readonly lengths: CellLengths | undefined,
  ) {
    super(bytes, delimiter);
    if (lengths) while (this.starts.length < lengths.width) this.grow();
  }

  /** As `read`, by the number of the row; only `starts`, `ends` and `count` are told. */
  readRow(row: number, cells = Number.POSITIVE_INFINITY): void {
    const from = this.rowStarts[row] as number;
    const { lengths } = this;
    const chunk = lengths?.chunkOf(row);
    if (!lengths || !chunk) {
      this.read(from, cells);
      return;
    }
    const { starts, ends } = this;
    const count = cells < lengths.width ? cells : lengths.width;
    const place = lengths.placeOf(row);
    let start = from;
    for (let cell = 0; cell < count; cell++) {
      const end = start + (chunk[place + cell] as number);
      starts[cell] = start;
      ends[cell] = end;
      start = end + 1;
    }
    this.count = count;
    if (lengths.hasQuotes) this.enterQuotes();
  }

  /** Goes to a row, of which `findCell` then finds single cells: all of them need not be known. */
  enter(row: number): void {
    const { lengths } = this;
    this.from = this.rowStarts[row] as number;
    this.cell = 0;
    this.offset = this.from;
    this.chunk = lengths?.chunkOf(row);
    if (lengths && this.chunk) this.place = lengths.placeOf(row);
    else this.read(this.from);
  }

  /**
   * Finds one cell of the row that was entered; false when the row is too short. Its content then stands from `cellStart`
   * to `cellEnd`.
   */
  findCell(column: number): boolean {
    const { chunk, from, bytes } = this;
    if (!chunk) {
      if (column >= this.count) return false;
      this.cellStart = this.starts[column] as number;
      this.cellEnd = this.ends[column] as number;
      return true;
    }
    const { place } = this;
    let cell = column < this.cell ? 0 : this.cell;
    let start = cell === 0 ? from : this.offset;
    for (; cell < column; cell++) start += 1 + (chunk[place + cell] as number);
    this.cell = column;
    this.offset = start;
    const end = start + (chunk[place + column] as number);
    const isQuoted = start < end && bytes[start] === QUOTE;
    this.cellStart = isQuoted ? start + 1 : start;
    this.cellEnd = isQuoted ? contentEnd(bytes, start, end) : end;
    return true;
  }

  /** How long the cells of a row are, quotes included, from `placeOf` on; undefined when they were not noted. */
  lengthsOf(row: number): Uint8Array | undefined {
    return this.lengths?.chunkOf(row);
  }

  placeOf(row: number): number {
    return this.lengths?.placeOf(row) ?? 0;
  }

  startOf(row: number): number {
    return this.rowStarts[row] as number;
  }

  /** Narrows cells in quotes to their content. */
  private enterQuotes(): void {
    const { bytes, starts, ends, count } = this;
    for (let cell = 0; cell < count; cell++) {
      const start = starts[cell] as number;
      const end = ends[cell] as number;
      if (start === end || bytes[start] !== QUOTE) continue;
      starts[cell] = start + 1;
      ends[cell] = contentEnd(bytes, start, end);
    }
  }
}
