import { QUOTE, RowScanner } from './scan';

const SPACE = 0x20;
/** Stands for the end of the last cell of a row whose cells were not noted. */
const NONE = 0xffff;
/** Cells noted together; and cells noted of one file: beyond, rows are scanned anew each time. */
const CHUNK = 1 << 16;
const MOST_CELLS = 1 << 25;

/**
 * Where the cells of each row end, from the beginning of the row, noted once while the rows are found: everything that is
 * asked of a row later needs no second walk over its bytes. Two bytes a cell; rows that have not as many cells as the
 * header, or that are too long, are not noted.
 */
export class CellEnds {
  /** True once a row with quotes was noted. */
  hasQuotes = false;
  /** Where the cells of the row that `prepare` was called for go. */
  chunk: Uint16Array;
  at = 0;
  private readonly chunks: Uint16Array[] = [];
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
  private newChunk(): Uint16Array {
    return new Uint16Array((this.mask + 1) * this.width + SLACK);
  }

  /** Notes the row that a scanner has just read, or skipped; `noted` when `skip` has written its cells already. */
  note(row: number, scanner: RowScanner, from: number, noted: boolean): void {
    const { chunk, at, width } = this;
    if (!this.chunks[row >> this.shift]) return;
    const last = at + width - 1;
    const length = scanner.end - from;
    if (scanner.count !== width || length >= NONE) chunk[last] = NONE;
    else if (!noted) {
      const { bytes, starts } = scanner;
      for (let cell = 1; cell < width; cell++) {
        const start = starts[cell] as number;
        chunk[at + cell - 1] = start - from - (bytes[start - 1] === QUOTE ? 2 : 1);
      }
      chunk[last] = length;
      this.hasQuotes ||= scanner.hasQuotes;
    }
  }

  /** The ends of a row begin at `placeOf` in it; undefined when the row was not noted. */
  chunkOf(row: number): Uint16Array | undefined {
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
  private chunk: Uint16Array | undefined;
  private place = 0;

  constructor(
    bytes: Uint8Array,
    delimiter: number,
    private readonly rowStarts: Uint32Array,
    private readonly cellEnds: CellEnds | undefined,
  ) {
    super(bytes, delimiter);
    if (cellEnds) while (this.starts.length < cellEnds.width) this.grow();
  }

  /** As `read`, by the number of the row; only `starts`, `ends` and `count` are told. */
  readRow(row: number, cells = Number.POSITIVE_INFINITY): void {
    const from = this.rowStarts[row] as number;
    const { cellEnds } = this;
    const chunk = cellEnds?.chunkOf(row);
    if (!cellEnds || !chunk) {
      this.read(from, cells);
      return;
    }
    const { starts, ends } = this;
    const count = cells < cellEnds.width ? cells : cellEnds.width;
    const place = cellEnds.placeOf(row);
    let start = from;
    for (let cell = 0; cell < count; cell++) {
      const end = from + (chunk[place + cell] as number);
      starts[cell] = start;
      ends[cell] = end;
      start = end + 1;
    }
    this.count = count;
    if (cellEnds.hasQuotes) this.enterQuotes();
  }

  /** Goes to a row, of which `findCell` then finds single cells: all of them need not be known. */
  enter(row: number): void {
    const { cellEnds } = this;
    this.from = this.rowStarts[row] as number;
    this.chunk = cellEnds?.chunkOf(row);
    if (cellEnds && this.chunk) this.place = cellEnds.placeOf(row);
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
    const place = this.place + column;
    let start = column === 0 ? from : from + (chunk[place - 1] as number) + 1;
    let end = from + (chunk[place] as number);
    if (start < end && bytes[start] === QUOTE) {
      while (bytes[end - 1] === SPACE) end--;
      start++;
      end--;
    }
    this.cellStart = start;
    this.cellEnd = end;
    return true;
  }

  /** Where the cells of a row end, from `placeOf` on; undefined when they were not noted, or when the file has quotes. */
  plainEnds(row: number): Uint16Array | undefined {
    const { cellEnds } = this;
    return cellEnds && !cellEnds.hasQuotes ? cellEnds.chunkOf(row) : undefined;
  }

  placeOf(row: number): number {
    return this.cellEnds?.placeOf(row) ?? 0;
  }

  startOf(row: number): number {
    return this.rowStarts[row] as number;
  }

  /** Narrows cells in quotes to their content. */
  private enterQuotes(): void {
    const { bytes, starts, ends, count } = this;
    for (let cell = 0; cell < count; cell++) {
      const start = starts[cell] as number;
      let end = ends[cell] as number;
      if (start === end || bytes[start] !== QUOTE) continue;
      while (bytes[end - 1] === SPACE) end--;
      starts[cell] = start + 1;
      ends[cell] = end - 1;
    }
  }
}
