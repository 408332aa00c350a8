import type { OverlayActions, OverlayView } from '@/components/overlay/view';
import { send } from '@/utils/messages';
import type { DossierScript, DrawnDossier } from './dossier-script';

interface DossierOptions {
  /** What the dossier is made of, at the moment when it is asked for. */
  about(): Omit<DrawnDossier, 'close'>;
  changed(): void;
  failed(error: unknown): void;
}

/** Opens the dossier for support, whose script comes the first time that it is asked for. */
export interface DossierActions {
  view(): Pick<OverlayView, 'dossier'>;
  /** Opens it when the person asked for it from the popup. */
  wanted(): void;
  actions: Pick<OverlayActions, 'openDossier' | 'drawDossier'>;
}

export function dossierActions({ about, changed, failed }: DossierOptions): DossierActions {
  let open = false;
  const show = (next: boolean) => {
    open = next;
    changed();
  };
  const script = globalThis as DossierScript;
  const openDossier = () => {
    if (script.vigieDossier) return show(true);
    send('overlay/part', 'dossier').then(() => show(true), failed);
  };
  return {
    view: () => (open ? { dossier: true } : {}),
    wanted() {
      if (script.vigieWanted !== 'dossier') return;
      script.vigieWanted = undefined;
      openDossier();
    },
    actions: {
      openDossier,
      drawDossier(container, drawn) {
        const given = drawn ? { ...about(), close: () => show(false) } : undefined;
        script.vigieDossier?.(container, given);
      },
    },
  };
}
