import { type Encoding, encodeText, unencodable } from './encoding';
import { type FileProblem, quoted } from './problem';
import type { Table } from './table';

/** A cell to rewrite. `restoredFrom` is the cell of the original export that the value comes back from, when it does. */
export interface CellCorrection {
  row: number;
  column: number;
  value: string;
  restoredFrom?: { table: Table; row: number; column: number };
}

/** The corrected file, or why it cannot be written: all or nothing. */
export type Corrected =
  | { bytes: Uint8Array; problems?: undefined }
  | { bytes?: undefined; problems: FileProblem[] };

/** What a spreadsheet takes for a formula at the beginning of a cell. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rewrites cells of a file and leaves every other byte as it was: mark, separator, quotes, line ends, order, encoding.
 * A value that a spreadsheet would run as a formula is written only when the original export held exactly that value;
 * otherwise an apostrophe is put before it. Without corrections the very bytes given are given back.
 */
export function correctTable(table: Table, corrections: readonly CellCorrection[]): Corrected {
  const problems: FileProblem[] = [];
  const edits: { start: number; end: number; text: string }[] = [];
  const seen = new Map<string, string>();
  for (const correction of corrections) {
    const { row, column } = correction;
    const value = harmless(correction);
    const place = `${row} ${column}`;
    const problem = refusal(table, correction, value, seen.get(place));
    if (problem) problems.push(problem);
    const range = row >= 0 && row < table.rowCount ? table.cellRange(row, column) : undefined;
    if (problem || !range || seen.has(place)) continue;
    seen.set(place, value);
    if (table.cell(row, column) === value) continue;
    edits.push({ start: range.start, end: range.end, text: asCell(value, table.delimiter, range.quoted) });
  }
  if (problems.length > 0) return { problems };
  if (edits.length === 0) return { bytes: table.original };
  edits.sort((a, b) => a.start - b.start);
  const written = scannedEncoding(table);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const edit of edits) {
    parts.push(table.bytes.subarray(from, edit.start), encodeText(edit.text, written));
    from = edit.end;
  }
  parts.push(table.bytes.subarray(from));
  return { bytes: inOwnEncoding(table, parts) };
}

/** Bytes cut from `table.bytes`, put together in the encoding of the file, with its mark. */
export function inOwnEncoding(table: Table, parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  if (table.bytes === table.original) return whole;
  const text = encodeText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole), table.encoding);
  const marked = new Uint8Array(table.bom + text.length);
  marked.set(table.original.subarray(0, table.bom));
  marked.set(text, table.bom);
  return marked;
}

/** The encoding of `table.bytes`: UTF-16 is worked on as UTF-8. */
function scannedEncoding(table: Table): Encoding {
  return table.encoding === 'windows-1252' ? 'windows-1252' : 'utf-8';
}

function harmless({ value, restoredFrom }: CellCorrection): string {
  if (!FORMULA.test(value)) return value;
  const wasThere =
    restoredFrom !== undefined && restoredFrom.table.cell(restoredFrom.row, restoredFrom.column) === value;
  return wasThere ? value : `'${value}`;
}

function refusal(
  table: Table,
  { row, column }: CellCorrection,
  value: string,
  other: string | undefined,
): FileProblem | undefined {
  const exists = row >= 0 && row < table.rowCount;
  const at = {
    file: table.file,
    column: table.columnName(column),
    fatal: true,
    ...(exists ? { line: table.lineOf(row) } : {}),
  };
  if (!exists || !table.cellRange(row, column)) {
    return {
      ...at,
      code: 'missing-cell',
      message: `La ligne ${at.line ?? row + 1} n’a pas de cellule dans la colonne ${quoted(at.column)}.`,
      advice: 'Complétez cette ligne à la main, puis déposez à nouveau le fichier.',
    };
  }
  if (other !== undefined && other !== value) {
    return {
      ...at,
      code: 'conflicting-corrections',
      message: `Deux corrections différentes sont demandées pour la même cellule (ligne ${at.line}, colonne ${quoted(at.column)}).`,
      advice: 'Gardez-en une seule.',
    };
  }
  const character = unencodable(value, table.encoding);
  if (character === undefined) return undefined;
  const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    ...at,
    code: 'unencodable',
    message: `Le caractère ${quoted(character)} (U+${point}) ne peut pas être écrit dans ce fichier, enregistré en Windows-1252.`,
    advice: `Enregistrez d’abord le fichier au format ${quoted('CSV UTF-8')}, puis déposez-le à nouveau.`,
  };
}

/** The text of a cell, put in quotes only when it must be; inside quotes that are there already, quotes are doubled. */
function asCell(value: string, delimiter: string, inQuotes: boolean): string {
  const doubled = value.replaceAll('"', '""');
  if (inQuotes) return doubled;
  const needsQuotes = value.includes(delimiter) || /["\r\n]/.test(value);
  return needsQuotes ? `"${doubled}"` : value;
}
