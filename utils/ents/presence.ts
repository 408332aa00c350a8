import type { EntId } from '@/utils/core/facts';

/**
 * How a family is told from afar. Every frame of an ENT pays for it before anything else of the family is loaded, so it
 * knows words and addresses and imports no page.
 */
export interface Presence {
  id: EntId;
  /** True when the document is the family's administration console at all. */
  recognise(document: Document, url: URL): boolean;
  /**
   * True when one of the screens that are read may be there: weaker than the `recognise` of each page, never stronger.
   * Left out where the whole console is worth the overlay.
   */
  shows?(document: Document, url: URL): boolean;
}
