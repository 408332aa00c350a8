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
        if (words.length > 0) throw new Unreadable(blame(words), 'own-word');
        if (shared[at]?.recognise(document, url)) throw error;
        const taking = recognising(own, (some) => pagesWith(some)[at]?.recognise(document, url) === true);
        throw taking.length > 0 ? new Unreadable(doubt(taking, error.message), 'own-word') : error;
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

/** The words by which alone a page is taken for the screen: those without which it isn't, or each that is enough. */
function recognising(
  own: readonly Synonym[],
  takenWith: (some: readonly Synonym[]) => boolean,
): readonly Synonym[] {
  if (!takenWith(own)) return [];
  const sole = own.filter((word) => !takenWith(own.filter((one) => one !== word)));
  return sole.length > 0 ? sole : own.filter((word) => takenWith([word]));
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
  return words.length > 1
    ? `des mots ajoutés ici empêchent de lire cet écran\u00A0: ${named(words)}. Retirez ceux qui ne conviennent pas, à « Pages et vocabulaire »`
    : `un mot ajouté ici empêche de lire cet écran\u00A0: ${named(words)}. Retirez-le à « Pages et vocabulaire »`;
}

/** The word may also be right, and the screen have changed or call something else otherwise: `problem` is then what to mend. */
function doubt(words: readonly Synonym[], problem: string): string {
  const [by, mend] =
    words.length > 1
      ? ['par des mots ajoutés', 'retirez ceux qui ne conviennent pas,']
      : ['par un mot ajouté', 'retirez-le'];
  return `cette page n’est prise pour cet écran que ${by} ici\u00A0: ${named(words)}. Si c’est une autre page, ${mend} à « Pages et vocabulaire ». Si c’est bien cet écran, ${problem}`;
}

function named(words: readonly Synonym[]): string {
  return words
    .map(({ label, term }) => `« ${label} », ajouté pour « ${VOCABULARY[term].says} »`)
    .join('\u202F; ');
}
