import { decodeText, type Encoding } from './encoding';
import { XmlFault } from './xml-fault';

const GT = 0x3e;
const AMPERSAND = 0x26;

/** A line and a column of a file, from 1; columns count characters. */
export interface TextPosition {
  line: number;
  column: number;
}

const ENTITIES = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }));

/** End of the XML name that begins at an offset; the offset itself when none does. */
export function nameEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; ; at++) {
    const byte = bytes[at] ?? 0;
    const isLetter = (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte >= 0x80;
    if (isLetter || byte === 0x5f || byte === 0x3a) continue;
    const isInside = (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e;
    if (!isInside || at === from) return at;
  }
}

/** Where a name begins once its prefix (« ns: ») is left out. */
export function localStart(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) if (bytes[at] === 0x3a) return at + 1;
  return from;
}

/** True when the bytes at an offset are this ASCII name, whatever its case. */
export function isNamed(bytes: Uint8Array, start: number, name: string): boolean {
  for (let n = 0; n < name.length; n++) {
    if (((bytes[start + n] as number) | 0x20) !== (name.charCodeAt(n) | 0x20)) return false;
  }
  return true;
}

/** True when two stretches of the same bytes are equal. */
export function sameBytes(bytes: Uint8Array, a: number, b: number, length: number): boolean {
  for (let n = 0; n < length; n++) if (bytes[a + n] !== bytes[b + n]) return false;
  return true;
}

/** True when an ASCII text stands at an offset. */
export function followsAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let n = 0; n < text.length; n++) if (bytes[at + n] !== text.charCodeAt(n)) return false;
  return true;
}

/**
 * Offset after the next occurrence of a mark that ends with « > ».
 * @throws {XmlFault} when there is none
 */
export function afterMark(bytes: Uint8Array, from: number, mark: string): number {
  const before = mark.length - 1;
  let end = from + before - 1;
  for (;;) {
    end = bytes.indexOf(GT, end + 1);
    if (end < 0) throw new XmlFault('truncated', bytes.length);
    if (followsAt(bytes, end - before, mark)) return end + 1;
  }
}

/**
 * Text of a stretch of XML, its entities resolved: the five of XML and numbers, no other.
 * @throws {XmlFault} on any other entity
 */
export function decodeXml(bytes: Uint8Array, from: number, to: number, encoding: Encoding): string {
  const text = decodeText(bytes, from, to, encoding);
  if (!text.includes('&')) return text;
  let at = from - 1;
  return text.replace(/&([^;&]{0,32});?/g, (whole, name: string) => {
    at = bytes.indexOf(AMPERSAND, at + 1);
    const value = whole.endsWith(';') ? (ENTITIES.get(name) ?? numeric(name)) : undefined;
    if (value !== undefined) return value;
    throw new XmlFault('entity', at, [whole.slice(0, 20)]);
  });
}

/** The character of « #233 » or « #xE9 »; undefined when it is none. */
function numeric(name: string): string | undefined {
  const match = /^#(?:(\d{1,7})|x([\da-f]{1,6}))$/i.exec(name);
  if (!match) return undefined;
  const point = match[1] ? Number(match[1]) : Number.parseInt(match[2] ?? '', 16);
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
  return String.fromCodePoint(point);
}

/** Tells where bytes stand. Fast as long as it is asked in the order of the file: it goes on from its last answer. */
export class PositionCounter {
  private known = { offset: 0, line: 1, column: 1 };

  constructor(
    private readonly bytes: Uint8Array,
    private readonly encoding: Encoding,
    private readonly from: number,
  ) {
    this.known.offset = from;
  }

  of(offset: number): TextPosition {
    const { bytes } = this;
    const isWindows = this.encoding === 'windows-1252';
    if (offset < this.known.offset) this.known = { offset: this.from, line: 1, column: 1 };
    let { offset: at, line, column } = this.known;
    for (; at < offset; at++) {
      const byte = bytes[at] as number;
      if (byte === 0x0a || (byte === 0x0d && bytes[at + 1] !== 0x0a)) {
        line++;
        column = 1;
      } else if (isWindows || (byte & 0xc0) !== 0x80) column++;
    }
    this.known = { offset: at, line, column };
    return { line, column };
  }
}
