/** Side of a mark's icon, in px: the drawing, its padding and its border. */
const ICON = 20;
/** What is left blank between an icon and the words beside it, in px. */
const AIR = 3;
/** What a mark's bar takes beside the words of its row, in px. */
const BAR = 6;
/** How many icons' widths after words inside a line a blank is looked for. */
const STEPS = 12;

/** What stands on a line, in px from the left of its row. */
export interface Taken {
  left: number;
  right: number;
}

/** Where a mark may stand beside its row without covering anything of the page, in px from the row's corner. */
export interface Spot {
  /** Left and middle of the icon; absent where there is no room for it. */
  icon?: { left: number; middle: number };
  /** Left of the bar: inside the row where the row begins with a blank, else before it. */
  bar: number;
}

/** The first blank of a line that an icon fits in, `wanted` before any other; px from the line's left. Pure. */
export function blankIn(width: number, taken: readonly Taken[], wanted?: number): number | undefined {
  const isBlank = (at: number) =>
    at >= 0 &&
    at + ICON <= width &&
    taken.every(({ left, right }) => right + AIR <= at || at + ICON + AIR <= left);
  return [wanted ?? -1, 0, ...taken.map(({ right }) => right + AIR).sort((a, b) => a - b)].find(isBlank);
}

/**
 * Where to mark a row that stands at `box`: before it, in a blank of the line of its first words, or after it. `inline`
 * is for words inside a line, which are marked after them; `wanted` is the place of the row before, so that icons are
 * aligned. Measures the page and writes nothing.
 */
export function spotBeside(row: Element, box: DOMRect, inline: boolean, wanted?: number): Spot {
  const { left, right, width } = box;
  const own = inline ? [] : boxesIn(row);
  const first = own.reduce((one, other) => (other.left < one.left ? other : one), own[0] ?? box);
  const middle = (first.top + first.bottom) / 2;
  const bar = inline || first.left - left >= BAR || own.length === 0 ? 0 : Math.max(-BAR, -left);
  const isBlank = (at: number) => isBlankAt(left + at, middle);
  const before = -ICON - AIR + Math.min(bar, 0);
  const after = Array.from({ length: inline ? STEPS : 1 }, (_, step) => width + AIR + step * ICON);
  const line = own
    .filter(({ top, bottom }) => bottom > middle - ICON / 2 && top < middle + ICON / 2)
    .map((one) => ({ left: one.left - left, right: one.right - left }));
  const taken = [{ left: bar, right: bar + BAR }, ...line];
  const inside = inline ? undefined : blankIn(Math.min(width, innerWidth - left), taken, wanted);
  const outside = inline ? [...after, before] : [before];
  const icon = outside.find(isBlank) ?? inside ?? (right < innerWidth ? after.find(isBlank) : undefined);
  return { bar, ...(icon !== undefined && { icon: { left: icon, middle: middle - box.top } }) };
}

/** What is drawn rather than written, or is to be clicked. */
const DRAWN = 'img, svg, canvas, video, input, button, select, textarea, [role="button"], [role="checkbox"]';
/** The widest of the empty elements that are icons drawn by a style sheet, in px. */
const WIDEST_ICON = 40;

function isDrawn(element: Element): boolean {
  if (element.matches(DRAWN)) return true;
  return (
    !element.matches('td, th, tr') &&
    element.childNodes.length === 0 &&
    element.getBoundingClientRect().width <= WIDEST_ICON
  );
}

/** Boxes of everything written or drawn in an element. */
function boxesIn(element: Element): DOMRect[] {
  const boxes: DOMRect[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) boxes.push(...boxesOf(node));
    else if (isDrawn(node as Element)) boxes.push((node as Element).getBoundingClientRect());
  }
  return boxes.filter(({ width, height }) => width > 0 && height > 0);
}

function boxesOf(text: Node): DOMRect[] {
  if (!text.nodeValue?.trim()) return [];
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()];
}

/** True when an icon at this place of the window, its middle at `middle`, would cover nothing of the page. */
function isBlankAt(left: number, middle: number): boolean {
  const right = left + ICON;
  if (left < 0 || right > innerWidth) return false;
  const [top, bottom] = [middle - ICON / 2, middle + ICON / 2];
  const across = [0, 0.25, 0.5, 0.75, 1].map((part) => part * ICON);
  const points = across.flatMap((x) => across.map((y) => [left + x, top + y] as const));
  return points.every(([x, y]) => {
    const on = document.elementsFromPoint(x, y).find(({ localName }) => localName !== 'vigie-ent');
    if (!on || isDrawn(on)) return false;
    const words = [...on.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).flatMap(boxesOf);
    return words.every(
      (one) => one.right <= left || one.left >= right || one.bottom <= top || one.top >= bottom,
    );
  });
}
