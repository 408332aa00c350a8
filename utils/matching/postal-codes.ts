import { singleFault } from './distance';

/** How two postal codes relate. The kinds are named like the reasons that quote them. */
export type PostalLink =
  | 'exact'
  | 'postal-zero'
  | 'postal-number'
  | 'postal-format'
  | 'postal-digit'
  | 'postal-missing'
  | 'postal-changed';

/** A postal code without what a spreadsheet adds or eats. `rounded` holds how many digits are to be trusted. */
export interface WrittenPostalCode {
  /** Five digits, or the cleaned text of a foreign code. */
  code: string;
  rounded?: number;
}

const SCIENTIFIC = /^(\d)(?:[.,](\d+))?e\+?0?(\d)$/;

/** Reads a postal code as typed; `undefined` when it is empty. */
export function readPostalCode(text: string): WrittenPostalCode | undefined {
  const clean = text.toLowerCase().replace(/[\s\u00A0\u202F\u200B\uFEFF'-]/g, '');
  if (clean === '') return undefined;
  const scientific = SCIENTIFIC.exec(clean);
  if (scientific) {
    const [, first = '', rest = '', power = ''] = scientific;
    const number = Math.round(Number(`${first}.${rest || 0}e${power}`));
    return { code: String(number).padStart(5, '0'), rounded: 1 + rest.length };
  }
  const digits = /^f?(\d{4,5})([.,]0+)?$/.exec(clean)?.[1];
  return { code: digits === undefined ? clean : digits.padStart(5, '0') };
}

/** Names what happened between two postal codes as typed. */
export function linkPostalCodes(before: string | undefined, after: string | undefined): PostalLink {
  const one = readPostalCode(before ?? '');
  const other = readPostalCode(after ?? '');
  if (!one || !other) return 'postal-missing';
  if (before === after) return 'exact';
  if (one.rounded !== undefined || other.rounded !== undefined)
    return sameRounded(one, other) ? 'postal-number' : 'postal-changed';
  if (one.code === other.code) {
    const eaten = (text = '') => /^\d{4}$/.test(text.trim());
    return eaten(before) !== eaten(after) ? 'postal-zero' : 'postal-format';
  }
  return singleFault(one.code, other.code) ? 'postal-digit' : 'postal-changed';
}

function sameRounded(one: WrittenPostalCode, other: WrittenPostalCode): boolean {
  const digits = Math.min(one.rounded ?? 5, other.rounded ?? 5);
  const round = (code: string) => Number(Number(code).toPrecision(digits));
  return round(one.code) === round(other.code);
}
