/** Letters that a canonical decomposition leaves whole. */
const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ł: 'l' };

/**
 * Folds a name or a label for comparison: lower case, no accents, ligatures opened, everything that is neither letter
 * nor digit (hyphens, apostrophes of any shape, no-break spaces) as one space, trimmed.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøđł]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
