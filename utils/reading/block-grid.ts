import { type Grid, type GridRow, headersOf, isTag } from './grid';
import { type Label, norm, wordings } from './labels';
import { lineOf } from './strip';
import { visibleText } from './text';

/** How far above the words of a header the element that holds the whole row of headers may be. */
const WORDS_TO_ROW = 6;
/** How far above the row of headers the element that also holds the rows may be. */
const ROW_TO_GRID = 3;
/** A row of headers has no more children than this: a page has. */
const MOST_COLUMNS = 100;
const LONGEST_ROW_OF_HEADERS = 4_000;

/**
 * Grids drawn with bare blocks (`div`, `li`), without any role: found from the words of their headers, then by the shape
 * of what follows, never by a class. `odd` holds, for each grid, the rows between others that don't have their shape.
 */
export function blockGrids(root: Node, required: readonly Label[]): (Grid & { odd: number })[] {
  const grids: (Grid & { odd: number })[] = [];
  const seen = new Set<Element>();
  for (const start of elementsSaying(root, required[0] ?? [])) {
    const head = headAbove(start, root, required);
    if (!head || seen.has(head.row)) continue;
    seen.add(head.row);
    const { element, rows, odd } = rowsAfter(head.row, head.headers);
    const first = { element: head.row, cells: [...head.row.children] };
    grids.push({ element, rows: [first, ...rows], head: 0, headers: head.headers, odd });
  }
  return grids;
}

function* elementsSaying(root: Node, label: Label): Iterable<Element> {
  const wanted = new Set(wordings(label));
  const longest = Math.max(0, ...[...wanted].map((words) => words.length)) * 2 + 20;
  const walker = ownerOf(root).createTreeWalker(root, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.trim().length <= longest && wanted.has(norm(text)) && node.parentElement)
      yield node.parentElement;
  }
}

function ownerOf(root: Node): Document {
  return root.nodeType === 9 ? (root as Document) : (root.ownerDocument as Document);
}

function headAbove(start: Element, root: Node, required: readonly Label[]) {
  let row: Element | null = start;
  for (let up = 0; row && up <= WORDS_TO_ROW; up++, row = row.parentElement) {
    // Tables and roles say what they are: their own readers take them.
    if (isTag(row, 'TD', 'TH', 'TR', 'TABLE', 'BODY') || row.getAttribute('role') === 'row') return undefined;
    if (row.children.length > MOST_COLUMNS || (row.textContent ?? '').length > LONGEST_ROW_OF_HEADERS)
      return undefined;
    const headers = headersOf([...row.children], required);
    if (headers) return { row, headers };
    if (row === root) return undefined;
  }
  return undefined;
}

function rowsAfter(
  head: Element,
  headers: readonly string[],
): { element: Element; rows: GridRow[]; odd: number } {
  let above = head;
  for (let up = 0; up < ROW_TO_GRID && above.parentElement; up++) {
    if (isTag(above, 'BODY', 'FORM', 'MAIN', 'TD')) break;
    const after = followers(above);
    const found = shaped(after, head, headers, up > 0);
    if (found.rows.length > 0) return { element: above.parentElement, ...found };
    // « Aucun résultat » right after the headers: what is further off belongs to something else.
    if (after.some((element) => visibleText(element) !== ''))
      return { element: above.parentElement, ...found };
    above = above.parentElement;
  }
  return { element: head.parentElement ?? head, rows: [], odd: 0 };
}

function followers(element: Element): Element[] {
  const all: Element[] = [];
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling) all.push(next);
  return all;
}

/**
 * The elements that have as many cells as the headers, here or inside a block that holds them all. Far from the headers
 * they must also be drawn with the same element: a menu may happen to have as many parts.
 */
function shaped(
  elements: readonly Element[],
  head: Element,
  headers: readonly string[],
  far: boolean,
): { rows: GridRow[]; odd: number } {
  const isRow = (element: Element) =>
    element.children.length === head.children.length && (!far || isTag(element, head.tagName.toUpperCase()));
  // A strip of page sizes may have as many cells: it stands for rows only where there is nothing else.
  const read = ({ rows }: { rows: GridRow[] }) =>
    rows.filter((row) => lineOf(row, headers, false) === 'row').length;
  const direct = between(elements, isRow);
  let best = direct;
  for (const element of elements.filter((one) => !isRow(one))) {
    const within = between([...unwrapped(element, isRow).children], isRow);
    if (read(within) > read(best) || best.rows.length === 0) best = within;
  }
  // « Aucun résultat » before a strip: the list is empty, and says so.
  const first = elements.findIndex(isRow);
  const isSaidEmpty = elements.slice(0, first).some((element) => /\p{L}/u.test(visibleText(element)));
  return read(best) === 0 && best === direct && first > 0 && isSaidEmpty ? { rows: [], odd: 0 } : best;
}

/** The innermost of blocks that only hold one another. */
function unwrapped(element: Element, isRow: (element: Element) => boolean): Element {
  const [only, other] = element.children;
  return only && !other && !isRow(only) ? unwrapped(only, isRow) : element;
}

function between(elements: readonly Element[], isRow: (element: Element) => boolean) {
  const last = elements.findLastIndex(isRow);
  const span = elements.slice(0, last + 1);
  const rows = span.filter(isRow).map((element) => ({ element, cells: [...element.children] }));
  const odd = span.filter((element) => !isRow(element) && element.children.length > 1).length;
  return { rows, odd };
}
