import { type Label, norm, wordings } from './labels';
import { isUnseen } from './text';

/** A value that the screen writes after its label, and the element that says it. */
export interface SaidValue {
  /** As `norm` gives it: no accents, lower case. Its caller checks that it is of the expected form. */
  value: string;
  /** The label as the screen writes it. */
  label: string;
  element: Element;
  /** The element that says the label and its value, where it says nothing else: `element` where none does. */
  line: Element;
}

/** A longer text is content. */
const LONGEST = 300;
/** The words after a label belong to it only when the label itself is over. */
const SEPARATOR = /^\s*[:=]?\s*/;
/** The kind of nodes that a walker shows: texts only. */
const TEXT = 4;

/**
 * Values written after a label, whatever draws the two: « Fichier encrypté : false » in one piece, two cells of a row, a
 * term and its definition, two spans. The value is what remains after the label, else the next words of the screen.
 */
export function saidValues(root: Node, label: Label): SaidValue[] {
  const wanted = wordings(label);
  const initials = new Set(wanted.map(([initial]) => initial));
  const walker = (root.ownerDocument as Document).createTreeWalker(root, TEXT);
  const found: SaidValue[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const written = (node.nodeValue ?? '').trim();
    // Most of a screen is told apart by one letter: the rest of it need not be evened out.
    if (written === '' || written.length > LONGEST || !initials.has(initialOf(written))) continue;
    const read = norm(written);
    const wording = wanted.find(
      (one) => read.startsWith(one) && !/[\p{L}\p{N}]/u.test(read[one.length] ?? ''),
    );
    const element = node.parentElement;
    if (wording === undefined || !element || isHidden(node, root)) continue;
    const own = read.slice(wording.length).replace(SEPARATOR, '');
    const after = own ? undefined : nodeAfter(node, root);
    const value = own || norm((after?.nodeValue ?? '').trim().replace(/^\s*:/, ''));
    const line = after ? lineOf(element, after, read.length + value.length) : element;
    found.push({ value, label: labelIn(written, wording), element, line });
  }
  return found;
}

/** The next words on the screen; a colon alone is the tail of the label before it. */
function nodeAfter(node: Node, root: Node): Node | undefined {
  const walker = (node.ownerDocument as Document).createTreeWalker(root, TEXT);
  walker.currentNode = node;
  for (let next = walker.nextNode(); next; next = walker.nextNode()) {
    const text = (next.nodeValue ?? '').trim();
    if (text !== '' && text !== ':' && !isHidden(next, root)) return next;
  }
  return undefined;
}

/** Signs and spaces between a label and its value. */
const BETWEEN = 8;

function lineOf(element: Element, value: Node, length: number): Element {
  let line: Element | null = element;
  while (line && !line.contains(value)) line = line.parentElement;
  return line && norm(line.textContent ?? '').length <= length + BETWEEN ? line : element;
}

function isHidden(node: Node, root: Node): boolean {
  for (let at = node.parentElement; at && at !== root; at = at.parentElement) if (isUnseen(at)) return true;
  return false;
}

/** The label as the screen writes it: the shortest start of the text that is the wording. */
function labelIn(written: string, wording: string): string {
  for (let end = 1; end <= written.length; end++) {
    const start = written.slice(0, end).trim();
    if (norm(start) === wording) return start;
  }
  return written;
}

function initialOf(text: string): string | undefined {
  return (text[0] ?? '').normalize('NFD')[0]?.toLowerCase();
}
