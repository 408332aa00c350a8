import { type Label, norm, wordings } from './labels';
import { isUnseen } from './text';

/** A value that the screen writes after its label, and the element that says it. */
export interface SaidValue {
  /** As `norm` gives it: no accents, lower case. Its caller checks that it is of the expected form. */
  value: string;
  /** The label as the screen writes it. */
  label: string;
  element: Element;
}

/** A longer text is content. */
const LONGEST = 300;
/** The words after a label belong to it only when the label itself is over. */
const SEPARATOR = /^\s*[:=]?\s*/;

/**
 * Values written after a label, whatever draws the two: « Fichier encrypté : false » in one piece, two cells of a row, a
 * term and its definition, two spans. The value is what remains after the label, else the next words of the screen.
 */
export function saidValues(root: Node, label: Label): SaidValue[] {
  const wanted = wordings(label);
  const texts = wordsOf(root);
  const initials = new Set(wanted.map(([initial]) => initial));
  return texts.flatMap(({ text, element }, at) => {
    // Most of a screen is told apart by one letter: the rest of it need not be evened out.
    if (text.length > LONGEST || !initials.has(initialOf(text))) return [];
    const read = norm(text);
    const wording = wanted.find(
      (one) => read.startsWith(one) && !/[\p{L}\p{N}]/u.test(read[one.length] ?? ''),
    );
    if (wording === undefined) return [];
    const own = read.slice(wording.length).replace(SEPARATOR, '');
    const value = own || norm((texts[at + 1]?.text ?? '').replace(/^\s*:/, ''));
    return [{ value, label: labelIn(text, wording), element }];
  });
}

/** The label as the screen writes it: the shortest start of the text that is the wording. */
function labelIn(text: string, wording: string): string {
  for (let end = 1; end <= text.length; end++) {
    const start = text.slice(0, end).trim();
    if (norm(start) === wording) return start;
  }
  return text;
}

function initialOf(text: string): string | undefined {
  return (text[0] ?? '').normalize('NFD')[0]?.toLowerCase();
}

function wordsOf(root: Node): { text: string; element: Element }[] {
  const found: { text: string; element: Element }[] = [];
  const walk = (node: Node) => {
    const text = node.nodeType === 3 ? (node.nodeValue ?? '').replace(/\s+/g, ' ').trim() : '';
    // A colon alone is the tail of the label before it.
    if (text && text !== ':' && node.parentElement) found.push({ text, element: node.parentElement });
    if (node.nodeType === 1 && isUnseen(node as Element)) return;
    for (const child of node.childNodes) walk(child);
  };
  walk(root);
  return found;
}
