/** The encodings that French school exports have been seen in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What an encoding was recognised as: `bom` is the length in bytes of its mark, 0 when there is none. */
export interface FoundEncoding {
  encoding: Encoding;
  bom: number;
  /** Offsets of letters that a wrong encoding has spoilt (« Ã© », « � »), the first twenty. */
  spoilt: readonly number[];
}

const MAX_SPOILT = 20;

const NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (petit-boutiste)',
  'utf-16be': 'UTF-16 (gros-boutiste)',
  'windows-1252': 'Windows-1252 (« ANSI »)',
};

/** Code points of the bytes 0x80–0x9F in Windows-1252; the five unassigned bytes stay control characters, as in browsers. */
const HIGH = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
  0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0x9d, 0x17e, 0x178,
] as const;

const BYTE_OF = new Map<number, number>(HIGH.map((point, index) => [point, 0x80 + index]));

/** French name of what was found, for the person: « UTF-8 avec marque d’ordre (BOM) ». */
export function describeEncoding({ encoding, bom }: Pick<FoundEncoding, 'encoding' | 'bom'>): string {
  return bom > 0 ? `${NAMES[encoding]} avec marque d’ordre (BOM)` : NAMES[encoding];
}

/** Finds the encoding of a text file: its mark, else UTF-8 when every byte fits, else Windows-1252. Never fails. */
export function detectEncoding(bytes: Uint8Array): FoundEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: 2, spoilt: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: 2, spoilt: [] };
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return { encoding: unmarked, bom: 0, spoilt: [] };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const spoilt = spoiltUtf8(bytes, bom);
  if (spoilt) return { encoding: 'utf-8', bom, spoilt };
  return { encoding: 'windows-1252', bom, spoilt: spoiltWindows1252(bytes, bom) };
}

/** UTF-16 without its mark: in French text nearly every other byte of the beginning is zero. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, 200) & ~1;
  if (length < 8) return undefined;
  const zeros = [0, 0] as [number, number];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[(at & 1) as 0 | 1]++;
  const half = length / 2;
  if (zeros[1] > half * 0.8 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0] > half * 0.8 && zeros[1] === 0) return 'utf-16be';
  return undefined;
}

/**
 * Goes once over bytes that may be UTF-8: tells where letters were spoilt before (« Ã© », « â€™ », « � »), or undefined when
 * the bytes are no UTF-8. French text is nearly all ASCII, so that four bytes are looked at together wherever they all are.
 * Gives a bare list: an object made after the loop has V8 throw the compiled loop away, and compile it anew for each file.
 */
function spoiltUtf8(bytes: Uint8Array, from: number): number[] | undefined {
  const spoilt: number[] = [];
  const to = bytes.length;
  const lead = Math.min(to, (4 - (bytes.byteOffset & 3)) & 3);
  const count = (to - lead) >> 2;
  const words = new Int32Array(bytes.buffer, count === 0 ? 0 : bytes.byteOffset + lead, count);
  let at = from;
  let word = 0;
  while (at < to) {
    if (at >= lead && ((at - lead) & 3) === 0) {
      word = (at - lead) >> 2;
      const pairs = count - 1;
      while (word < pairs && (((words[word] as number) | (words[word + 1] as number)) & 0x80808080) === 0)
        word += 2;
      while (word < count && ((words[word] as number) & 0x80808080) === 0) word++;
      at = lead + word * 4;
      if (at >= to) break;
    }
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const next = bytes[at + 1] as number;
    // Nearly all French letters: à to ÿ, which no wreck begins with.
    if (byte === 0xc3 && next >= 0xa3 && next < 0xc0) {
      at += 2;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length === 0) return undefined;
    if (spoilt.length < MAX_SPOILT && isSpoilt(bytes, at)) spoilt.push(at);
    at += length;
  }
  return spoilt;
}

/** Length of the UTF-8 sequence at an offset, 0 when it is none (cut, overlong, surrogate, beyond Unicode). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const second = bytes[at + 1] ?? 0;
  const follows = (offset: number) => ((bytes[at + offset] ?? 0) & 0xc0) === 0x80;
  if (first < 0xc2 || first > 0xf4 || !follows(1)) return 0;
  if (first < 0xe0) return 2;
  if (!follows(2)) return 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first < 0xf0) return 3;
  if (!follows(3)) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  return first === 0xf4 && second > 0x8f ? 0 : 4;
}

/** Turns Windows-1252 bytes into UTF-8 bytes. */
export function windows1252ToUtf8(bytes: Uint8Array): Uint8Array {
  let size = 0;
  for (let at = 0; at < bytes.length; at++) size += utf8Length(pointOf(bytes[at] as number));
  const out = new Uint8Array(size);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    const point = pointOf(bytes[at] as number);
    if (point < 0x80) out[to++] = point;
    else if (point < 0x800) {
      out[to++] = 0xc0 | (point >> 6);
      out[to++] = 0x80 | (point & 63);
    } else {
      out[to++] = 0xe0 | (point >> 12);
      out[to++] = 0x80 | ((point >> 6) & 63);
      out[to++] = 0x80 | (point & 63);
    }
  }
  return out;
}

