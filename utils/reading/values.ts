import { norm } from './labels';

/* Texts of a screen to values. What is not certainly understood is `undefined`, never a default. */

const MONTHS = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre'.split(
  '|',
);
/** « 2027-07-04 », « 04/07/2027 », « 4.7.27 », « 1er septembre 2027 »; read in words already folded. */
const DATE = new RegExp(
  `(?<!\\d)(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})|(\\d{1,2})(?:er)? (${MONTHS.join('|')}) (\\d{4}))(?!\\d)`,
  'g',
);
const YES = ['oui', 'vrai', 'x', '✓', '✔', '☑', 'active', 'actif', 'activee', 'coche', 'cochee'];
const NO = ['non', 'faux', '✗', '✘', '☐', 'inactive', 'inactif', 'desactive', 'desactivee'];

/** Every date of a text, ISO, in its order; days that no calendar has are left out. */
export function datesIn(text: string): string[] {
  return [...norm(text).matchAll(DATE)].flatMap((found) => {
    const [, y1, m1, d1, d2, m2, y2, d3, month = '', y3] = found;
    const [year, at, day] = y1
      ? [y1, m1, d1]
      : d2
        ? [y2?.length === 2 ? `20${y2}` : y2, m2, d2]
        : [y3, String(MONTHS.indexOf(month) + 1), d3];
    const iso = `${year}-${at?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    const date = new Date(`${iso}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? [iso] : [];
  });
}

/** The date of a text: the only one, or the one asked for where there are two (« du 17/08 au 01/09 »). */
export function dateIn(text: string, pick?: 'first' | 'last'): string | undefined {
  const dates = datesIn(text);
  if (pick) return dates.at(pick === 'first' ? 0 : -1);
  return dates.length === 1 ? dates[0] : undefined;
}

/** « 1 204 »; anything else than a number is unknown, never zero. */
export function countIn(text: string): number | undefined {
  const digits = text.replace(/\s/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

/** « Oui », « Non », a tick or a cross. */
export function flagIn(text: string): boolean | undefined {
  const word = norm(text);
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}
