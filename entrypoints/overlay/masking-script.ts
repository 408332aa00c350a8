import type { Cover, Curtain } from '@/components/overlay/covers';
import type { Masked, OverlayView } from '@/components/overlay/view';
import type { Facts, PageId } from '@/utils/core/facts';

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

/** How the two scripts meet: both run in the extension's own world of the same frame, where no page looks. */
export interface MaskingScript {
  vigieMasking?: (on: () => boolean) => Masking;
}
