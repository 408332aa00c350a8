import { beginsWithLabel, isLabel, type Label } from './labels';
import { chosenTexts, textOf, visibleText } from './text';

export type ControlKind = 'checkbox' | 'radio' | 'select' | 'text' | 'file' | 'button';

/** A field, box or button, and what it holds now. */
export interface Control {
  element: Element;
  kind: ControlKind;
  /** For boxes and radios. */
  checked?: boolean;
  /** Text typed, text of the choices made, names of the files; '' for nothing. */
  value: string;
  disabled: boolean;
}

const CONTROLS = `input, select, textarea, button, [role="checkbox"], [role="radio"], [role="switch"], [role="combobox"],
  [role="textbox"], [role="button"]`;
const BUTTON_TYPES = /^(submit|button|image|reset)$/;
/** How far above a field the words that name it may stand. */
const LEVELS = 3;

/** Every control, hidden lists of choices included: a dressed-up list keeps its value there (domain Skolengo §4). */
export function controlsIn(root: ParentNode): Control[] {
  return [...root.querySelectorAll(CONTROLS)].flatMap((element) => {
    const kind = kindOf(element);
    return kind ? [{ element, kind, ...stateOf(element, kind) }] : [];
  });
}

/**
 * The controls that a label names, by the surest sign that any of them has: `for`, a label around it, ARIA, `title`, the
 * words of a button; failing these, the words beside it or in the cell before it.
 */
export function findControls(root: ParentNode, label: Label, kind?: ControlKind): Control[] {
  const all = controlsIn(root).filter((control) => kind === undefined || control.kind === kind);
  for (const says of [isLabel, beginsWithLabel])
    for (const names of [declaredNames, namesBeside]) {
      const found = all.filter((control) => names(control).some((name) => says(name, label)));
      if (found.length > 0) return found;
    }
  return [];
}

/** The one control that a label names; `undefined` when there is none, or more than one. */
export function findControl(root: ParentNode, label: Label, kind?: ControlKind): Control | undefined {
  const found = findControls(root, label, kind);
  return found.length === 1 ? found[0] : undefined;
}

function kindOf(element: Element): ControlKind | undefined {
  const role = element.getAttribute('role');
  if (role === 'checkbox' || role === 'switch') return 'checkbox';
  if (role === 'radio') return 'radio';
  const tag = element.tagName.toUpperCase();
  if (tag === 'SELECT') return 'select';
  if (tag === 'TEXTAREA') return 'text';
  if (tag === 'BUTTON' || role === 'button') return 'button';
  if (tag !== 'INPUT') return role === 'combobox' ? 'select' : 'text';
  const { type } = element as HTMLInputElement;
  if (type === 'checkbox' || type === 'radio' || type === 'file') return type;
  if (type === 'hidden' || type === 'password') return undefined;
  return BUTTON_TYPES.test(type) ? 'button' : 'text';
}

function stateOf(element: Element, kind: ControlKind): Pick<Control, 'value' | 'disabled' | 'checked'> {
  const input = element as HTMLInputElement;
  const disabled = element.hasAttribute('disabled') || element.getAttribute('aria-disabled') === 'true';
  if (kind === 'checkbox' || kind === 'radio') {
    const checked =
      input.tagName.toUpperCase() === 'INPUT'
        ? input.checked
        : element.getAttribute('aria-checked') === 'true';
    return { value: '', disabled, checked };
  }
  if (kind === 'file')
    return { value: [...(input.files ?? [])].map((file) => file.name).join(', '), disabled };
  if (element.tagName.toUpperCase() === 'SELECT')
    return { value: chosenTexts(element as HTMLSelectElement).join(', '), disabled };
  return { value: kind === 'button' ? '' : (input.value ?? textOf(element)), disabled };
}

/** What a control is called, as the page writes it: by its markup, else by the words beside it; '' when nothing names it. */
export function nameOf(control: Control): string {
  const [name = ''] = [...declaredNames(control), ...namesBeside(control)];
  return name.replace(/\s+/g, ' ').trim();
}

/** The names that the markup itself gives to a control. */
function declaredNames({ element, kind }: Control): string[] {
  const names = [element.getAttribute('aria-label'), element.getAttribute('title')];
  const page = element.getRootNode() as Document | ShadowRoot;
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  if (ids.length > 0) names.push(ids.map((id) => textOf(page.getElementById?.(id))).join(' '));
  if (element.id) {
    for (const label of page.querySelectorAll('label'))
      if (label.getAttribute('for') === element.id) names.push(visibleText(label, isControl));
  }
  const around = element.closest('label');
  if (around) names.push(visibleText(around, isControl));
  if (kind === 'button')
    names.push(visibleText(element), element.getAttribute('value'), element.getAttribute('alt'));
  return names.filter((name): name is string => Boolean(name?.trim()));
}

/** The words beside a control: after a box, before a field; then the cells around it. */
function namesBeside({ element, kind }: Control): string[] {
  if (kind === 'button') return [];
  const boxed = kind === 'checkbox' || kind === 'radio';
  let at: Element = element;
  for (let level = 0; level <= LEVELS; level++) {
    // What stands nearest wins: words further off, or on the other side of a box, may name its neighbour.
    const words = (boxed && wordsBeside(at, 'nextSibling')) || wordsBeside(at, 'previousSibling');
    if (words) return [words];
    const parent = at.parentElement;
    if (!parent || holdsOthers(parent, element)) break;
    at = parent;
  }
  return [];
}

/** The words next to an element, up to the next control. */
function wordsBeside(element: Element, direction: 'previousSibling' | 'nextSibling'): string {
  const words: string[] = [];
  for (let node = element[direction]; node; node = node[direction]) {
    if (node.nodeType === 3) words.push(node.nodeValue ?? '');
    if (node.nodeType !== 1) continue;
    if (isControl(node as Element) || (node as Element).querySelector(CONTROLS)) break;
    words.push(` ${visibleText(node as Element)} `);
    if (words.join('').trim() && isCell(node as Element)) break;
  }
  if (direction === 'previousSibling') words.reverse();
  return words.join('').replace(/\s+/g, ' ').trim();
}

function isCell(element: Element): boolean {
  return /^(TD|TH|DT|DD)$/i.test(element.tagName);
}

function isControl(element: Element): boolean {
  return element.matches(CONTROLS);
}

/** A dressed-up list holds its own search field: it isn't another control. */
function holdsOthers(parent: Element, element: Element): boolean {
  return [...parent.querySelectorAll(CONTROLS)].some((other) => {
    if (other === element || element.contains(other)) return false;
    const type = other.getAttribute('type');
    return type !== 'hidden' && !(element.tagName.toUpperCase() === 'SELECT' && isSearch(other));
  });
}

function isSearch(element: Element): boolean {
  return element.getAttribute('type') === 'search' || element.getAttribute('role') === 'combobox';
}
