import { type Page, Unreadable } from '@/utils/ents/page';
import { type Synonym, VOCABULARY } from './vocabulary';

/**
 * The pages read with the words that a school added. Such a word may name two things at once on a screen that nobody
 * here has seen: the screen is then still recognised by the words that all share, and the word at fault is named.
 */
export function withOwnWords(
  own: readonly Synonym[],
  pagesWith: (own: readonly Synonym[]) => readonly Page[],
): readonly Page[] {
  const pages = pagesWith(own);
  if (own.length === 0) return pages;
  const shared = pagesWith([]);
  const without = own.map((word) => pagesWith(own.filter((one) => one !== word)));
  return pages.map((page, at) => ({
    ...page,
    recognise: (document, url) =>
      page.recognise(document, url) || shared[at]?.recognise(document, url) === true,
    gather(document, url) {
      try {
        return page.gather(document, url);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        const guilty = own.filter((_word, left) => reads(without[left]?.[at], document, url));
        const words = guilty.length > 0 ? guilty : reads(shared[at], document, url) ? own : [];
        throw words.length > 0 ? new Unreadable(blame(words), 'own-word') : error;
      }
    },
  }));
}

function reads(page: Page | undefined, document: Document, url: URL): boolean {
  try {
    return page !== undefined && page.gather(document, url) !== undefined;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/** Without its full stop: several pages of one screen may say why. */
function blame(words: readonly Synonym[]): string {
  const named = words.map(({ label, term }) => `« ${label} », ajouté pour « ${VOCABULARY[term].says} »`);
  return words.length > 1
    ? `des mots ajoutés ici empêchent de lire cet écran\u00A0: ${named.join('\u202F; ')}. Retirez celui qui ne convient pas, à « Pages et vocabulaire »`
    : `un mot ajouté ici empêche de lire cet écran\u00A0: ${named[0]}. Retirez-le à « Pages et vocabulaire »`;
}
