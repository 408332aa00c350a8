import { isQuoted } from './cell-bytes';
import { decodeText, type Encoding, windows1252ToUtf8 } from './encoding';
import { type CellLengths, RowReader } from './row-reader';
import { CR, LF, type RowScanner } from './scan';

export type Delimiter = ';' | ',' | '\t';

/** Bytes of a cell's content in `Table.bytes`: from `start` to `end`, inside its quotes when it has some. */
export interface CellRange {
  start: number;
  end: number;
  quoted: boolean;
}

/** A delimited text file, read in place: cells become text only when they are asked for. Rows and columns count from 0. */
export interface Table {
  /** Name of the file. */
  readonly file: string;
  /** The bytes as they were given. */
  readonly original: Uint8Array;
  /** The bytes that offsets refer to: `original`, or its UTF-8 copy when it was UTF-16. */
  readonly bytes: Uint8Array;
  /** Encoding of `original`. */
  readonly encoding: Encoding;
  /** Length of the byte order mark of `original`, 0 when there is none. */
  readonly bom: number;
  readonly delimiter: Delimiter;
  /** Line end of the header line, which the others usually share. */
  readonly newline: '\r\n' | '\n' | '\r';
  readonly header: readonly string[];
  /** Line of the header, from 1. */
  readonly headerLine: number;
  /** Rows after the header; empty lines, and lines of separators only, are no rows. */
  readonly rowCount: number;
  /** Offset where the first row may begin: everything before it is mark and header. */
  readonly bodyStart: number;
  /** Text of a cell, exactly as typed; empty when the row is too short. */
  cell(row: number, column: number): string;
  /** All cells of a row. */
  cells(row: number): string[];
  /** Line of the file where a row begins, from 1. */
  lineOf(row: number): number;
  /** Offsets of a cell's content; undefined when the row is too short. */
  cellRange(row: number, column: number): CellRange | undefined;
  /** Offsets of a row, its line end not included. */
  rowRange(row: number): { start: number; end: number };
  /** Offset of a row: what a scanner reads from. */
  rowStart(row: number): number;
  /** Name of a column for a message: its header, or « colonne 3 ». */
  columnName(column: number): string;
  /** Reads rows as offsets of their cells: the way without text, for large files. */
  scanner(): RowReader;
  /** The same table over UTF-8 bytes, to be compared with one of another encoding; itself when it is UTF-8 already. */
  asUtf8(): Table;
}

/** A file as it was given, and the bytes that are scanned. */
export interface Source {
  file: string;
  original: Uint8Array;
  bytes: Uint8Array;
  encoding: Encoding;
  bom: number;
  /** Offsets in `bytes` of letters that a wrong encoding has spoilt. */
  spoilt: readonly number[];
  /** Offset after the byte order mark in `bytes`. */
  from: number;
}

/** Where the rows begin: one number a row, and the line of those that do not follow on the line of the row before. */
export class RowIndex {
  count = 0;
  starts = new Uint32Array(1024);
  private readonly brokenAt: number[] = [];
  private readonly lines: number[] = [];
  private nextLine = 0;

  /** `length`: of all the bytes, to foresee how many rows there will be. */
  constructor(private readonly length: number) {}

  push(start: number, line: number): void {
    if (this.count === this.starts.length) this.enlarge(start);
    if (line !== this.nextLine) {
      this.brokenAt.push(this.count);
      this.lines.push(line);
    }
    this.nextLine = line + 1;
    this.starts[this.count++] = start;
  }

  /** Line of the file where a row begins, 0 for no row. */
  lineOf(row: number): number {
    if (row < 0 || row >= this.count) return 0;
    let [low, high] = [0, this.brokenAt.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.brokenAt[middle] as number) <= row) low = middle;
      else high = middle - 1;
    }
    return (this.lines[low] as number) + row - (this.brokenAt[low] as number);
  }

  private enlarge(start: number): void {
    const { starts, length } = this;
    // As long as the rows met so far, and a tenth more of them than that tells.
    const foreseen = Math.ceil((starts.length / start) * length * 1.1);
    this.starts = new Uint32Array(Math.max(foreseen, Math.ceil(starts.length * 1.5)));
    this.starts.set(starts);
  }
}

