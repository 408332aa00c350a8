import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard where it is while what a choice changes is drawn again. A row that is moved loses the focus, and so does
 * one that leaves the list: then it goes to the row that takes its place.
 * Things that take the focus bear a `data-focus` of their own, the same at every drawing.
 */
export function useKeptFocus<E extends HTMLElement>(): RefObject<E | null> {
  const root = useRef<E>(null);
  const focused = document.activeElement;
  const held =
    focused instanceof HTMLElement && root.current?.contains(focused)
      ? { name: focused.dataset.focus, row: rowsIn(root.current).findIndex((one) => one.contains(focused)) }
      : undefined;
  useLayoutEffect(() => {
    const here = root.current;
    if (!here || !held?.name || here.contains(document.activeElement)) return;
    const places = [...here.querySelectorAll<HTMLElement>('[data-focus]')];
    const same = places.find(({ dataset }) => dataset.focus === held.name);
    same?.focus();
    if (same && document.activeElement === same) return;
    const rows = rowsIn(here);
    const row = rows[Math.min(held.row, rows.length - 1)];
    row?.querySelector<HTMLElement>('input:checked, input, button, summary')?.focus();
  });
  return root;
}

/** The rows that are unfolded. */
function rowsIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.rows > li')].filter(
    (row) => !row.closest('details:not([open])'),
  );
}
