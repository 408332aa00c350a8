/**
 * A reason or a difference as it may be said anywhere: what could be a whole name is left out (names only stand in the
 * subject of a flag), and spaces are those of French typography. Letters and short fragments stay: they are the point.
 */
export function sayable(text: string): string {
  return text
    .replace(/ \((?=[^()]*«[^»]*\p{L}{4})[^()]*\)/gu, '')
    .replace(/[ \u00A0]:/g, '\u00A0:')
    .replace(/«[ \u00A0]/g, '«\u00A0')
    .replace(/[ \u00A0]»/g, '\u00A0»')
    .replace(/'/g, '’');
}