/** A table over bytes, its rows known by their offsets. */
export class ByteTable implements Table {
  readonly file: string;
  readonly original: Uint8Array;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly bom: number;
  readonly delimiter: Delimiter;
  readonly newline: '\r\n' | '\n' | '\r';
  readonly header: readonly string[];
  readonly bodyStart: number;
  private rows = new RowIndex(0);
  private lengths: CellLengths | undefined;
  private reader: RowReader;
  private read = -1;

  constructor(
    private readonly source: Source,
    header: RowScanner,
    readonly headerLine: number,
    private readonly reopen: (source: Source) => Table | undefined,
  ) {
    ({
      file: this.file,
      original: this.original,
      bytes: this.bytes,
      encoding: this.encoding,
      bom: this.bom,
    } = source);
    this.delimiter = String.fromCharCode(header.delimiter) as Delimiter;
    this.newline = this.bytes[header.end] === CR ? (this.bytes[header.end + 1] === LF ? '\r\n' : '\r') : '\n';
    this.bodyStart = header.next;
    this.header = this.texts(header);
    this.reader = this.scanner();
  }

  setRows(rows: RowIndex, lengths: CellLengths): void {
    this.rows = rows;
    this.lengths = lengths;
    this.reader = this.scanner();
  }

  get rowCount(): number {
    return this.rows.count;
  }

  cell(row: number, column: number): string {
    const scanner = this.at(row);
    return column < scanner.count ? this.text(scanner, column) : '';
  }

  cells(row: number): string[] {
    return this.texts(this.at(row));
  }

  lineOf(row: number): number {
    return this.rows.lineOf(row);
  }

  cellRange(row: number, column: number): CellRange | undefined {
    const scanner = this.at(row);
    if (column >= scanner.count) return undefined;
    const start = scanner.starts[column] as number;
    return { start, end: scanner.ends[column] as number, quoted: isQuoted(this.bytes, start) };
  }

  rowRange(row: number): { start: number; end: number } {
    if (row < 0 || row >= this.rows.count) return { start: 0, end: 0 };
    const scanner = this.scanner();
    scanner.read(this.rowStart(row));
    return { start: this.rowStart(row), end: scanner.end };
  }

  rowStart(row: number): number {
    return this.rows.starts[row] ?? 0;
  }

  columnName(column: number): string {
    return this.header[column]?.trim() || `colonne ${column + 1}`;
  }

  scanner(): RowReader {
    return new RowReader(this.bytes, this.delimiter.charCodeAt(0), this.rows.starts, this.lengths);
  }

  asUtf8(): Table {
    if (this.encoding !== 'windows-1252') return this;
    const bytes = windows1252ToUtf8(this.bytes.subarray(this.source.from));
    return (
      this.reopen({
        file: this.file,
        original: bytes,
        bytes,
        encoding: 'utf-8',
        bom: 0,
        from: 0,
        spoilt: [],
      }) ?? this
    );
  }

  /** Neighbouring cells are usually asked for together: the row read last is kept. */
  private at(row: number): RowScanner {
    if (row < 0 || row >= this.rows.count) throw new RangeError(`No row ${row} in ${this.file}`);
    if (this.read !== row) this.reader.readRow(row);
    this.read = row;
    return this.reader;
  }

  private texts(scanner: RowScanner): string[] {
    return Array.from({ length: scanner.count }, (_, column) => this.text(scanner, column));
  }

  private text(scanner: RowScanner, column: number): string {
    const start = scanner.starts[column] as number;
    const text = decodeText(this.bytes, start, scanner.ends[column] as number, this.encoding);
    return isQuoted(this.bytes, start) ? text.replaceAll('""', '"') : text;
  }
}
