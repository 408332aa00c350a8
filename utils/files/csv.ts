import { countLineEnds } from './cell-bytes';
import { decodeText, decodeUtf16, detectEncoding } from './encoding';
import { type FileProblem, MAX_FILE_BYTES, quoted, tooLarge } from './problem';
import { CellLengths } from './row-reader';
import { CR, LF, MAX_COLUMNS, QUOTE, RowScanner } from './scan';
import { impostor } from './sniff';
import { ByteTable, RowIndex, type Source, type Table } from './table';
import { Inspection, MAX_CELL } from './table-problems';

/** A table, when there is one, and what is wrong with the file. */
export interface OpenedTable {
  table?: Table;
  problems: FileProblem[];
}

/** Reads a CSV file of any French encoding and separator. Never throws: what is wrong is told in `problems`. */
export function openTable(file: string, original: Uint8Array): OpenedTable {
  if (original.length > MAX_FILE_BYTES) return { problems: [tooLarge(file, original.length)] };
  const refused = impostor(file, original);
  if (refused) return { problems: [refused] };
  const found = detectEncoding(original);
  const { encoding, bom } = found;
  let spoilt = found.spoilt;
  let bytes = original;
  let from = bom;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const text = decodeUtf16(original.subarray(bom), encoding);
    if (text === undefined) return { problems: [brokenUtf16(file)] };
    bytes = new TextEncoder().encode(text);
    from = 0;
    spoilt = detectEncoding(bytes).spoilt;
  }
  return index({ file, original, bytes, encoding, bom, spoilt, from });
}

/** Finds header and rows in one pass over the bytes. */
function index(source: Source): OpenedTable {
  const { file, bytes, from } = source;
  const inspection = new Inspection(file, bytes, source.encoding);
  const start = skipBlankLines(bytes, from);
  if (start.at >= bytes.length) return { problems: [inspection.empty()] };
  const hint = separatorHint(bytes, start.at);
  const headerAt = hint ? hint.next : start.at;
  const headerLine = start.line + (hint ? 1 : 0);
  const scanner = new RowScanner(bytes, hint?.delimiter ?? guessDelimiter(bytes, headerAt));
  scanner.read(headerAt);
  if (scanner.nul >= 0) return { problems: [inspection.nulBytes(headerLine)] };
  if (scanner.unclosed >= 0) return { problems: [inspection.unclosedQuote(headerLine)] };
  if (scanner.count > MAX_COLUMNS) return { problems: [inspection.tooManyColumns(headerLine)] };
  const table = new ByteTable(source, scanner, headerLine, (copy) => index(copy).table);
  inspection.header(table);
  const rows = new RowIndex(bytes.length);
  const lengths = new CellLengths(table.header.length);
  let line = headerLine + 1 + innerLineEnds(scanner, headerAt);
  for (let at = scanner.next; at < bytes.length; at = scanner.next) {
    lengths.prepare(rows.count);
    const noted = scanner.skip(at, lengths.chunk, lengths.at, lengths.width);
    if (!noted) scanner.read(at);
    if (scanner.nul >= 0)
      return { problems: [inspection.nulBytes(line + countLineEnds(bytes, at, scanner.nul))] };
    if (scanner.unclosed >= 0) {
      return { problems: [inspection.unclosedQuote(line + countLineEnds(bytes, at, scanner.unclosed))] };
    }
    if (scanner.count > MAX_COLUMNS) return { problems: [inspection.tooManyColumns(line)] };
    if (!isBlank(scanner, at)) {
      lengths.note(rows.count, scanner, at, noted);
      rows.push(at, line);
      if (scanner.count !== table.header.length || scanner.end - at > MAX_CELL) {
        scanner.read(at);
        inspection.row(scanner, line);
      }
    }
    line += 1 + innerLineEnds(scanner, at);
  }
  table.setRows(rows, lengths);
  return { table, problems: inspection.conclude(table, source.spoilt) };
}

/** Line ends inside the quotes of a row just read. */
function innerLineEnds(scanner: RowScanner, from: number): number {
  return scanner.hasInnerLines ? countLineEnds(scanner.bytes, from, scanner.end) : 0;
}

/** An empty line, a line of spaces, or the line of separators that spreadsheets write for an emptied row. */
function isBlank(scanner: RowScanner, from: number): boolean {
  if (scanner.end - from === scanner.count - 1) return true;
  if (scanner.count > 1) return false;
  for (let at = from; at < scanner.end; at++) if (scanner.bytes[at] !== 0x20) return false;
  return true;
}

function skipBlankLines(bytes: Uint8Array, from: number): { at: number; line: number } {
  let line = 1;
  let begin = from;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) {
      line++;
      begin = at + 1;
    } else if (byte !== 0x20 && byte !== CR) return { at: begin, line };
  }
  return { at: bytes.length, line };
}

/** The line « sep=; » that Excel understands, before the header. */
function separatorHint(bytes: Uint8Array, at: number): { delimiter: number; next: number } | undefined {
  if (
    !/^sep=[;,\t](\r\n|\r|\n)$/i.test(
      decodeText(bytes, at, Math.min(at + 6, bytes.length), 'utf-8').slice(0, 6),
    )
  )
    return undefined;
  const next = at + (bytes[at + 5] === CR && bytes[at + 6] === LF ? 7 : 6);
  return { delimiter: bytes[at + 4] as number, next };
}

/** The separator that occurs most on the header line, outside quotes; a semicolon when in doubt, as in French. */
function guessDelimiter(bytes: Uint8Array, from: number): number {
  const counts = new Map<number, number>([
    [0x3b, 0],
    [0x2c, 0],
    [0x09, 0],
  ]);
  let inQuotes = false;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if (byte === LF || byte === CR) break;
    else if (counts.has(byte)) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  }
  return [...counts].reduce((best, candidate) => (candidate[1] > best[1] ? candidate : best))[0];
}

function brokenUtf16(file: string): FileProblem {
  return {
    code: 'bad-utf16',
    file,
    message: 'Ce fichier est en UTF-16, mais il est coupé ou abîmé.',
    advice: `Refaites l’extraction, ou enregistrez le fichier au format ${quoted('CSV UTF-8')}.`,
    fatal: true,
  };
}
