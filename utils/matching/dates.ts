/** A calendar day, and the way it was written. */
export interface WrittenDate {
  year: number;
  month: number;
  day: number;
  /** The pattern in French letters: « jj/mm/aaaa », « aaaa-mm-jj », « numéro de série ». */
  form: string;
}

/** How two birth dates relate. The slips are named like the reasons that quote them. */
export type DateLink =
  | 'exact'
  | 'date-format'
  | 'date-day-month'
  | 'date-digit'
  | 'date-digits-transposed'
  | 'date-one-day'
  | 'date-century'
  | 'date-1904'
  | 'date-missing'
  | 'date-changed';

const DAY = 86_400_000;
/** Day 0 of the spreadsheets' serial numbers (Lotus' 29 February 1900 included), and of those that start in 1904. */
const SERIAL_ORIGIN = Date.UTC(1899, 11, 30);
const DAYS_FROM_1900_TO_1904 = 1462;
/** Serial numbers of 1932 to 2064: a four-digit or six-digit number is something else. */
const SERIAL = /^[1-5]\d{4}([.,]0+)?$/;
const MONTHS = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec'];
/** A two-digit year below is of this century. No birth date of a pupil or a working adult is misread. */
const CENTURY_PIVOT = 40;

const DAY_FIRST = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;
const WORDED = /^(\d{1,2})[ \-/.]+(\p{L}+)\.?[ \-/.]+(\d{4}|\d{2})$/u;

/** Reads a birth date in the forms that files and spreadsheets give it; `undefined` when it is no existing day. */
export function readDate(text: string): WrittenDate | undefined {
  const clean = /^[\d/.-]+$/.test(text) ? text : tidy(text);

  if (SERIAL.test(clean)) return fromSerial(Number.parseInt(clean, 10));
  const dayFirst = DAY_FIRST.exec(clean);
  if (dayFirst) {
    const [, first = '', mark = '', second = '', year = ''] = dayFirst;
    const short = first.length === 1 || second.length === 1;
    const years = year.length === 4 ? 'aaaa' : 'aa';
    const form = short ? `j${mark}m${mark}${years}` : `jj${mark}mm${mark}${years}`;
    const american = Number(second) > 12;
    return american
      ? existing(fullYear(year), Number(first), Number(second), `mm${mark}jj${mark}${years}`)
      : existing(fullYear(year), Number(second), Number(first), form);
  }
  const yearFirst = YEAR_FIRST.exec(clean);
  if (yearFirst) {
    const [, year = '', mark = '', month = '', day = ''] = yearFirst;
    return existing(Number(year), Number(month), Number(day), `aaaa${mark}mm${mark}jj`);
  }
  const compact = COMPACT.exec(clean);
  if (compact) return existing(Number(compact[1]), Number(compact[2]), Number(compact[3]), 'aaaammjj');
  const worded = WORDED.exec(clean.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));
  if (!worded) return undefined;
  const [, day = '', word = '', year = ''] = worded;
  const month = MONTHS.findIndex(
    (start) => word.startsWith(start) || (word.length > 2 && start.startsWith(word)),
  );
  return existing(fullYear(year), month + 1, Number(day), 'mois en lettres');
}

function tidy(text: string): string {
  return text
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .replace(/[\u200B\uFEFF']/g, '')
    .trim()
    .replace(/[ T]\d\d:\d\d.*$/, '');
}

function fullYear(year: string): number {
  const number = Number(year);
  if (year.length === 4) return number;
  return number < CENTURY_PIVOT ? 2000 + number : 1900 + number;
}

function existing(year: number, month: number, day: number, form: string): WrittenDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { year, month, day, form } : undefined;
}

function fromSerial(serial: number): WrittenDate {
  const date = new Date(SERIAL_ORIGIN + serial * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    form: 'numéro de série',
  };
}

/** `20100131` for 31 January 2010: sorts, compares, and makes keys. */
export function dayNumber(date: WrittenDate): number {
  return date.year * 10_000 + date.month * 100 + date.day;
}

function daysSinceOrigin(date: WrittenDate): number {
  return Math.round((Date.UTC(date.year, date.month - 1, date.day) - SERIAL_ORIGIN) / DAY);
}

/** Moves a date by whole days, its form kept. */
export function shiftDays(date: WrittenDate, days: number): WrittenDate {
  return { ...fromSerial(daysSinceOrigin(date) + days), form: date.form };
}

/** The same date with day and month exchanged, when that is a date. */
export function exchangeDayMonth(date: WrittenDate): WrittenDate | undefined {
  return existing(date.year, date.day, date.month, date.form);
}

/** Names what happened between two dates; `date-changed` when no usual slip explains it. */
export function linkDates(before: WrittenDate | undefined, after: WrittenDate | undefined): DateLink {
  if (!before || !after) return 'date-missing';
  const [one, other] = [dayNumber(before), dayNumber(after)];
  if (one === other) return before.form === after.form ? 'exact' : 'date-format';
  if (before.year === after.year && before.month === after.day && before.day === after.month)
    return 'date-day-month';
  const gap = Math.abs(daysSinceOrigin(before) - daysSinceOrigin(after));
  if (gap === DAYS_FROM_1900_TO_1904) return 'date-1904';
  if (Math.abs(one - other) % 1_000_000 === 0) return 'date-century';
  if (gap === 1) return 'date-one-day';
  const [a, b] = [String(one), String(other)];
  const apart = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  if (apart.length === 1) return 'date-digit';
  const [first = 0, second = 0] = apart;
  const crossed =
    apart.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
  return crossed ? 'date-digits-transposed' : 'date-changed';
}
