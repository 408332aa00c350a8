import type { Cover } from '@/components/overlay/covers';
import { anchorKey, type FactName, type Facts, type Gathered, type Located } from '@/utils/core/facts';
import { isOfThings } from '@/utils/core/things';
import { fold } from '@/utils/matching/fold';
import { knownNames } from './known-names';
import { scrollerOf } from './mark-layer';

/** Names beside which a text box holds somebody's: what is being looked for. */
const FEWEST_LETTERS = 3;
/** Room around a name, px: letters reach out of their box. */
const MARGIN = 2;

type Places = ReadonlyMap<string, ReadonlyMap<string, Element>>;

/** Where the names of people stand on the page, as long as names are masked. */
export interface NameCover {
  look(shown: Facts, places: Places, container: Element, named?: readonly Element[]): void;
  forget(): void;
  /** The boxes to draw now. Names below one another are covered together, so that none shows while the list scrolls. */
  covers(which?: (element: Element) => boolean): Cover[];
}

interface Column {
  list: Element;
  clip: Element | undefined;
  elements: Element[];
}

export function nameCover(): NameCover {
  let columns: Column[] = [];
  return {
    look(shown, places, container, named = []) {
      columns = columnsOf(new Set([...namedElements(shown, places, container), ...named]));
    },
    forget() {
      columns = [];
    },
    covers: (which = () => true) => columns.filter(({ list }) => which(list)).flatMap(coversOf),
  };
}

/** The smallest elements that hold a name: rows that were read, and wherever else the same names are written. */
function namedElements(shown: Facts, places: Places, container: Element): Set<Element> {
  const { names, keys, open } = namesIn(shown);
  const found = new Set<Element>();
  if (names.size === 0) return found;
  const known = knownNames(names);
  for (const [page, byKey] of places)
    for (const [key, element] of byKey)
      if (keys.has(`${page} ${key}`)) found.add(smallest(element, tidy(key.split('|')[0] ?? '')));
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = tidy(node.nodeValue ?? '');
    if (text === '' || !node.parentElement) continue;
    if (
      known.isIn(text) ||
      (open.size > 0 &&
        fold(text)
          .split(' ')
          .some((word) => open.has(word)))
    )
      found.add(node.parentElement);
  }
  const all = fold([...names].join('\n'));
  for (const field of container.querySelectorAll<HTMLInputElement>('input, textarea')) {
    const typed = fold(field.value);
    const isText = !/^(?:checkbox|radio|button|submit|hidden|file)$/.test(field.type);
    if (!isText || typed.length < FEWEST_LETTERS) continue;
    if (all.includes(typed) || typed.split(' ').some((word) => open.has(word))) found.add(field);
  }
  return found;
}

/** Names as they are written, the places where they were read, and the words of whose screen is open. */
export function namesIn(shown: Facts): { names: Set<string>; keys: Set<string>; open: Set<string> } {
  const names = new Set<string>();
  const keys = new Set<string>();
  for (const [list, gathered] of Object.entries(shown) as [FactName, Gathered<Located>][]) {
    if (isOfThings(list)) continue;
    for (const item of gathered.items) {
      // The name of a group is nobody's, whoever is in it.
      const { members } = item as { members?: readonly Partial<Located>[] };
      const people = members ?? [item];
      for (const one of people as readonly (Partial<Located> & { name?: string })[]) {
        if (one.at) keys.add(anchorKey(one.at));
        if (one.name) names.add(tidy(one.name));
      }
    }
  }
  const opened = shown.openUser?.items.flatMap(({ name }) => fold(name).split(' ')) ?? [];
  return { names, keys, open: new Set(opened.filter((word) => word.length >= FEWEST_LETTERS)) };
}

/** What groups, classes and other things are called. */
export function thingsIn(shown: Facts): string[] {
  return (Object.entries(shown) as [FactName, Gathered<{ name?: unknown; group?: unknown }>][])
    .flatMap(([list, { items }]) =>
      items.flatMap(({ name, group }) => [isOfThings(list) ? name : undefined, group]),
    )
    .filter((one): one is string => typeof one === 'string' && one !== '');
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The innermost element that still holds the name: the rest of its row may be seen. */
function smallest(element: Element, name: string): Element {
  for (let one = element; ; ) {
    const inner = [...one.children].find(
      (child) => name !== '' && tidy(child.textContent ?? '').includes(name),
    );
    if (!inner) return one;
    one = inner;
  }
}

/** Names that stand below one another in one list; the others are each a column of their own. */
function columnsOf(elements: ReadonlySet<Element>): Column[] {
  const columns = new Map<Element, Map<string, Column>>();
  const single: Column[] = [];
  const clips = new Map<Element | null, Element | undefined>();
  for (const element of elements) {
    const parent = element.parentElement;
    if (!clips.has(parent)) clips.set(parent, scrollerOf(parent));
    const clip = clips.get(parent);
    const list = listOf(element, elements);
    if (!list) {
      single.push({ list: element, clip, elements: [element] });
      continue;
    }
    const byLeft = columns.get(list) ?? new Map<string, Column>();
    columns.set(list, byLeft);
    const left = String(Math.round(element.getBoundingClientRect().left));
    const known = byLeft.get(left);
    if (known) known.elements.push(element);
    else byLeft.set(left, { list, clip, elements: [element] });
  }
  return [...single, ...[...columns.values()].flatMap((byLeft) => [...byLeft.values()])];
}

/** The list in whose rows a name stands: the nearest ancestor of which another child holds a name too. */
function listOf(element: Element, elements: ReadonlySet<Element>): Element | undefined {
  let row = element;
  for (let up = 0; up < 6; up++) {
    const list = row.parentElement;
    if (!list || list === document.body) return undefined;
    const beside = [row.previousElementSibling, row.nextElementSibling];
    if (beside.some((other) => other?.tagName === row.tagName && holdsName(other, elements))) return list;
    row = list;
  }
  return undefined;
}

function holdsName(row: Element, elements: ReadonlySet<Element>): boolean {
  if (elements.has(row)) return true;
  return [...row.querySelectorAll('*')].some((inner) => elements.has(inner));
}

/** One box over a whole column where there are several names, cut to what is seen of its list. */
function coversOf({ list, clip, elements }: Column): Cover[] {
  const boxes = elements.filter(({ isConnected }) => isConnected).map((one) => one.getBoundingClientRect());
  const drawn = boxes.filter(({ width, height }) => width > 0 && height > 0);
  if (drawn.length === 0) return [];
  const whole = drawn.length > 1 ? list.getBoundingClientRect() : undefined;
  const bounds = clip?.getBoundingClientRect();
  const top = Math.max(whole?.top ?? Math.min(...drawn.map((box) => box.top)), bounds?.top ?? 0, 0);
  const bottom = Math.min(
    whole?.bottom ?? Math.max(...drawn.map((box) => box.bottom)),
    bounds?.bottom ?? innerHeight,
    innerHeight,
  );
  if (bottom <= top) return [];
  const left = Math.min(...drawn.map((box) => box.left)) - MARGIN;
  const right = Math.max(...drawn.map((box) => box.right)) + MARGIN;
  return [{ top: top - MARGIN, left, height: bottom - top + 2 * MARGIN, width: right - left }];
}