function pointOf(byte: number): number {
  return byte >= 0x80 && byte < 0xa0 ? (HIGH[byte - 0x80] as number) : byte;
}

function utf8Length(point: number): number {
  if (point < 0x80) return 1;
  return point < 0x800 ? 2 : 3;
}

/** Text of UTF-16 bytes without their mark; undefined when they are not valid UTF-16 (half a character somewhere). */
export function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text of bytes in one of the two encodings that tables are scanned in. Invalid sequences become U+FFFD. */
export function decodeText(bytes: Uint8Array, from: number, to: number, encoding: Encoding): string {
  // Not left to TextDecoder: that of Node 20 reads the bytes 80 to 9F of Windows-1252 as control characters.
  const windows = encoding === 'windows-1252';
  if (!windows && to - from > 96) return decodeUtf8(bytes, from, to);
  // Cells are short: a loop is several times faster than a decoder for each of them.
  let text = '';
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80 && !windows) return decodeUtf8(bytes, from, to);
    text += String.fromCharCode(pointOf(byte));
  }
  return text;
}

function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from, to));
}

/** The first character that an encoding cannot hold; undefined when it holds all of the text. */
export function unencodable(text: string, encoding: Encoding): string | undefined {
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    if (point >= 0xd800 && point <= 0xdfff) return character;
    if (encoding !== 'windows-1252' || point < 0x80 || (point >= 0xa0 && point <= 0xff)) continue;
    if (!BYTE_OF.has(point)) return character;
  }
  return undefined;
}

/** Bytes of a text, without any mark. The text must have been checked with `unencodable`. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'windows-1252') {
    return Uint8Array.from(Array.from(text), (character) => {
      const point = character.codePointAt(0) as number;
      return BYTE_OF.get(point) ?? point;
    });
  }
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  return out;
}

/** Bytes that follow « Ã » (C3 83) in UTF-8 when UTF-8 was once read as Windows-1252: ©, ‰, Š, ˆ, ƒ… */
const AFTER_A_TILDE = new Set([0xc2, 0xc5, 0xc6, 0xcb, 0xe2]);

/** True where UTF-8 bytes show a letter that a wrong encoding spoilt before: « Ã© », « â€™ », « Å“ », « Â° », « � ». */
function isSpoilt(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at];
  if (first !== 0xc3 && first !== 0xef) return false;
  const second = bytes[at + 1];
  const third = bytes[at + 2] ?? 0;
  const fourth = bytes[at + 3] ?? 0;
  if (first === 0xef) return second === 0xbf && third === 0xbd;
  if (second === 0x83) return AFTER_A_TILDE.has(third);
  if (second === 0xa2) return third === 0xe2 && fourth === 0x82;
  if (second === 0x85) return third === 0xe2 || (third === 0xc2 && fourth >= 0x80 && fourth < 0xc0);
  return second === 0x82 && third === 0xc2 && fourth >= 0xa0 && fourth < 0xc0;
}

/**
 * Bytes that are accented letters in Mac Roman (é 8E, è 8F, ê 90, ç 8D, à 88) or in the DOS code page 850 (é 82, ç 87,
 * ê 88, ë 89, ï 8B), as « CSV (Macintosh) » and « CSV (MS-DOS) » are written, and rare signs or nothing in Windows-1252.
 */
const FOREIGN = new Set([0x81, 0x82, 0x83, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8b, 0x8d, 0x8e, 0x8f, 0x90, 0x98]);

/** Letters of another encoding than Windows-1252: signs inside words, and more of them than accented letters. */
function foreignLetters(bytes: Uint8Array, from: number): number[] {
  const found: number[] = [];
  let [foreign, own] = [0, 0];
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    if (byte >= 0xc0) own++;
    const before = (bytes[at - 1] ?? 0) | 0x20;
    if (!FOREIGN.has(byte) || before < 0x61 || before > 0x7a) continue;
    foreign++;
    if (found.length < MAX_SPOILT) found.push(at);
  }
  return foreign > own ? found : [];
}

/** The same in Windows-1252, where the two bytes of a UTF-8 letter read « Ã » and a sign. */
function spoiltWindows1252(bytes: Uint8Array, from: number): number[] {
  const spoilt = foreignLetters(bytes, from);
  if (spoilt.length > 0) return spoilt;
  for (let at = from; at < bytes.length && spoilt.length < MAX_SPOILT; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xc3 && next >= 0x80 && next < 0xc0) spoilt.push(at);
  }
  return spoilt;
}
