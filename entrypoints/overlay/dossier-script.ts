import type { Ent } from '@/utils/ents/page';
import type { Switches } from '@/utils/switches';
import type { Judgement } from './judge-screen';

/** What the dossier's own script makes a dossier of. */
export interface DrawnDossier {
  ent: Ent;
  seen: Judgement;
  off: Switches['off'];
  copy(text: string): Promise<boolean>;
  close(): void;
}

/** How the two scripts meet: both run in the extension's own world of the same frame, where no page looks. */
export interface DossierScript {
  /** What the person asked for before the overlay was there. */
  vigieWanted?: 'dossier' | undefined;
  /** Draws the dialog in a container of ours; with nothing to draw, takes it away. */
  vigieDossier?: (container: Element, drawn: DrawnDossier | undefined) => void;
}
