import { render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { CaptureDialog } from '@/components/teaching/capture';
import { isoDate } from '@/utils/core/context';
import { isKnownLabel } from '@/utils/ents/known-labels';
import { download } from '@/utils/hand-over';
import { type Capture, captureOf } from '@/utils/reading/capture';
import { takeStage } from './stage';

/** The outermost page comes first: it holds the frames of the same site. */
const OUTERMOST = 1_000_000;

/** Lets a person look at the page without its words, then save it. */
export function capturePage(ctx: ContentScriptContext): void {
  const how = { frames: true, keepLabels: false };
  let saved: string | undefined;
  let capture: Capture | undefined;
  const worth = document.querySelectorAll('body *').length + (window.top === window ? OUTERMOST : 0);
  const stage = takeStage(ctx, {
    worth,
    changed: () => draw(),
    stopped: () => render(null, stage.root),
  });
  const { turns } = stage;
  const take = () => {
    capture = captureOf(document, {
      frames: how.frames,
      ...(how.keepLabels && { keeps: isKnownLabel }),
    });
    saved = undefined;
  };

  function draw(): void {
    if (!turns.isMine()) {
      render(null, stage.root);
      return;
    }
    if (!capture) take();
    const { html = '', elements = 0, texts = 0, kept = [] } = capture ?? {};
    render(
      <CaptureDialog
        view={{
          html,
          says: `${counted(elements, 'élément')}, ${counted(texts, 'texte remplacé')}.`,
          ...how,
          kept,
          otherFrames: turns.hasOthers(),
          ...(saved && { saved }),
        }}
        acts={{
          set(change) {
            Object.assign(how, change);
            take();
            draw();
          },
          save() {
            saved = `vigie-capture-${isoDate(new Date())}.html`;
            download(saved, html, 'text/html');
            draw();
          },
          nextFrame: turns.pass,
          close: () => stage.leave(true),
        }}
      />,
      stage.root,
    );
  }
  draw();
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('fr-FR')}\u00A0${count > 1 ? what.replace(/(?= |$)/g, 's') : what}`;
}
