import { isUnseen } from './text';

/** What a pager says. Any part may be missing: « 1 2 3 » tells the number of pages, not of rows. */
export interface Pager {
  from?: number;
  to?: number;
  total?: number;
  page?: number;
  pages?: number;
}

/** A pager is a few words; a longer text that holds such numbers is content. */
const LONGEST = 400;
/** How many levels above a list its pager may be. */
const LEVELS = 4;

const NUMBER = '(\\d{1,3}(?: \\d{3})+|\\d+)';
/** « [1] to [20] of [139] », « 1–20 sur 139 », « 1 à 20 sur 139 » (domain itslearning §1.1). */
const RANGE = new RegExp(
  `\\[?${NUMBER}\\]? ?(?:-|–|—|à|to|au) ?\\[?${NUMBER}\\]? (?:sur|of) \\[?${NUMBER}\\]?`,
  'i',
);
const PAGE = new RegExp(`\\bpage ?${NUMBER} ?(?:sur|of|de|/) ?${NUMBER}`, 'i');
/**
 * « 1 2 3 » between its two arrows, with the page sizes after it (domain itslearning §1.2); old data tables write words
 * beside the arrows, « < précédent 1 2 3 suivant > » (domain Skolengo §4), or instead of them.
 */
const NUMBERED =
  /(?:(?:«|‹|<)(?: [\p{L}.]{2,12})?|pr[ée]c[ée]dente?s?|prev(?:ious)?) ((?:(?:\d+|…|\.{3}) )+)(?:»|›|>|suivante?s?|next|[\p{L}.]{2,12} (?:»|›|>))/iu;

/** Reads a pager from its words; `undefined` when they are none. */
export function readPager(element: Element): Pager | undefined {
  if ((element.textContent ?? '').length > LONGEST * 3) return undefined;
  const words = wordsOf([element]);
  const pager = words.length > LONGEST ? undefined : inWords(words);
  const page = pager?.pages === undefined ? undefined : currentPage(element);
  return pager && { ...(page !== undefined && { page }), ...pager };
}

/** What is left of a pager's words once the rows and the page that it shows are taken out. */
export function withoutPager(words: string): string {
  return words.replace(RANGE, ' ').replace(PAGE, ' ');
}

function inWords(words: string): Pager | undefined {
  const range = rangeIn(words);
  const page = PAGE.exec(words);
  const numbers = NUMBERED.exec(`${words} `)?.[1]?.match(/\d+/g);
  if (!range && !page && !numbers) return undefined;
  return {
    ...range,
    ...(numbers && { pages: Math.max(...numbers.map(Number)) }),
    ...(page && { page: toNumber(page[1]), pages: toNumber(page[2]) }),
  };
}

/**
 * The pager of a list: in the words after it, else before it, at its own level or a few above. `others` are the other
 * lists of the screen: what is beyond one of them is not this one's.
 */
export function pagerOf(list: Element, others: readonly Element[]): Pager | undefined {
  const isOther = (node: Node) => others.some((other) => other !== list && node.contains(other));
  let above = list;
  for (let level = 0; level < LEVELS; level++) {
    for (const direction of ['nextSibling', 'previousSibling'] as const) {
      const beside: ChildNode[] = [];
      for (let node = above[direction]; node && !isOther(node); node = node[direction]) beside.push(node);
      const pager = pagerAmong(direction === 'nextSibling' ? beside : beside.reverse());
      if (pager) return pager;
    }
    const parent = above.parentElement;
    if (!parent || parent.tagName.toUpperCase() === 'BODY' || isOther(parent)) return undefined;
    above = parent;
  }
  return undefined;
}

/** A pager in one element, or spread over several that follow each other. */
function pagerAmong(nodes: readonly ChildNode[]): Pager | undefined {
  for (const node of nodes) {
    if (node.nodeType !== 1 || isUnseen(node as Element)) continue;
    const pager = readPager(node as Element);
    if (pager) return pager;
  }
  const words = wordsOf(nodes);
  return words.length > LONGEST ? undefined : inWords(words);
}

/** Numbers that are no range (« de 12 à 4 sur 20 ») are something else's. */
function rangeIn(words: string): Required<Pick<Pager, 'from' | 'to' | 'total'>> | undefined {
  const [from = 0, to = 0, total = 0] = (RANGE.exec(words) ?? []).slice(1).map(toNumber);
  // « 1–20 sur 12 » is a pager all the same, one that lies: to pass it over would make its list a whole one.
  return from >= 1 && from <= to && total >= 1 ? { from, to, total } : undefined;
}

/** Every element of a pager is a word of its own: numbers follow each other without a space between. */
function wordsOf(nodes: Iterable<Node>): string {
  const words: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === 3) words.push(node.nodeValue ?? '');
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (isUnseen(element) || element.matches('select')) return;
    for (const child of element.childNodes) walk(child);
  };
  for (const node of nodes) walk(node);
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** The number that is marked as the current one. The class names are hints: without them the page stays unknown. */
function currentPage(element: Element): number | undefined {
  const marked = element.querySelector(
    '[aria-current]:not([aria-current="false"]), .active, .selected, .current',
  );
  const number = Number.parseInt(marked?.textContent?.trim() ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}

function toNumber(text: string | undefined): number {
  return Number((text ?? '').replaceAll(' ', ''));
}
