import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard where it is while what a choice changes is drawn again. A row that is moved loses the focus, and so does
 * one that leaves the list: then it goes to the row that takes its place, and back once the former is drawn again.
 * Things that take the focus bear a `data-focus` of their own, the same at every drawing.
 */
export function useKeptFocus<E extends HTMLElement>(): RefObject<E | null> {
  const root = useRef<E>(null);
  /** What had the focus and is not drawn for now, and what stands in for it. */
  const lost = useRef<{ name: string; standIn: Element }>(undefined);
  const focused = document.activeElement;
  const held =
    focused instanceof HTMLElement && root.current?.contains(focused)
      ? { name: focused.dataset.focus, row: rowsIn(root.current).findIndex((one) => one.contains(focused)) }
      : undefined;
  useLayoutEffect(() => {
    const here = root.current;
    if (!here) return;
    const awaited = lost.current?.standIn === document.activeElement ? lost.current.name : undefined;
    if (awaited === undefined) lost.current = undefined;
    if (awaited !== undefined && focusOn(here, awaited)) {
      lost.current = undefined;
      return;
    }
    // A row that takes the place of another may keep its elements: the one with the focus then stands for something else.
    if (!held?.name || nameOf(document.activeElement) === held.name || focusOn(here, held.name)) return;
    const rows = rowsIn(here);
    const row = rows[Math.min(held.row, rows.length - 1)];
    const standIn = row?.querySelector<HTMLElement>('input:checked') ?? row?.querySelector('input');
    standIn?.focus();
    if (standIn) lost.current = { name: held.name, standIn };
  });
  return root;
}

function nameOf(element: Element | null): string | undefined {
  return element instanceof HTMLElement ? element.dataset.focus : undefined;
}

/** True when that thing is there, and takes the focus: what is folded away does not. */
function focusOn(root: HTMLElement, name: string): boolean {
  const places = [...root.querySelectorAll<HTMLElement>('[data-focus]')];
  const place = places.find(({ dataset }) => dataset.focus === name);
  place?.focus();
  return place !== undefined && document.activeElement === place;
}

/** The rows that are unfolded. */
function rowsIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.rows > li')].filter(
    (row) => !row.closest('details:not([open])'),
  );
}
