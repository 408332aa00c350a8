import type { RuleResult } from '@/utils/core/audit';
import type { RuleTexts } from '@/utils/core/rule';
import type { Ent, Irreversible } from '@/utils/ents/page';
import { type HoldOptions, holdGate, reasonToHold } from './hold-clicks';

/** How far the pointer moves, in px, before it drags: less than any library waits for. */
const THRESHOLD = 3;
const EVENTS = ['dragstart', 'drop', 'mousedown', 'mousemove', 'mouseup'] as const;

export interface HoldDragsOptions extends HoldOptions {
  ent: Ent;
  /** Says a French sentence for a moment. */
  warn(words: string): void;
}

/** Holds back what is dragged in a document: what a family's kit brings when its screens move things. */
export type HoldDrags = (options: HoldDragsOptions) => {
  /** To be listened to on the window, in the capture phase. */
  events: typeof EVENTS;
  onEvent(event: Event): void;
};

/**
 * Holds back things that are dragged with the mouse: by the browser's own means, or by a library that follows the
 * pointer. What must not move never starts to. A drop is held where the browser announces it; where only the page knows
 * of it, it is warned of before: keeping the release of the button from the page would leave the thing on the pointer.
 */
export const holdDrags: HoldDrags = (options) => {
  const { ent, judge, rules, warn } = options;
  const draggedAt = (target: Element) => {
    const url = new URL(location.href);
    return ent.pages
      .find((page) => page.dragged && page.recognise(document, url))
      ?.dragged?.(target, document, url);
  };
  const gate = holdGate(options);
  let pressed: { target: Element; x: number; y: number } | undefined;
  let state: 'idle' | 'held' | 'moving' = 'idle';
  let over: Element | undefined;
  const rest = () => {
    pressed = undefined;
    state = 'idle';
    over = undefined;
  };
  const begin = (from: Element, event: Event) => {
    const irreversible = draggedAt(from);
    if (irreversible) state = gate(irreversible, event, 'geste') ? 'held' : 'moving';
    else rest();
  };
  const keepBack = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const move = (event: MouseEvent, target: Element) => {
    if (!pressed) return;
    if (event.buttons === 0) return rest();
    if (state === 'held') return keepBack(event);
    if (state === 'idle') {
      const isFar = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) >= THRESHOLD;
      if (isFar) begin(pressed.target, event);
    } else if (target !== over) {
      over = target;
      const says = whyNotThere(draggedAt(target), judge(), rules);
      if (says) warn(says);
    }
  };
  return {
    events: EVENTS,
    onEvent(event) {
      const target = event.composedPath()[0];
      if (!(target instanceof Element) || !(event instanceof MouseEvent)) return;
      if (event.type === 'mousemove') return move(event, target);
      if (event.type === 'dragstart') {
        // The first move may already have asked.
        if (state === 'idle') begin(target, event);
        else if (state === 'held') keepBack(event);
        return;
      }
      rest();
      if (event.type === 'mousedown' && event.button === 0)
        pressed = { target, x: event.clientX, y: event.clientY };
      if (event.type !== 'drop') return;
      const irreversible = draggedAt(target);
      if (irreversible) gate(irreversible, event, 'geste');
    },
  };
};

function whyNotThere(
  irreversible: Irreversible | undefined,
  results: readonly RuleResult[],
  rules: ReadonlyMap<string, RuleTexts>,
): string | undefined {
  const hold = irreversible && reasonToHold(results, rules, irreversible);
  return hold && `Ne lâchez rien sur « ${hold.subject} ». ${hold.says}`;
}
