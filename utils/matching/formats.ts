import { INVISIBLE, nameWords, repairEncoding } from './fold';
import type { FormatKind } from './person';

function openLigatures(text: string): string {
  return text.replace(/œ/g, 'oe').replace(/Œ/g, 'OE').replace(/æ/g, 'ae').replace(/Æ/g, 'AE');
}

/** Each removes one kind of difference. In this order, since a later one would hide an earlier one. */
const REMOVERS: readonly (readonly [FormatKind, (text: string) => string])[] = [
  ['encoding', repairEncoding],
  ['invisible', (text) => text.replace(INVISIBLE, '')],
  ['spaces', (text) => text.replace(/\s+/gu, ' ').trim()],
  ['apostrophe', (text) => text.replace(/[’‘ʼ´`′]/gu, "'")],
  ['hyphen', (text) => text.replace(/(?:(?<!\s)\s+)?[-‐‑‒–—−_]\s*/gu, ' ')],
  ['case', (text) => text.toLowerCase()],
  ['ligature', openLigatures],
  ['accents', (text) => text.normalize('NFD').replace(/\p{M}+/gu, '')],
  ['saint', (text) => text.replace(/\b(s)t(e?)\b\.?/gu, '$1aint$2').replace(/\bST(E?)\b\.?/g, 'SAINT$1')],
];

/**
 * Every kind of difference between two writings of one name, none of which changes a letter: those without whose
 * removal the two would stay different. `joined` when words were joined or parted.
 */
export function formatKinds(before: string, after: string): FormatKind[] {
  const alike = (left: string, right: string) =>
    left === right || left.normalize('NFC') === right.normalize('NFC');
  const without = (text: string, skipped?: FormatKind) =>
    REMOVERS.reduce((result, [kind, remove]) => (kind === skipped ? result : remove(result)), text);
  const needed = REMOVERS.filter(([kind]) => !alike(without(before, kind), without(after, kind)));
  const kinds = alike(without(before), without(after)) ? needed.map(([kind]) => kind) : [];
  if (kinds.length > 0) return kinds;
  if (before !== after && alike(before, after)) return ['accents'];
  if (nameWords(before).length !== nameWords(after).length) return ['joined'];
  return before === after ? [] : ['spaces'];
}
