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
  return pages.map((page, at) => ({
    ...page,
    recognise: (document, url) =>
      page.recognise(document, url) || shared[at]?.recognise(document, url) === true,
    gather(document, url) {
      try {
        return page.gather(document, url);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        const words = preventing(own, (some) => reads(pagesWith(some)[at], document, url));
        throw words.length > 0 ? new Unreadable(blame(words), 'own-word') : error;
      }
    },
  }));
}

/** The words that keep a screen from being read: those without which it is, or each that breaks what is read without any. */
function preventing(
  own: readonly Synonym[],
  readsWith: (some: readonly Synonym[]) => boolean,
): readonly Synonym[] {
  const sole = own.filter((word) => readsWith(own.filter((one) => one !== word)));
  if (sole.length > 0) return sole;
  // The screen may need one of the words: it is then the ground on which the others are tried.
  const ground = [[], ...own.map((word) => [word])].find(readsWith);
  if (!ground) return [];
  const each = own.filter((word) => !readsWith([...ground, word]));
  if (each.length > 0) return each;
  // None breaks it by itself: those that do beside the words before them.
  const kept = [...ground];
  return own.filter((word) => {
    const fits = readsWith([...kept, word]);
    if (fits) kept.push(word);
    return !fits;
  });
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
    ? `des mots ajoutés ici empêchent de lire cet écran\u00A0: ${named.join('\u202F; ')}. Retirez ceux qui ne conviennent pas, à « Pages et vocabulaire »`
    : `un mot ajouté ici empêche de lire cet écran\u00A0: ${named[0]}. Retirez-le à « Pages et vocabulaire »`;
}
