import { describedPage } from '@/utils/ents/described-page';
import type { Ent } from '@/utils/ents/page';
import { presenceWith } from './presence';
import { schoolOn } from './screen';
import { screensIn } from './screens';
import { type Words, wordsFor } from './vocabulary';

/** Words are what changes from one ENT to the next: the school's own can be added. */
const ADVICE =
  'Si votre ENT emploie un autre mot, ajoutez-le dans l’atelier, à «\u00A0Pages et vocabulaire\u00A0»';

/** Skolengo (Kosmos), read with the words in use on one host: no public markup, so by its labels only. */
export function skolengoWith(words: Words): Ent {
  return {
    ...presenceWith(words),
    name: 'Skolengo',
    pages: screensIn(words).map((screen) => describedPage(screen, ADVICE)),
    school: schoolOn,
    container: (document) => document.body ?? undefined,
    isCovered: (document) =>
      document.querySelector(
        '[role="dialog"][aria-modal="true"], dialog[open], .modal.in, .modal.is--opened',
      ) !== null,
  };
}

/** Skolengo with the words that all its ENT share. */
export const skolengo: Ent = skolengoWith(wordsFor(''));
