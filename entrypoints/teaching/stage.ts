import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import theme from '@/assets/theme.css?inline';
import { send } from '@/utils/messages';
import type { ToldTurn } from '@/utils/teaching';
import { mountShadowRoot } from '../overlay/shadow-root';
import { type FrameTurns, frameTurns } from './frame-turns';
import css from './style.css?inline';

/** Where one of our scripts draws in a frame, and how it agrees with the other frames. */
export interface Stage {
  root: HTMLElement;
  turns: FrameTurns;
  /** Leaves this frame; `everywhere` when the person is done. */
  leave(everywhere: boolean): void;
}

interface StageOptions {
  worth: number;
  changed(): void;
  /** The frame is left: whatever was begun there stops. */
  stopped(): void;
}

/** What our scripts of a frame share: to begin another teaching ends the one under way. */
interface TeachingWorld {
  vigieTeaching?: () => void;
}

/** Takes a place of our own in the frame, beside what the page has. */
export function takeStage(ctx: ContentScriptContext, { worth, changed, stopped }: StageOptions): Stage {
  const world = globalThis as TeachingWorld;
  world.vigieTeaching?.();
  const own = mountShadowRoot('vigie-teach', `${theme}\n${css}`);
  let gone = false;
  const end = () => {
    if (gone) return;
    gone = true;
    browser.runtime?.onMessage.removeListener(hear);
    stopped();
    own.remove();
  };
  const turns = frameTurns({
    id: crypto.randomUUID(),
    worth,
    // Alone in its frame, a script that cannot speak to the others still works.
    tell: (turn) => void send('teaching/turn', turn).catch(() => undefined),
    changed: () => !gone && changed(),
    left: end,
  });
  const hear = (message: unknown) => {
    const turn = (message as Partial<ToldTurn> | undefined)?.teaching;
    if (turn) turns.hear(turn);
    return undefined;
  };
  browser.runtime.onMessage.addListener(hear);
  ctx.onInvalidated(end);
  world.vigieTeaching = end;
  return {
    root: own.root,
    turns,
    leave(everywhere) {
      if (everywhere) turns.leave();
      end();
    },
  };
}
