import type { Facts, PageId } from '@/utils/core/facts';
import { mergeFacts } from '@/utils/core/merge-facts';
import { type ChosenFile, type Ent, type Irreversible, type Mend, Unreadable } from './page';

/** What one look at the screen gave. */
export interface ScreenReading {
  /** The pages recognised, list and detail alike; empty on a screen that isn't read. */
  pages: readonly { id: PageId; title: string }[];
  /** True while the ENT is still loading one of them: what was read may be about to change. */
  loading: boolean;
  facts: Facts;
  /** French sentences, one per page that was recognised but not understood. */
  unreadable: readonly string[];
  /** What the person can do about them in the settings, when anything. */
  mend?: Mend;
  /** The same by page, in the words of the page alone. */
  whyUnread: ReadonlyMap<PageId, string>;
}

/** Reads every page of the family that is on the screen. One that has changed doesn't hide the others. */
export function readScreen(ent: Ent, document: Document, url: URL): ScreenReading {
  const pages = ent.pages.filter((page) => page.recognise(document, url));
  const loading = pages.filter((page) => page.isLoading?.(document));
  const unreadable: string[] = [];
  const whyUnread = new Map<PageId, string>();
  let facts: Facts = {};
  let mend: Mend | undefined;
  for (const page of pages) {
    if (loading.includes(page)) continue;
    try {
      facts = mergeFacts(facts, page.gather(document, url));
    } catch (error) {
      const words = error instanceof Unreadable ? error.message : 'sa lecture s’est interrompue';
      if (error instanceof Unreadable) mend ??= error.mend;
      whyUnread.set(page.id, words);
      unreadable.push(`« ${page.title} » : ${words}.`);
    }
  }
  return {
    pages: pages.map(({ id, title }) => ({ id, title })),
    loading: loading.length > 0,
    facts,
    unreadable,
    ...(mend && { mend }),
    whyUnread,
  };
}

/** The element of each key, for every page on the screen. */
export function placesOn(ent: Ent, document: Document, url: URL): Map<PageId, ReadonlyMap<string, Element>> {
  const pages = ent.pages.filter((page) => page.recognise(document, url));
  return new Map(pages.map((page) => [page.id, page.places(document)]));
}

/** What the pages on the screen know to name people, though nothing is read of it. */
export function namedOn(ent: Ent, document: Document, url: URL): Element[] {
  return ent.pages.flatMap((page) =>
    page.named && page.recognise(document, url) ? [...page.named(document)] : [],
  );
}

/** What a click on `target` would do that cannot be undone, whichever page on the screen knows it. */
export function irreversibleAt(
  ent: Ent,
  target: Element,
  document: Document,
  url: URL,
): Irreversible | undefined {
  for (const page of ent.pages) {
    if (!page.irreversible || !page.recognise(document, url)) continue;
    const found = page.irreversible(target, document, url);
    if (found) return found;
  }
  return undefined;
}

/** The files that the pages on the screen are about to import. */
export function chosenFilesOn(ent: Ent, document: Document, url: URL): readonly ChosenFile[] {
  return ent.pages.flatMap((page) =>
    page.chosenFiles && page.recognise(document, url) ? page.chosenFiles(document) : [],
  );
}
