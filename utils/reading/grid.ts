import { type Label, norm, wordings } from './labels';
import { visibleText } from './text';

/** Rows and columns as they stand in the document, whatever elements draw them. */
export interface Grid {
  element: Element;
  rows: readonly GridRow[];
  /** Position of the row that names the columns. */
  head: number;
  headers: readonly string[];
}

/** One row; a cell over several columns stands in each of them, one over several rows in each of these. */
export interface GridRow {
  element: Element;
  cells: readonly Element[];
}

/** Labels are short: anything longer is content, and is not worth reading as a label. */
const LONGEST_HEADER = 120;
/** Titles, filters and buttons may stand above the row of headers, never a whole page of rows. */
const ROWS_BEFORE_HEADERS = 6;
const MOST_COLUMNS = 100;

/** Buttons and boxes in a header act on the column (« Tout Activer »); they don't name it. */
const ACTS = 'button, input, select, textarea, [role="button"], [role="checkbox"]';

/** Drawn with `table`: the row of headers may be in `thead`, in `tbody`, made of `th` or of `td`. */
export function nativeGrids(root: ParentNode, required: readonly Label[]): Grid[] {
  return [...root.querySelectorAll('table')].flatMap((table) => withHead(table, nativeRows(table), required));
}

/** Drawn with ARIA roles on any elements. */
export function roleGrids(root: ParentNode, required: readonly Label[]): Grid[] {
  const grids = [...root.querySelectorAll('[role="table"], [role="grid"], [role="treegrid"]')];
  return grids.flatMap((grid) => (isTag(grid, 'TABLE') ? [] : withHead(grid, roleRows(grid), required)));
}

/** Gives a grid its row of headers, if one of its first rows has every required label. */
export function withHead(element: Element, rows: readonly GridRow[], required: readonly Label[]): Grid[] {
  for (const [head, row] of rows.slice(0, ROWS_BEFORE_HEADERS).entries()) {
    const headers = headersOf(row.cells, required);
    if (headers) return [{ element, rows, head, headers }];
  }
  return [];
}

/** The headers in a row of cells; `undefined` when a required one is missing. */
export function headersOf(
  cells: readonly Element[],
  required: readonly Label[],
): readonly string[] | undefined {
  const wanted = required.map(wordings);
  if (cells.length < wanted.length) return undefined;
  const headers = cells.map((cell) => headerText(cell, wanted.flat()));
  const read = new Set(headers.map(norm));
  return wanted.every((words) => words.some((word) => read.has(word))) ? headers : undefined;
}

function headerText(cell: Element, wanted: readonly string[]): string {
  if ((cell.textContent ?? '').length > LONGEST_HEADER * 4) return '';
  const named = visibleText(cell, (part) => part.matches(ACTS));
  if (named !== '') return named.length > LONGEST_HEADER ? '' : named;
  // Some grids make the name itself a button that sorts.
  const button = visibleText(cell);
  return cell.hasAttribute('aria-sort') || wanted.includes(norm(button)) ? button : '';
}

/** Every row of a `table`, cells spread over the columns that they cover. */
export function nativeRows(table: Element): GridRow[] {
  const sections = [...table.children].flatMap((child) =>
    isTag(child, 'TR') ? [child] : isTag(child, 'THEAD', 'TBODY', 'TFOOT') ? [...child.children] : [],
  );
  const open: { cell: Element; left: number }[] = [];
  return sections.filter((child) => isTag(child, 'TR')).map((row) => spread(row, open));
}

/** Lays the cells of a row over its columns; `open` carries the cells of rows above that reach down to this one. */
function spread(row: Element, open: { cell: Element; left: number }[]): GridRow {
  const cells: Element[] = [];
  const fromAbove = () => {
    for (let above = open[cells.length]; above && above.left > 0; above = open[cells.length]) {
      above.left -= 1;
      cells.push(above.cell);
    }
  };
  for (const cell of row.children) {
    if (!isTag(cell, 'TD', 'TH')) continue;
    fromAbove();
    const left = span(cell, 'rowspan') - 1;
    for (let columns = Math.min(span(cell, 'colspan'), MOST_COLUMNS); columns > 0; columns--) {
      open[cells.length] = { cell, left };
      cells.push(cell);
    }
  }
  fromAbove();
  return { element: row, cells };
}

function span(cell: Element, attribute: string): number {
  const written = Number.parseInt(cell.getAttribute(attribute) ?? '1', 10);
  if (written === 0 && attribute === 'rowspan') return Number.POSITIVE_INFINITY;
  return written >= 1 ? written : 1;
}

const ROLE_CELLS = '[role="columnheader"], [role="rowheader"], [role="cell"], [role="gridcell"]';

/** Every row of a grid drawn with ARIA roles. */
export function roleRows(grid: Element): GridRow[] {
  return [...grid.querySelectorAll('[role="row"]')]
    .filter((row) => row.closest('[role="table"], [role="grid"], [role="treegrid"]') === grid)
    .map((element) => ({
      element,
      cells: [...element.querySelectorAll(ROLE_CELLS)].filter(
        (cell) => cell.parentElement?.closest('[role="row"]') === element,
      ),
    }));
}

export function isTag(element: Element, ...tags: string[]): boolean {
  return tags.includes(element.tagName.toUpperCase());
}
