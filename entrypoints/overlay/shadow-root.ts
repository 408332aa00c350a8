/** Keys pressed in our fields must not reach the ENT's own keyboard shortcuts. */
const KEPT_EVENTS = ['keydown', 'keypress', 'keyup'] as const;

/** A root of our own in the page. */
export interface OwnRoot {
  root: HTMLElement;
  remove(): void;
}

/**
 * Mounts a shadow root beside the page's body, never inside it: its content stays what it was. The page's styles stop
 * at the host, which is reset because inherited properties cross that border. The root is closed: its panels tell what the
 * page does not know (a reference list, what was said of people), and no script of the page may read it nor press its buttons.
 */
export function mountShadowRoot(name: string, css: string): OwnRoot {
  const host = document.createElement(name);
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = `:host{all:initial!important}${css}`;
  const root = document.createElement('div');
  root.className = 'vigie';
  root.lang = 'fr';
  shadow.append(style, root);
  for (const type of KEPT_EVENTS) root.addEventListener(type, (event) => event.stopPropagation());
  document.documentElement.append(host);
  return { root, remove: () => host.remove() };
}
