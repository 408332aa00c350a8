/** Visible text of an element as a person reads it: trimmed, runs of white space as one space; '' for nothing. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** What is in the document without being on the screen, or is only a drawing. */
const UNSEEN = 'script, style, template, noscript, [hidden], [aria-hidden="true"]';

/** Elements that a browser sets apart from the words beside them: « A<br>B » is two words. */
const APART =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|BUTTON|CAPTION|D[DLT]|DIV|FIELDSET|FIGURE|FOOTER|FORM|H[1-6R]|HEADER|INPUT|LEGEND|LI|MAIN|NAV|[OU]L|OPTION|P|PRE|SECTION|SELECT|TABLE|TBODY|T[DHR]|TEXTAREA|TFOOT|THEAD)$/;

/** True for what the page itself hides: by attribute or inline style; styles of a sheet are not computed. */
export function isUnseen(element: Element): boolean {
  return element.matches(UNSEEN) || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
}

/**
 * Text of an element as it stands on the screen: hidden parts left out, blocks kept apart, a list of choices or a field
 * read as its value. `skip` leaves out further parts (the element itself is always read).
 */
export function visibleText(element: Element, skip: (part: Element) => boolean = () => false): string {
  const parts: string[] = [];
  collect(element, skip, parts);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function collect(element: Element, skip: (part: Element) => boolean, parts: string[]): void {
  const value = fieldText(element);
  if (value !== undefined) {
    parts.push(' ', value, ' ');
    return;
  }
  for (const node of element.childNodes) {
    if (node.nodeType === 3) parts.push(node.nodeValue ?? '');
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    if (isUnseen(child) || skip(child)) continue;
    const apart = APART.test(child.tagName.toUpperCase());
    if (apart) parts.push(' ');
    collect(child, skip, parts);
    if (apart) parts.push(' ');
  }
}

/** What a field shows; `undefined` for what isn't a field. Boxes and buttons drawn as inputs show no words to read. */
function fieldText(element: Element): string | undefined {
  const tag = element.tagName.toUpperCase();
  if (tag === 'SELECT') return chosenTexts(element as HTMLSelectElement).join(', ');
  if (tag === 'TEXTAREA') return (element as HTMLTextAreaElement).value;
  if (tag !== 'INPUT') return undefined;
  const { type, value } = element as HTMLInputElement;
  return /^(text|search|email|number|date|tel|url)$/.test(type) ? value : '';
}

/** The texts of the options that are chosen in a list. */
export function chosenTexts(select: HTMLSelectElement): string[] {
  return [...select.options].filter((option) => option.selected).map((option) => textOf(option));
}

/** The elements of a list by key; a key that two of them share is left out, since neither is certain. */
export function uniqueByKey(
  elements: Iterable<Element>,
  keyOf: (element: Element) => string,
): Map<string, Element> {
  const unique = new Map<string, Element>();
  const shared = new Set<string>();
  for (const element of elements) {
    const key = keyOf(element);
    if (unique.has(key)) shared.add(key);
    else unique.set(key, element);
  }
  for (const key of shared) unique.delete(key);
  return unique;
}
