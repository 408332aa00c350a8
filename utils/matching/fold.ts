/** Letters that a canonical decomposition leaves whole. */
const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ł: 'l' };

/** Plain unaccented words need none of the work below, and are most of a list. */
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/**
 * Folds a name or a label for comparison: lower case, no accents, ligatures opened, everything that is neither letter
 * nor digit (hyphens, apostrophes of any shape, no-break spaces) as one space, trimmed. Characters that cannot be seen
 * are dropped; the letter apostrophe ʼ is an apostrophe.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return (foldLetters(lower) ?? foldText(lower)).trim();
}

function foldText(lower: string): string {
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(INVISIBLE, '')
    .replace(/[œæßøđł]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/(?:[^\p{L}\p{N}]|\p{Lm})+/gu, ' ');
}

/**
 * What each letter or sign of Western Europe folds into, a space for a sign; filled as they are met. Marks that stand apart
 * from their letter begin further on.
 */
const FOLDED = new Array<string | undefined>(0x180).fill(undefined);

/** Folds letter by letter, several times as fast; undefined when a character is there that only the whole text can tell. */
function foldLetters(lower: string): string | undefined {
  let folded = '';
  let afterSpace = false;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    const isApostrophe = code === TYPOGRAPHIC_APOSTROPHE;
    if (code >= FOLDED.length && !isApostrophe) return undefined;
    let letter = isApostrophe ? ' ' : FOLDED[code];
    if (letter === undefined) {
      letter = foldText(lower.charAt(at));
      FOLDED[code] = letter;
    }
    if (letter !== ' ') folded += letter;
    else if (!afterSpace) folded += ' ';
    afterSpace = letter === ' ' || (afterSpace && letter === '');
  }
  return folded;
}

const TYPOGRAPHIC_APOSTROPHE = 0x2019;

/** Characters that take no room: soft hyphen, zero-width spaces and joiners, byte-order mark, marks of direction. */
export const INVISIBLE = /\p{Cf}+/gu;

const SAINT: Record<string, string> = { st: 'saint', ste: 'sainte', sts: 'saints' };

/** The folded words of a name, « St » and « Ste » written out (not when they stand alone), lost encodings repaired. */
export function nameWords(text: string): string[] {
  const words = fold(repairEncoding(text)).split(' ');
  return words.length > 1 ? words.map((word) => SAINT[word] ?? word) : words;
}

/** A name folded and without its spaces: « Le Roux », « LE-ROUX » and « Leroux » are one. */
export function solid(text: string): string {
  return nameWords(text).join('');
}

/** What Windows-1252 shows for the bytes 0x80 to 0x9F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/**
 * « HÃ©lÃ¨ne » → « Hélène »: UTF-8 that was read as Windows-1252. Any other text comes back as it is.
 */
export function repairEncoding(text: string): string {
  if (!/[ÂÃÅ]/.test(text)) return text;
  const bytes: number[] = [];
  for (const letter of text) {
    const high = WINDOWS_1252.indexOf(letter);
    const code = high >= 0 ? 0x80 + high : (letter.codePointAt(0) ?? 0);
    if (code > 0xff) return text;
    bytes.push(code);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}
