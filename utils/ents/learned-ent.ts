import type { Facts } from '@/utils/core/facts';
import type { ScreenDescriptor } from './descriptor';
import { type Ent, type Page, Unreadable } from './page';
import type { Presence } from './presence';
import { mayShow } from './signs';

/** A family that also knows the pages that somebody taught of this site. */
export function withLearned(ent: Ent, learned: readonly Page[]): Ent {
  if (learned.length === 0) return ent;
  const isHere = (document: Document, url: URL) => learned.some((page) => page.recognise(document, url));
  return {
    ...ent,
    recognise: (document, url) => ent.recognise(document, url) || isHere(document, url),
    container: (document) => ent.container(document) ?? document.body ?? undefined,
    pages: [...ent.pages.map((page) => givingWay(page, isHere)), ...learned.map((page) => beside(ent, page))],
  };
}

/** A page built in that is not understood any more gives way to the one that was taught in its place. */
function givingWay(page: Page, isHere: Presence['recognise']): Page {
  return {
    ...page,
    recognise: (document, url) =>
      page.recognise(document, url) && !(isHere(document, url) && !understood(page, document, url)),
  };
}

/** What a page built in reads, no page that was taught or handed over reads otherwise: it only adds what isn't read. */
function beside({ pages }: Ent, taught: Page): Page {
  return {
    ...taught,
    recognise(document, url) {
      if (!taught.recognise(document, url)) return false;
      const own = Object.keys(understood(taught, document, url) ?? {});
      const alike = (page: Page) =>
        page.recognise(document, url) &&
        Object.keys(understood(page, document, url) ?? {}).some((fact) => own.includes(fact));
      return own.length === 0 || !pages.some(alike);
    },
  };
}

/** What a page reads of the screen; `undefined` when it doesn't understand it. */
function understood(page: Page, document: Document, url: URL): Facts | undefined {
  try {
    return page.gather(document, url);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** The same, from afar. Where something was taught, the site is one of the family's whatever its documents say. */
export function presenceWithLearned(
  { id, recognise, shows = recognise }: Presence,
  learned: readonly ScreenDescriptor[],
): Presence {
  const own = learned.filter((screen) => screen.id.startsWith(`${id}/`));
  return {
    id,
    recognise: (document, url) => own.length > 0 || recognise(document, url),
    shows: (document, url) =>
      (recognise(document, url) && shows(document, url)) ||
      own.some((screen) => mayShow(screen, document, url)),
  };
}
