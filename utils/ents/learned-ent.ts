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
    pages: [...ent.pages.map((page) => givingWay(page, isHere)), ...learned],
  };
}

/** A page built in that is not understood any more gives way to the one that was taught in its place. */
function givingWay(page: Page, isHere: Presence['recognise']): Page {
  return {
    ...page,
    recognise: (document, url) =>
      page.recognise(document, url) && !(isHere(document, url) && !isUnderstood(page, document, url)),
  };
}

function isUnderstood(page: Page, document: Document, url: URL): boolean {
  try {
    page.gather(document, url);
    return true;
  } catch (error) {
    return !(error instanceof Unreadable);
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
