import type { Skin } from './skins';

/** Nodes of the hierarchy move by drag and drop (domain itslearning §4): by the browser's means, or by the pointer. */
export function movable(skin: Skin): string {
  return `<script>(${(skin === 'ccl' || skin === 'ngtable' ? byPointer : byBrowser).toString()})()</script>`;
}

/** As jsTree does: nothing but the pointer, followed once it has moved five pixels. */
function byPointer(): void {
  const nodeOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest('li, [role=treeitem]') : null;
  let from: { node: Element; x: number; y: number; moving: boolean } | undefined;
  addEventListener('mousedown', ({ target, clientX: x, clientY: y }) => {
    const node = nodeOf(target);
    from = node ? { node, x, y, moving: false } : undefined;
  });
  addEventListener('mousemove', ({ clientX, clientY }) => {
    if (from && Math.hypot(clientX - from.x, clientY - from.y) >= 5) from.moving = true;
  });
  addEventListener('mouseup', ({ target }) => {
    const node = nodeOf(target);
    if (from?.moving && node && node !== from.node)
      void fetch('/ecran.aspx?page=deplacer', { method: 'POST' });
    from = undefined;
  });
  addEventListener('dragstart', (event) => event.preventDefault());
}

function byBrowser(): void {
  for (const node of document.querySelectorAll('li, [role=treeitem]')) {
    node.setAttribute('draggable', 'true');
    node.addEventListener('dragstart', (event) => event.stopPropagation());
    node.addEventListener('dragover', (event) => event.preventDefault());
    node.addEventListener('drop', (event) => {
      event.stopPropagation();
      void fetch('/ecran.aspx?page=deplacer', { method: 'POST' });
    });
  }
}
