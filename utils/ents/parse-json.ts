import type { Breathe } from '@/utils/core/breathe';

/** Characters parsed between two breaths: about a millisecond. */
const SLICE = 100_000;

const QUOTE = 34;
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);
const COMMA = 44;

/**
 * `JSON.parse`, but a long list is parsed some elements at a time: the accounts of a large school are ten million
 * characters, and the person's page would wait for them. @throws {SyntaxError}
 */
export async function parseJson(text: string, breathe: Breathe, slice = SLICE): Promise<unknown> {
  if (text.length <= slice || !/^\s*\[/.test(text)) return JSON.parse(text);
  const items: unknown[] = [];
  let rest: number | undefined;
  for (const { from, to, closed } of slicesOf(text, slice)) {
    const part = JSON.parse(`[${text.slice(from, to)}]`) as unknown[];
    // A comma promises an element: only an empty list may hold none.
    if (part.length === 0 && (items.length > 0 || !closed)) throw new SyntaxError('empty element');
    for (const item of part) items.push(item);
    if (closed) rest = to;
    await breathe();
  }
  if (rest === undefined || text.slice(rest).trim() !== ']') throw new SyntaxError('unclosed list');
  return items;
}

/** Where whole elements of the outermost list stand, together at least `size` characters long but for the last. */
function* slicesOf(text: string, size: number): Generator<{ from: number; to: number; closed: boolean }> {
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
    } else if (OPENING.has(code)) {
      if (depth++ === 0) from = at + 1;
    } else if (CLOSING.has(code)) {
      if (--depth > 0) continue;
      yield { from, to: at, closed: true };
      return;
    } else if (code === COMMA && depth === 1 && at - from >= size) {
      yield { from, to: at, closed: false };
      from = at + 1;
    }
  }
}

/** The quote that closes the string which opens at `start`; the end of the text when none does. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}
