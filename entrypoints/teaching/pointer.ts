/** What a page would do with a click: all of it is swallowed while somebody points. */
const SWALLOWED = [
  'click',
  'dblclick',
  'auxclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'submit',
] as const;
/** Stopped, but left to the browser: a finger must still scroll. */
const LEFT_TO_BROWSER = /^(?:touch|pointer)/;
/** Keys that would press what has the focus in the page. */
const PRESSES = /^(?:Enter| |Spacebar)$/;

interface PointerOptions {
  /** The pointer is over this element of the page, or over nothing of it. */
  over(target: Element | undefined): void;
  chosen(target: Element): void;
  left(): void;
}

/** Follows the pointer over the page, which sees none of its clicks. Returns how to stop. */
export function followPointer({ over, chosen, left }: PointerOptions): () => void {
  const swallow = (event: Event) => {
    if (isOurs(event)) return;
    event.stopImmediatePropagation();
    if (!LEFT_TO_BROWSER.test(event.type)) event.preventDefault();
    const target = innermost(event);
    if (event.type === 'click' && target) chosen(target);
  };
  const move = (event: Event) => over(isOurs(event) ? undefined : innermost(event));
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopImmediatePropagation();
      event.preventDefault();
      if (event.type === 'keydown') left();
    } else if (PRESSES.test(event.key) && !isOurs(event)) {
      event.stopImmediatePropagation();
      event.preventDefault();
    }
  };
  const stop = new AbortController();
  const how = { capture: true, passive: false, signal: stop.signal };
  for (const type of SWALLOWED) window.addEventListener(type, swallow, how);
  window.addEventListener('pointermove', move, { capture: true, passive: true, signal: stop.signal });
  for (const type of ['keydown', 'keyup', 'keypress'] as const) window.addEventListener(type, key, how);
  return () => stop.abort();
}

/** Everything of ours stands in elements of our own, beside the page's body. */
function isOurs({ target }: Event): boolean {
  return target instanceof Element && target.localName.startsWith('vigie-');
}

function innermost(event: Event): Element | undefined {
  const [first] = event.composedPath();
  return first instanceof Element ? first : undefined;
}
