import type { Field } from './fields';

/** Kinds of bytes: letters that no spreadsheet or encoding leaves behind, spaces and signs inside a name, digits. */
const LETTER = 1;
const SIGN = 2;
const DIGIT = 3;
const KINDS = new Uint8Array(128);
for (let letter = 0; letter < 26; letter++) KINDS[0x41 + letter] = KINDS[0x61 + letter] = LETTER;
for (let digit = 0; digit < 10; digit++) KINDS[0x30 + digit] = DIGIT;
for (const sign of " '-._@") KINDS[sign.charCodeAt(0)] = SIGN;

/** First letters of the words that a spreadsheet makes of truth values. */
const BOOLEAN = /^[VFTvft]/;
const BOOLEANS = new Uint8Array(128);
for (let byte = 0; byte < 128; byte++) if (BOOLEAN.test(String.fromCharCode(byte))) BOOLEANS[byte] = 1;

const SLASH = 0x2f;

/**
 * True for a cell that `mangling` surely finds nothing in, whatever it was before, as its bytes tell: a name in plain
 * letters, a usual postal code or date. Nearly all cells are such, and no text has to be made of them.
 */
export function isSurelyPlain(
  bytes: Uint8Array,
  start: number,
  end: number,
  field: Field | undefined,
  isNew: boolean,
): boolean {
  const length = end - start;
  if (length === 0) return true;
  if (length > 100) return false;
  const first = bytes[start] as number;
  if (first < 128 && KINDS[first] === DIGIT) return isNew && isPlainNumber(bytes, start, end, field);
  const leads = KINDS[first] === LETTER || (first === 0xc3 && isPlainAccent(bytes[start + 1] as number));
  if (!leads || (BOOLEANS[first] === 1 && length <= 5)) return false;
  let last = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte < 128) last = KINDS[byte] as number;
    else {
      // The letters of French in UTF-8; of Windows-1252, the text decides.
      if (byte !== 0xc3 || !isPlainAccent(bytes[++at] as number)) return false;
      last = LETTER;
    }
    if (last === 0) return false;
  }
  return last === LETTER || last === DIGIT;
}

/** à to ÿ and À to Þ without Â, Ã, Å and â, which the remains of a lost encoding begin with. */
function isPlainAccent(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0 && byte !== 0x82 && byte !== 0x83 && byte !== 0x85 && byte !== 0xa2;
}

function isPlainNumber(bytes: Uint8Array, start: number, end: number, field: Field | undefined): boolean {
  const length = end - start;
  if (field === 'birthDate') {
    if (length !== 10 || bytes[start + 2] !== SLASH || bytes[start + 5] !== SLASH) return false;
    return (
      areDigits(bytes, start, start + 2) &&
      areDigits(bytes, start + 3, start + 5) &&
      areDigits(bytes, start + 6, end)
    );
  }
  if (field !== 'postalCode' && bytes[start] !== 0x30) return false;
  return (field !== 'postalCode' || length === 5) && areDigits(bytes, start, end);
}

function areDigits(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x30 || byte > 0x39) return false;
  }
  return true;
}
