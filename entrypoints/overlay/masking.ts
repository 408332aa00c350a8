import type { Cover, Curtain } from '@/components/overlay/covers';
import type { Masked, OverlayView } from '@/components/overlay/view';
import type { Facts, PageId } from '@/utils/core/facts';
import type { Ent } from '@/utils/ents/page';
import { namedOn, placesOn } from '@/utils/ents/read-screen';
import { boxOfDialog, inWindow, outside, textBrought } from './cover-boxes';
import type { Judgement } from './judge-screen';
import { nameCover } from './name-cover';
import { windowCover } from './window-cover';

/** What one look at the screen gave, as far as masking goes. */
export interface MaskedLook {
  kind: OverlayView['screen']['kind'];
  /** All that is known of the school: a name that the screen did not give may still be written on it. */
  facts: Facts;
  places: ReadonlyMap<PageId, ReadonlyMap<string, Element>>;
  /** What the pages know to name people although nothing is read of it. */
  named: readonly Element[];
  container: Element;
  /** The address: what was shown anyway is masked again on the next screen. */
  address: string;
}

/** All that masking asks of a look at the screen. */
export function maskedLook(ent: Ent, document: Document, { view, facts }: Judgement): MaskedLook {
  const url = new URL(document.location.href);
  return {
    kind: view.screen.kind,
    facts,
    places: placesOn(ent, document, url),
    named: namedOn(ent, document, url),
    container: document.body,
    address: url.href,
  };
}

/** What the overlay draws over the page while names are masked. */
export interface MaskView {
  covers: Cover[];
  curtain?: Curtain;
  masked?: Masked;
}

/** Masks names on the page, and the whole page as long as nothing was read of it: what is not read may name anybody. */
export interface Masking {
  look(look: MaskedLook): void;
  /** Nothing is masked any more. */
  forget(): void;
  /** Takes in what has changed; true when something must be covered before the browser paints. */
  changed(records: readonly MutationRecord[]): boolean;
  /** Shows the page that is masked whole, until the next screen. */
  reveal(): void;
  /** `dialog`: the window that the page has opened, if any. */
  view(dialog?: Element): MaskView;
}

/** `on` says whether names are to be masked now. */
export function masking(on: () => boolean): Masking {
  const names = nameCover();
  const inDialog = windowCover();
  let looked: MaskedLook | undefined;
  let revealedAt: string | undefined;
  /** What was written since the last look. */
  const unread = new Set<Element>();
  return {
    look(look) {
      unread.clear();
      if (revealedAt !== look.address) revealedAt = undefined;
      looked = look;
      inDialog.look(look.facts);
      names.look(look.facts, look.places, look.container, look.named);
    },
    forget() {
      unread.clear();
      looked = undefined;
      revealedAt = undefined;
      names.forget();
    },
    changed(records) {
      if (!on()) return false;
      const before = unread.size;
      inDialog.changed();
      for (const element of textBrought(records)) unread.add(element);
      return unread.size > before;
    },
    reveal() {
      revealedAt = looked?.address;
    },
    view(dialog) {
      if (!on()) return { covers: [] };
      const kind = looked?.kind ?? 'loading';
      if (kind !== 'read' && !(revealedAt !== undefined && kind !== 'loading')) {
        const masked = kind === 'loading' ? 'loading' : 'page';
        return { covers: [], curtain: { masked }, masked };
      }
      const masked = kind === 'read' ? 'names' : 'shown';
      const written = [...unread].flatMap((element) => inWindow(element) ?? []);
      if (!dialog) return { covers: [...names.covers(), ...written], masked };
      const box = boxOfDialog(dialog);
      // What stands behind an open window of the page must not float over it.
      const behind = box
        ? names.covers((element) => !dialog.contains(element)).flatMap((one) => outside(one, box))
        : [];
      return {
        covers: [...behind, ...inDialog.covers(dialog), ...written],
        masked: kind === 'read' ? 'dialog' : 'shown',
      };
    },
  };
}
