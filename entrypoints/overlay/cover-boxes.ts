import type { Cover } from '@/components/overlay/covers';

/** Share of the window from which a box is the backdrop of a dialog rather than the dialog. */
const BACKDROP = 0.95;

/** Where an element is seen, in px of the window; undefined when it takes no room there. */
export function inWindow(element: Element): Cover | undefined {
  if (!element.isConnected) return undefined;
  const { top, left, width, height } = element.getBoundingClientRect();
  if (width <= 0 || height <= 0 || top >= innerHeight || top + height <= 0) return undefined;
  return { top, left, width, height };
}

/** What of a box can be seen through another one, as a list through its window; undefined when nothing can. */
export function seenIn(box: Cover, through: Cover): Cover | undefined {
  const [top, left] = [Math.max(box.top, through.top, 0), Math.max(box.left, through.left, 0)];
  const height = Math.min(box.top + box.height, through.top + through.height, innerHeight) - top;
  const width = Math.min(box.left + box.width, through.left + through.width, innerWidth) - left;
  return height > 0 && width > 0 ? { top, left, height, width } : undefined;
}

/** Where a dialog of the page stands: inside its backdrop, when that is what was found. Undefined: all over the page. */
export function boxOfDialog(dialog: Element): Cover | undefined {
  const fills = (box: Cover) => box.width >= innerWidth * BACKDROP && box.height >= innerHeight * BACKDROP;
  const [found] = [dialog, ...dialog.children]
    .flatMap((element) => inWindow(element) ?? [])
    .filter((box) => !fills(box))
    .sort((a, b) => b.width * b.height - a.width * a.height);
  return found;
}

/** What is left of a box beside a hole: up to four boxes. */
export function outside(box: Cover, hole: Cover): Cover[] {
  const [right, bottom] = [box.left + box.width, box.top + box.height];
  const [holeRight, holeBottom] = [hole.left + hole.width, hole.top + hole.height];
  if (hole.left >= right || holeRight <= box.left || hole.top >= bottom || holeBottom <= box.top)
    return [box];
  const top = Math.max(box.top, hole.top);
  const height = Math.min(bottom, holeBottom) - top;
  return [
    { ...box, height: hole.top - box.top },
    { ...box, top: holeBottom, height: bottom - holeBottom },
    { left: box.left, top, height, width: hole.left - box.left },
    { left: holeRight, top, height, width: right - holeRight },
  ].filter(({ width: wide, height: high }) => wide > 0 && high > 0);
}

/** The smallest elements in which letters were written. */
export function textBrought(records: readonly MutationRecord[]): Element[] {
  const hasLetters = (text: string | null) => /\p{L}/u.test(text ?? '');
  return records.flatMap(({ type, target, addedNodes }) => {
    if (type === 'characterData')
      return target.parentElement && hasLetters(target.nodeValue) ? [target.parentElement] : [];
    return [...addedNodes].flatMap((node) => {
      if (!hasLetters(node.textContent)) return [];
      if (node instanceof Element) return [node];
      return node.nodeType === Node.TEXT_NODE && node.parentElement ? [node.parentElement] : [];
    });
  });
}
