/** What a screen may call a thing: one wording, or several that mean the same. */
export type Label = string | readonly string[];

/** Signs that follow a label without belonging to it: colons, sorting arrows, the star of compulsory fields. */
const TRAILING = /(?<![\s:*▾▼▴▲↑↓⇅↕])[\s:*▾▼▴▲↑↓⇅↕]+$/u;

/**
 * A label as it is compared: no accents, no case, one kind of space and of apostrophe, nothing invisible, no trailing sign.
 * Spelling varies from one screen to the next (« Désactiver » and « Desactiver », domain itslearning §5).
 */
export function norm(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(TRAILING, '')
    .trim()
    .toLowerCase()
    .replaceAll('œ', 'oe');
}

/** The wordings of a label, ready to be compared. */
export function wordings(label: Label): string[] {
  return (typeof label === 'string' ? [label] : label).map(norm);
}

/** True when a text is the label, whichever its wording. */
export function isLabel(text: string, label: Label): boolean {
  return wordings(label).includes(norm(text));
}

/** True when a text is the label or goes on after it: « Mettre à jour tous les utilisateurs (Attention, …) ». */
export function beginsWithLabel(text: string, label: Label): boolean {
  const read = norm(text);
  return wordings(label).some(
    (wording) => read.startsWith(wording) && !/[\p{L}\p{N}]/u.test(read[wording.length] ?? ''),
  );
}
