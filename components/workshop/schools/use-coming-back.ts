import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ROW_HEIGHT } from './use-window';
import type { BoardView } from './view';

/** Who closes a school goes on from its line, which may be the three hundredth: without this, from the top of the page. */
export function useComingBack({ school, rows }: BoardView): RefObject<HTMLDivElement | null> {
  const board = useRef<HTMLDivElement>(null);
  const left = useRef<string | undefined>(undefined);
  const open = school?.key;
  useEffect(() => {
    const key = left.current;
    left.current = open;
    if (open !== undefined || key === undefined) return undefined;
    const line = () =>
      [...(board.current?.querySelectorAll<HTMLElement>('[data-school]') ?? [])].find(
        ({ dataset }) => dataset.school === key,
      );
    const drawn = line();
    if (drawn) {
      drawn.focus();
      return undefined;
    }
    const place = rows.findIndex((row) => row.key === key);
    const box = board.current?.querySelector('.scrolls:has(.windowed)');
    if (place < 0 || !box) return undefined;
    box.scrollIntoView();
    box.scrollTo(0, place * ROW_HEIGHT);
    // Lines are drawn as they come in sight.
    const watching = new MutationObserver(() => {
      const found = line();
      if (!found) return;
      watching.disconnect();
      found.focus();
    });
    watching.observe(box, { childList: true, subtree: true });
    return () => watching.disconnect();
  }, [open]);
  return board;
}
