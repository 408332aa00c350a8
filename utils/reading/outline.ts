import { type Control, controlsIn, nameOf } from './control';
import { type GridRow, nativeRows, roleRows } from './grid';
import { norm } from './labels';
import { findTables, type Table } from './table';
import { isUnseen, visibleText } from './text';
import { nodesUnder, type Tree, treesIn } from './tree';

/* What a page that nobody described has to be read: its lists, forms and trees, in its order. */

/** A list whose columns have titles. */
export interface OutlinedList {
  kind: 'list';
  element: Element;
  table: Table;
}

/** A field, and the words that name it. */
export interface OutlinedField {
  label: string;
  control: Control;
  /** The words that its values may be, where the page offers a choice. */
  choices: readonly string[];
}

/** A form of which at least one field is named. */
export interface OutlinedForm {
  kind: 'form';
  element: Element;
  fields: readonly OutlinedField[];
}

/** A tree, and the names of its nodes that hold others. */
export interface OutlinedTree {
  kind: 'tree';
  element: Element;
  tree: Tree;
  folders: readonly string[];
}

export type Outlined = OutlinedList | OutlinedForm | OutlinedTree;

/** Longer texts are content, not the titles of columns nor the names of fields. */
const LONGEST = 80;
const FIRST_ROWS = 6;
const GRIDS = '[role="table"], [role="grid"], [role="treegrid"]';
/** Blocks that may be a list drawn without any table. */
const BLOCKS = 'div, section, ul, ol';
const FORMS = 'form, fieldset, [role="form"], [role="dialog"], dialog, main, [role="main"], body';

/** Everything on a page that could be described. Slow on purpose: it is asked once, by a person. */
export function outlineOf(document: Document): Outlined[] {
  const lists = listsIn(document);
  const trees = treesOf(document).filter(
    ({ element }) => !lists.some((list) => list.element.contains(element)),
  );
  const forms = formsIn(document, lists);
  const all: Outlined[] = [...lists, ...trees, ...forms];
  return all.sort((a, b) => (a.element.compareDocumentPosition(b.element) & 4 ? -1 : 1));
}

/** The innermost thing that holds an element. */
export function outlinedAt(all: readonly Outlined[], target: Element): Outlined | undefined {
  return all
    .filter(({ element }) => element.contains(target))
    .reduce<Outlined | undefined>(
      (inner, one) => (inner && !inner.element.contains(one.element) ? inner : one),
      undefined,
    );
}

function listsIn(document: Document): OutlinedList[] {
  const heads = [
    ...[...document.querySelectorAll('table')].map((table) => ({
      element: table,
      head: headOf(nativeRows(table)),
    })),
    ...[...document.querySelectorAll(GRIDS)].map((grid) => ({ element: grid, head: headOf(roleRows(grid)) })),
    ...[...document.querySelectorAll(BLOCKS)].map((block) => ({ element: block, head: blockHead(block) })),
  ];
  const seen = new Map<Element, OutlinedList>();
  for (const { element, head } of heads) {
    // What the reader itself will find by these titles is the only list worth proposing.
    const table = head && findTables(document, head).find((one) => holds(one.element, element));
    if (table && !seen.has(table.element))
      seen.set(table.element, { kind: 'list', element: table.element, table });
  }
  return [...seen.values()];
}

function holds(list: Element, element: Element): boolean {
  return list === element || list.contains(element) || element.contains(list);
}

/** The titles of the first row that looks like one of titles: rows made of `th` come before any other. */
function headOf(rows: readonly GridRow[]): string[] | undefined {
  const first = rows.slice(0, FIRST_ROWS).filter(({ cells }) => new Set(cells).size > 1);
  const titled = first.find(({ cells }) =>
    cells.every(
      (cell) => cell.tagName.toUpperCase() === 'TH' || cell.getAttribute('role') === 'columnheader',
    ),
  );
  const row = titled ?? first[0];
  return row && titlesIn(row.cells);
}

/** Rows of one shape, the first of which holds short words that are all different. */
function blockHead(block: Element): string[] | undefined {
  const rows = [...block.children];
  const [first, second] = rows;
  const columns = first?.children.length ?? 0;
  if (!first || !second || columns < 2 || isUnseen(block)) return undefined;
  const alike = rows.every(
    ({ tagName, children }) => tagName === first.tagName && children.length === columns,
  );
  if (!alike || first.querySelector('input, select, textarea, a[href]')) return undefined;
  const titles = titlesIn([...first.children]);
  return titles?.length === columns && !titles.some((title) => /\d/.test(title)) ? titles : undefined;
}

function titlesIn(cells: readonly Element[]): string[] | undefined {
  const titles = cells
    .map((cell) => visibleText(cell))
    .filter((title) => title !== '' && title.length <= LONGEST);
  const different = new Set(titles.map(norm));
  return titles.length > 0 && different.size === titles.length ? titles : undefined;
}

function treesOf(document: Document): OutlinedTree[] {
  return treesIn(document).flatMap((tree) => {
    const first = tree.nodes[0]?.element;
    const element = first?.closest('[role="tree"], [role="treegrid"]') ?? first?.parentElement;
    const folders = tree.nodes
      .filter((_, at) => nodesUnder(tree, at).nodes.length > 0)
      .map(({ text }) => text)
      .filter((text) => text !== '' && text.length <= LONGEST);
    const single = folders.filter(
      (text) => folders.filter((other) => norm(other) === norm(text)).length === 1,
    );
    return element && single.length > 0 ? [{ kind: 'tree', element, tree, folders: single }] : [];
  });
}

function formsIn(document: Document, lists: readonly OutlinedList[]): OutlinedForm[] {
  const forms = new Map<Element, OutlinedField[]>();
  for (const control of controlsIn(document)) {
    const { element, kind } = control;
    if (kind === 'button' || kind === 'file' || lists.some((list) => list.element.contains(element)))
      continue;
    const form = element.closest(FORMS);
    const label = kind === 'radio' ? groupName(element) : nameOf(control);
    if (!form || label === '' || label.length > LONGEST) continue;
    const fields = forms.get(form) ?? [];
    const twin = fields.find((field) => norm(field.label) === norm(label));
    const choices = choicesOf(control);
    if (!twin) fields.push({ label, control, choices });
    else if (kind === 'radio')
      fields[fields.indexOf(twin)] = { ...twin, choices: [...twin.choices, ...choices] };
    forms.set(form, fields);
  }
  return [...forms].map(([element, fields]) => ({ kind: 'form', element, fields }));
}

function choicesOf(control: Control): string[] {
  if (control.kind === 'radio') return [nameOf(control)].filter(Boolean);
  if (control.element.tagName.toUpperCase() !== 'SELECT') return [];
  return [...(control.element as HTMLSelectElement).options]
    .map((option) => visibleText(option))
    .filter(Boolean);
}

/** Radios bear the names of their values; what they choose is said around them. */
function groupName(radio: Element): string {
  const group = radio.closest('fieldset, [role="radiogroup"]');
  const legend = group?.querySelector('legend');
  return (group?.getAttribute('aria-label') ?? (legend ? visibleText(legend) : '')).trim();
}
