// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Hold } from '@/components/overlay/hold-dialog';
import { holdDrags } from '@/entrypoints/overlay/hold-drags';
import type { RuleResult } from '@/utils/core/audit';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import type { Page } from '@/utils/ents/page';
import { touchedAutomaticHierarchy as rule } from '@/utils/rules/touched-automatic-hierarchy';

const results: RuleResult[] = [
  {
    rule: rule.id,
    outcome: 'pass',
    complete: true,
    flags: [
      {
        at: { in: 'page', page: 'itslearning/hierarchy', key: 'kept' },
        subject: 'Apprenants [synchronisé]',
        says: 'Tenue par l’intégration.',
        holds: ['move-hierarchy'],
        cardOnly: true,
      },
    ],
  },
];

const tree: Page = {
  id: 'itslearning/hierarchy',
  title: 'Hiérarchie',
  recognise: () => true,
  gather: () => ({}),
  places: () => new Map(),
  dragged: ({ id }) => (id === 'text' ? undefined : { action: 'move-hierarchy', key: id }),
};

/** A page that counts what reaches it, with a node that is kept, one that is free, and what is no node. */
function console() {
  document.body.innerHTML = '<ul><li id="kept">A</li><li id="free">B</li></ul><p id="text">C</p>';
  const held = vi.fn<(hold: Hold, allow: () => void) => void>();
  const warn = vi.fn<(words: string) => void>();
  const reached: string[] = [];
  let now = 0;
  const drags = holdDrags({
    judge: () => results,
    rules: new Map([[rule.id, rule]]),
    held,
    warn,
    now: () => now,
    ent: { ...itslearning, pages: [tree] },
  });
  const root = document.createElement('div');
  root.append(...document.body.childNodes);
  const outer = document.createElement('div');
  outer.append(root);
  document.body.replaceChildren(outer);
  for (const name of drags.events) {
    outer.addEventListener(name, drags.onEvent, { capture: true });
    root.addEventListener(name, ({ type, target }) => void reached.push(`${type} ${(target as Element).id}`));
  }
  const fire = (type: string, id: string, clientX = 0) => {
    const init = {
      bubbles: true,
      composed: true,
      cancelable: true,
      clientX,
      clientY: 0,
      buttons: 1,
      button: 0,
    };
    const event = new MouseEvent(type, init);
    document.querySelector(`#${id}`)?.dispatchEvent(event);
    return event;
  };
  return { held, warn, fire, reached, later: (ms: number) => (now += ms) };
}
let page: ReturnType<typeof console>;
beforeEach(() => {
  page = console();
});

test('what the integration keeps never starts to move with the pointer, and the page sees the button come up', () => {
  page.fire('mousedown', 'kept');
  page.fire('mousemove', 'kept', 2);
  page.fire('mousemove', 'kept', 4);
  page.fire('mousemove', 'free', 40);
  page.fire('mouseup', 'free', 40);
  expect(page.reached).toEqual(['mousedown kept', 'mousemove kept', 'mouseup free']);
  expect(page.held).toHaveBeenCalledOnce();
  expect(page.held.mock.calls[0]?.[0]).toMatchObject({
    what: 'geste',
    action: 'Déplacer dans la hiérarchie',
  });
});

test('nor by the browser’s own means', () => {
  const event = page.fire('dragstart', 'kept');
  expect(event.defaultPrevented).toBe(true);
  expect(page.reached).toEqual([]);
  expect(page.held).toHaveBeenCalledOnce();
});

test('a first move that asked is not asked about again by the browser’s own drag', () => {
  page.fire('mousedown', 'kept');
  page.fire('mousemove', 'kept', 9);
  expect(page.fire('dragstart', 'kept').defaultPrevented).toBe(true);
  expect(page.held).toHaveBeenCalledOnce();
});

test('once confirmed, the next one goes through, for a while', () => {
  page.fire('dragstart', 'kept');
  page.held.mock.calls[0]?.[1]();
  page.fire('mousedown', 'kept');
  page.fire('mousemove', 'kept', 9);
  expect(page.fire('dragstart', 'kept').defaultPrevented).toBe(false);
  expect(page.held).toHaveBeenCalledOnce();
  page.fire('drop', 'free');
  page.held.mock.calls[0]?.[1]();
  page.later(31_000);
  page.fire('dragstart', 'kept');
  expect(page.held).toHaveBeenCalledTimes(2);
});

test('a drop on it is held where the browser announces it', () => {
  page.fire('mousedown', 'free');
  expect(page.fire('dragstart', 'free').defaultPrevented).toBe(false);
  expect(page.fire('drop', 'kept').defaultPrevented).toBe(true);
  expect(page.held).toHaveBeenCalledOnce();
  expect(page.reached).not.toContain('drop kept');
});

test('with the pointer alone it is warned of before, once for each node', () => {
  page.fire('mousedown', 'free');
  page.fire('mousemove', 'free', 9);
  page.fire('mousemove', 'kept', 20);
  page.fire('mousemove', 'kept', 21);
  expect(page.warn).toHaveBeenCalledOnce();
  expect(page.warn.mock.calls[0]?.[0]).toContain('Apprenants [synchronisé]');
  page.fire('mouseup', 'kept', 21);
  expect(page.held).not.toHaveBeenCalled();
  expect(page.reached).toContain('mouseup kept');
});

test('selecting a text, or moving what is free, is nobody’s business', () => {
  page.fire('mousedown', 'text');
  page.fire('mousemove', 'text', 30);
  page.fire('mousemove', 'kept', 60);
  page.fire('mouseup', 'kept', 60);
  expect(page.fire('dragstart', 'free').defaultPrevented).toBe(false);
  expect(page.fire('drop', 'free').defaultPrevented).toBe(false);
  expect(page.held).not.toHaveBeenCalled();
  expect(page.warn).not.toHaveBeenCalled();
});
