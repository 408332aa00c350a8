import { nameWords } from '@/utils/matching/fold';
import type { Letters } from '@/utils/matching/letters';
import { decodeText } from './encoding';

/** Codes of one byte or one letter À to ÿ: the plain letter or digit, 0 for a sign between words, or one of these. */
const TWO_LETTERS = 1;
const NEEDS_TEXT = 2;

/** Two letters that one stands for, by the code point. */
const OPENED: Record<number, string> = {
  198: 'ae', 230: 'ae', 223: 'ss', 7838: 'ss', 338: 'oe', 339: 'oe',
}; // biome-ignore format: one line reads best

/** Of each code point below 256, and of each byte of Windows-1252. */
const LATIN = tableOf((point) => String.fromCodePoint(point));
const WINDOWS = tableOf((byte) => decodeText(Uint8Array.of(byte), 0, 1, 'windows-1252'));

function tableOf(textOf: (code: number) => string): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => {
    const text = textOf(code);
    // « Ã », « Â » and « Å » may be the remains of a lost encoding: only the whole text tells.
    if (/[ÃÂÅ]/.test(text)) return NEEDS_TEXT;
    const words = nameWords(`a${text}b`);
    if (words.length === 2) return 0;
    const letters = (words[0] ?? '').slice(1, -1);
    if (letters.length === 2 && OPENED[text.codePointAt(0) ?? 0]) return TWO_LETTERS;
    return /^[a-z0-9]$/.test(letters) ? letters.charCodeAt(0) : NEEDS_TEXT;
  });
}

/**
 * Folds the name in a cell into letters, as `nameWords` folds its text: without any text for ASCII, the letters of
 * Western Europe and the usual signs; anything else is read as text.
 */
export function foldCell(bytes: Uint8Array, start: number, end: number, utf8: boolean, into: Letters): void {
  const { codes } = into;
  into.length = 0;
  into.words = 0;
  if (end - start > 200) {
    foldText(bytes, start, end, utf8, into);
    return;
  }
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    let code: number;
    let point = byte;
    if (byte < 0x80) code = LATIN[byte] as number;
    else if (!utf8) {
      code = WINDOWS[byte] as number;
      if (byte === 0x9c || byte === 0x8c) point = 339;
    } else if (byte === 0xc3) {
      point = 0x40 + (bytes[++at] as number);
      code = LATIN[point] as number;
    } else if (byte === 0xc2 && bytes[at + 1] === 0xa0) {
      at++;
      code = 0;
    } else if (byte === 0xc5 && ((bytes[at + 1] as number) & 0xfe) === 0x92) {
      at++;
      point = 339;
      code = TWO_LETTERS;
    } else if (byte === 0xe2 && bytes[at + 1] === 0x80 && isSign(bytes[at + 2] as number)) {
      at += 2;
      code = 0;
    } else code = NEEDS_TEXT;
    if (code > TWO_LETTERS + 1) codes[length++] = code;
    else if (code === 0) {
      into.length = length;
      into.endWord();
    } else if (code === TWO_LETTERS) {
      const two = OPENED[point] as string;
      codes[length++] = two.charCodeAt(0);
      codes[length++] = two.charCodeAt(1);
    } else {
      foldText(bytes, start, end, utf8, into);
      return;
    }
  }
  into.length = length;
  into.endWord();
  if (into.words > 1) into.writeSaints();
}

/** Letters that a beginning is made of. */
const BEGINNING = 3;
const S = 0x73;

/**
 * A number of 15 bits for the first letters of a name, the same for all names that fold into the same letters; 0 when
 * there are none, or when only the whole text tells. Nothing follows an S: it may begin « Saint », which is written « St » too.
 */
export function foldBeginning(bytes: Uint8Array, start: number, end: number, utf8: boolean): number {
  if (end - start >= BEGINNING) {
    // Nearly all names begin with plain letters.
    const [one, two, three] = [
      bytes[start] as number,
      bytes[start + 1] as number,
      bytes[start + 2] as number,
    ];
    if ((one | two | three) < 0x80) {
      const [a, b, c] = [PLAIN[one] as number, PLAIN[two] as number, PLAIN[three] as number];
      if (a !== 0 && b !== 0 && c !== 0) return (a << 10) | (b << 5) | c;
    }
  }
  let value = 0;
  let letters = 0;
  for (let at = start; at < end && letters < BEGINNING; at++) {
    const byte = bytes[at] as number;
    let code: number;
    if (byte < 0x80) code = LATIN[byte] as number;
    else if (!utf8) code = WINDOWS[byte] as number;
    else if (byte === 0xc3) code = LATIN[0x40 + (bytes[++at] as number)] as number;
    else if (byte === 0xe2 && bytes[at + 1] === 0x80 && isSign(bytes[at + 2] as number)) {
      at += 2;
      code = 0;
    } else return 0;
    if (code === TWO_LETTERS || code === NEEDS_TEXT) return 0;
    // Two letters beyond ASCII side by side may be one that a wrong encoding took apart.
    if (byte >= 0x80 && at + 1 < end && (bytes[at + 1] as number) >= 0x80) return 0;
    if (code === 0) continue;
    value = (value << 5) | (code & 31);
    letters++;
    if (code === S) break;
  }
  return value;
}

/** Five bits of each ASCII letter but S, as beginnings are made of; 0 for all else. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, byte) => {
  const code = LATIN[byte] as number;
  return code > NEEDS_TEXT && code !== S ? code & 31 : 0;
});

/** Dashes and typographic quotes, after E2 80. */
function isSign(byte: number): boolean {
  return (byte >= 0x90 && byte <= 0x94) || byte === 0x98 || byte === 0x99 || byte === 0xaf;
}

function foldText(bytes: Uint8Array, start: number, end: number, utf8: boolean, into: Letters): void {
  into.readWords(nameWords(decodeText(bytes, start, end, utf8 ? 'utf-8' : 'windows-1252')));
}
