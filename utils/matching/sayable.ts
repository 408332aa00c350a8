/**
 * A reason or a difference as it may be said anywhere: what could be a whole name is left out (names only stand in the
 * subject of a flag), and spaces are those of French typography. Letters and short fragments stay: they are the point.
 */
export function sayable(text: string): string {
  return text
    .replace(/ \(([^()]*)\)/g, (whole, inside: string) => (quotesWords(inside) ? '' : whole))
    .replace(/[ \u00A0]:/g, '\u00A0:')
    .replace(/«[ \u00A0]/g, '«\u00A0')
    .replace(/[ \u00A0]»/g, '\u00A0»')
    .replace(/'/g, '’');
}

/** True when a sentence quotes something that may be a name: four letters in a row between quotation marks. */
export function quotesWords(text: string): boolean {
  const quoted = text.split('«').slice(1);
  return quoted.some((part) => /\p{L}{4}/u.test(part.split('»', 1)[0] ?? ''));
}
