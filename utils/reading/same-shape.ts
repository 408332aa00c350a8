/* Texts of the same shape that say nothing: what stands for the words of a page once they are gone. */

/** A number from 0 up to 1, that one left out. */
export type Chance = () => number;

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const LOWER_ACCENTED = 'àâäçéèêëîïôöùûü';
const UPPER_ACCENTED = LOWER_ACCENTED.toUpperCase();
const DIGITS = '0123456789';

/**
 * A text of which every letter and digit is another one of the same class (small or capital, accented or not); spaces and
 * punctuation stay. Letters of other alphabets become Latin ones, marks and what nobody can read are dropped.
 */
export function sameShape(text: string, chance: Chance): string {
  let shaped = '';
  for (const sign of text.normalize('NFC')) shaped += otherSign(sign, chance);
  return shaped;
}

function otherSign(sign: string, chance: Chance): string {
  if (/^\p{Alphabetic}$/u.test(sign)) return otherOf(letters(sign), sign, chance);
  if (/^\p{N}$/u.test(sign)) return otherOf(DIGITS, sign, chance);
  if (/^[\t\n\r]$/.test(sign)) return sign;
  return /^[\p{P}\p{Z}\p{S}]$/u.test(sign) ? sign : '';
}

function letters(sign: string): string {
  const accented = /[\u00C0-\u024F]/.test(sign);
  if (/^[\p{Lu}\p{Lt}]$/u.test(sign)) return accented ? UPPER_ACCENTED : UPPER;
  return accented ? LOWER_ACCENTED : LOWER;
}

/** Never the sign itself: no word can come out as it went in. */
function otherOf(signs: string, sign: string, chance: Chance): string {
  const others = signs.replace(sign, '');
  return others.charAt(Math.floor(chance() * others.length));
}
