import { blockGrids } from './block-grid';
import { type Grid, type GridRow, nativeGrids, roleGrids } from './grid';
import { isLabel, type Label } from './labels';
import { type Pager, pagerOf, readPager } from './pager';
import { lineOf } from './strip';
import { isUnseen, visibleText } from './text';
import { type Tint, tintOf } from './tint';

/** Something to click in a row. */
export interface RowLink {
  text: string;
  element: Element;
  disabled: boolean;
}

export interface TableRow {
  /** Texts, one per header; '' where the row has nothing there. */
  cells: readonly string[];
  /** The elements that hold these texts. */
  parts: readonly (Element | undefined)[];
  element: Element;
  links: readonly RowLink[];
  /** State of the row's box, when it has exactly one. */
  checked?: boolean;
  tint?: Tint;
}

/** A list as it is on the screen. */
export interface Table {
  /** As the screen writes them; '' for columns of boxes and buttons. */
  headers: readonly string[];
  rows: readonly TableRow[];
  pager?: Pager;
  /** Rows that are there but whose cells could not be told apart. */
  unread: number;
  element: Element;
}

/**
 * Every list of which the columns bear the required labels, whatever draws it: `table` in any of its fashions, ARIA
 * roles, bare blocks. Tables that only lay out a page around another list are left out, and so is what is hidden.
 */
export function findTables(root: ParentNode & Node, required: readonly Label[]): Table[] {
  const grids: (Grid & { odd?: number })[] = [
    ...nativeGrids(root, required),
    ...roleGrids(root, required),
    ...blockGrids(root, required),
  ].filter(({ rows, head }) => isOnScreen(rows[head]?.element, root));
  const innermost = grids.filter(
    (grid) =>
      !grids.some(
        (other) => other !== grid && other.element !== grid.element && grid.element.contains(other.element),
      ),
  );
  const elements = innermost.map(({ element }) => element);
  return innermost.sort((a, b) => inOrder(a.element, b.element)).map((grid) => readTable(grid, elements));
}

/**
 * The one list with the required headers. Where several have them, the only one with rows (some grids draw their headers
 * in a table of their own); `undefined` when none or more than one could be meant.
 */
export function findTable(root: ParentNode & Node, required: readonly Label[]): Table | undefined {
  const tables = findTables(root, required);
  const filled = tables.filter(({ rows, unread }) => rows.length > 0 || unread > 0);
  if (filled.length > 1) return undefined;
  return (
    filled[0] ?? (new Set(tables.map(({ headers }) => headers.join('|'))).size === 1 ? tables[0] : undefined)
  );
}

/** Position of a column; `undefined` when no header, or more than one, bears the label. */
export function columnOf(table: Table, label: Label): number | undefined {
  const found = [...table.headers.keys()].filter((at) => isLabel(table.headers[at] ?? '', label));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * True when the list is all there: its pager, if it has one, announces nothing more. One that contradicts the rows, or
 * itself, proves nothing.
 */
export function isWhole({ rows, pager, unread }: Table): boolean {
  const { from = 1, total = rows.length, to = total, page = 1, pages = 1 } = pager ?? {};
  const agrees = total === rows.length && from <= 1 && to === total;
  return unread === 0 && agrees && page === 1 && pages <= 1;
}

function readTable(grid: Grid & { odd?: number }, others: readonly Element[]): Table {
  const { headers, element } = grid;
  const body = grid.rows
    .slice(grid.head + 1)
    .filter(({ element: row }) => !isUnseen(row) && !(row.parentElement && isUnseen(row.parentElement)));
  // One cell over the whole width is a message, a group's title or a pager, not a row.
  const wide = body.filter(({ cells }) => new Set(cells).size <= 1 && headers.length > 1);
  const repeated = (row: GridRow) => row.cells.every((cell) => cell.tagName.toUpperCase() === 'TH');
  const lines = body
    .filter((row) => !wide.includes(row) && !repeated(row))
    .map((row) => ({ row, line: lineOf(row, headers, grid.odd === undefined) }));
  const rows = lines.filter(({ line }) => line === 'row').map(({ row }) => row);
  const unsure = lines.filter(({ line }) => line === 'unsure').length;
  const inside = body.filter((row) => !rows.includes(row)).map((row) => readPager(row.element));
  const pager = inside.find((one) => one !== undefined) ?? pagerOf(element, others) ?? announced(grid);
  // Nothing but a strip, and no word that says why: the rows may still be to come.
  const isBare = rows.length === 0 && lines.length > 0 && !wide.some(isMessage);
  return {
    headers,
    rows: rows.map((row) => readRow(row, headers.length)),
    ...(pager && { pager }),
    unread: (grid.odd ?? 0) + Math.max(unsure, isBare ? 1 : 0),
    element,
  };
}

function isMessage({ element }: GridRow): boolean {
  return /\p{L}/u.test(visibleText(element)) && !readPager(element);
}

/** `aria-rowcount` counts every row of a grid that keeps only some in the document, headers included. */
function announced({ element, head }: Grid): Pager | undefined {
  const count = Number.parseInt(element.getAttribute('aria-rowcount') ?? '', 10);
  return count > 0 ? { total: Math.max(0, count - head - 1) } : undefined;
}

function readRow({ element, cells }: GridRow, columns: number): TableRow {
  const boxes = [...element.querySelectorAll<HTMLInputElement>('input[type="checkbox"], [role="checkbox"]')];
  const [box] = boxes;
  const tint = tintOf(element);
  return {
    cells: Array.from({ length: columns }, (_, at) => (cells[at] ? visibleText(cells[at]) : '')),
    parts: Array.from({ length: columns }, (_, at) => cells[at]),
    element,
    links: [...element.querySelectorAll(CLICKABLE)].map(linkOf),
    ...(box && boxes.length === 1 && { checked: box.checked ?? box.getAttribute('aria-checked') === 'true' }),
    ...(tint && { tint }),
  };
}

const CLICKABLE =
  'a, button, [role="button"], input[type="button"], input[type="submit"], input[type="image"]';

function linkOf(element: Element): RowLink {
  const disabled = element.hasAttribute('disabled') || element.getAttribute('aria-disabled') === 'true';
  const named = ['value', 'alt', 'title'].map((name) => element.getAttribute(name)).find(Boolean);
  return { text: visibleText(element) || (named ?? ''), element, disabled };
}

function isOnScreen(element: Element | undefined, root: Node): boolean {
  for (let at: Element | null = element ?? null; at && at !== root; at = at.parentElement)
    // An open dialog marks the page behind it as hidden from screen readers: it is still on the screen.
    if (isUnseen(at) && at.getAttribute('aria-hidden') !== 'true') return false;
  return element !== undefined;
}

function inOrder(a: Element, b: Element): number {
  return a.compareDocumentPosition(b) & 4 ? -1 : 1;
}
