import type { Label } from '@/utils/reading/labels';
import { columnOf, type Table, type TableRow } from '@/utils/reading/table';

/** The text of a row under a header; '' when the list has no such column. */
export function cellOf(table: Table, row: TableRow, label: Label): string {
  const column = columnOf(table, label);
  return column === undefined ? '' : (row.cells[column] ?? '');
}

/** « 1 204 »; anything else than a number is unknown, never zero. */
export function countIn(text: string | undefined): number | undefined {
  const digits = text?.replace(/\s/g, '');
  return digits && /^\d+$/.test(digits) ? Number(digits) : undefined;
}

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b(?!.*\b[ap]\.?m\b)/i;
const MONTH_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b.*\b[ap]\.?m\b/i;
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})\b/;

/** « 27/09/2018 17:05 » as an ISO date, and « 9/27/2018 5:05 PM »; `undefined` for what is no existing day. */
export function dayIn(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  if (year) return existing(year, month, day);
  const [, first = '', second = '', american = ''] = MONTH_FIRST.exec(text) ?? [];
  if (american) return existing(american, first, second);
  const [, iso = '', isoMonth = '', isoDay = ''] = YEAR_FIRST.exec(text) ?? [];
  return iso ? existing(iso, isoMonth, isoDay) : undefined;
}

function existing(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  // 31/02 reads as 3 March.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : undefined;
}

/** How much of a list was read, as facts say it. */
export function readOf(rows: readonly unknown[], whole: boolean, announced: number | undefined) {
  const total = whole ? rows.length : announced;
  return { shown: rows.length, ...(total !== undefined && { total }) };
}

/** Elements by key, where several things may share an element; a key given twice is left out, since neither is certain. */
export function placesByKey(pairs: Iterable<readonly [string, Element]>): Map<string, Element> {
  const places = new Map<string, Element | undefined>();
  for (const [key, element] of pairs) places.set(key, places.has(key) ? undefined : element);
  return new Map([...places].flatMap(([key, element]) => (element ? [[key, element] as const] : [])));
}
