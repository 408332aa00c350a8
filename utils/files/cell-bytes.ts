/** Known here and in the scanner rather than shared: an imported constant costs a look-up at each byte when code is not bundled. */
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** Line ends between two offsets: CR LF counts once. */
export function countLineEnds(bytes: Uint8Array, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) lines++;
  }
  return lines;
}

/** True when the cell whose content begins at `start` stands in quotes. */
export function isQuoted(bytes: Uint8Array, start: number): boolean {
  return bytes[start - 1] === QUOTE;
}

/** Where the content of a cell ends whose bytes, quotes and the spaces after them included, are given. */
export function contentEnd(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== QUOTE) return end;
  let last = end;
  while (bytes[last - 1] === SPACE) last--;
  return last - 1;
}

/** True when a cell holds nothing but spaces. */
export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== SPACE) return false;
  return true;
}

/** A 32-bit hash of a cell's content. A doubled quote counts as one, so that quoting never changes the hash. */
export function hashCell(bytes: Uint8Array, start: number, end: number): number {
  if (isQuoted(bytes, start)) {
    for (let at = start; at < end; at++) {
      if (bytes[at] === QUOTE) {
        const single = withoutDoubling(bytes, start, end);
        return hashBytes(single, 0, single.length);
      }
    }
  }
  return hashBytes(bytes, start, end);
}

/** Four bytes at a time: a byte at a time waits for each multiplication, and takes three times as long. */
function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  let at = start;
  for (; at + 3 < end; at += 4) {
    const four =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    hash = Math.imul(hash ^ four, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** The content of a cell in quotes, each doubled quote as one. */
export function withoutDoubling(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const single = new Uint8Array(end - start);
  let to = 0;
  for (let at = start; at < end; at++) {
    single[to++] = bytes[at] as number;
    if (bytes[at] === QUOTE && bytes[at + 1] === QUOTE && at + 1 < end) at++;
  }
  return single.subarray(0, to);
}

/** True when two cells hold the same characters, whatever their quoting. Both tables must have the same encoding. */
export function sameCells(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
): boolean {
  if (aTo - aFrom !== bTo - bFrom) {
    return (isQuoted(a, aFrom) || isQuoted(b, bFrom)) && sameUnquoted(a, aFrom, aTo, b, bFrom, bTo);
  }
  for (let i = aFrom, j = bFrom; i < aTo; i++, j++) {
    if (a[i] !== b[j]) {
      return (isQuoted(a, aFrom) || isQuoted(b, bFrom)) && sameUnquoted(a, aFrom, aTo, b, bFrom, bTo);
    }
  }
  return isQuoted(a, aFrom) === isQuoted(b, bFrom) || sameUnquoted(a, aFrom, aTo, b, bFrom, bTo);
}

function sameUnquoted(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
): boolean {
  const aQuoted = isQuoted(a, aFrom);
  const bQuoted = isQuoted(b, bFrom);
  let i = aFrom;
  let j = bFrom;
  while (i < aTo && j < bTo) {
    if (a[i] !== b[j]) return false;
    i += aQuoted && a[i] === QUOTE && a[i + 1] === QUOTE && i + 1 < aTo ? 2 : 1;
    j += bQuoted && b[j] === QUOTE && b[j + 1] === QUOTE && j + 1 < bTo ? 2 : 1;
  }
  return i >= aTo && j >= bTo;
}
