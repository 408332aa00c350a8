import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type DossierChoice, DossierDialog } from '@/components/overlay/dossier-dialog';
import { browserName } from '@/utils/browser-name';
import { documentMarkers } from '@/utils/ents/document-markers';
import { knownHost } from '@/utils/ents/hosts';
import { download } from '@/utils/hand-over';
import { type DossierSource, dossierOf } from '@/utils/report/dossier';
import { dossierText } from '@/utils/report/dossier-sheet';
import { SHIFTS } from '@/utils/report/pseudonymise';
import css from './overlay/dossier.css?inline';
import type { DossierScript, DrawnDossier } from './overlay/dossier-script';

/** The dossier for support, which only the frame where it was asked for pays for: the background brings it on demand. */
export default defineContentScript({
  registration: 'runtime',
  // Only there because a registration must name something: nothing registers this script.
  matches: ['https://enthdf.fr/*'],
  main() {
    (globalThis as DossierScript).vigieDossier = (container, drawn) => {
      if (!drawn) return render(null, container);
      const source = sourceOf(drawn);
      const { ent, seen } = drawn;
      const titles = new Map(seen.texts.map(({ id, title }) => [id, title]));
      const pages = new Map(ent.pages.map(({ id, title }) => [id as string, title]));
      const names = {
        rule: (id: string) => titles.get(id),
        page: (id: string) => pages.get(id),
        family: ent.name,
      };
      // One shift as long as the dossier is open: two versions of one dossier must not be told apart by it.
      const years = SHIFTS[Math.floor(Math.random() * SHIFTS.length)] ?? 4;
      const write = (choice: DossierChoice) => dossierText(dossierOf(source, { ...choice, years }), names);
      render(
        <>
          <style>{css}</style>
          <DossierDialog
            write={write}
            copy={drawn.copy}
            save={(text) => download('vigie-dossier.txt', text, 'text/plain')}
            onClose={drawn.close}
          />
        </>,
        container,
      );
    };
  },
});

/** What the overlay has just seen, and where. */
function sourceOf({ ent, seen, off }: DrawnDossier): DossierSource {
  const { screen, live } = seen.view;
  const portal = knownHost(location.hostname)?.host;
  return {
    at: new Date().toISOString(),
    vigie: browser.runtime.getManifest().version,
    browser: browserName(navigator.userAgent),
    window: { width: innerWidth, height: innerHeight, frame: window !== window.top },
    ent: {
      id: ent.id,
      host: location.host,
      ...(portal !== undefined && { portal }),
      markers: documentMarkers(document),
    },
    screen: {
      kind: screen.kind,
      pages: seen.pages.map(({ id }) => id),
      problems: screen.kind === 'unreadable' ? screen.problems : [],
    },
    live: {
      kind: live.kind,
      says: live.kind === 'failed' ? [live.message] : live.kind === 'done' ? live.gaps : [],
    },
    titles: ent.pages.map(({ title }) => title),
    off: [...off].sort(),
    results: seen.results,
    replay: { facts: seen.facts, context: seen.context },
  };
}
