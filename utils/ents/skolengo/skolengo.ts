import { describedPage } from '@/utils/ents/described-page';
import type { Ent } from '@/utils/ents/page';
import { presenceWith } from './presence';
import { schoolOn } from './screen';
import { screensIn } from './screens';
import { type Words, wordsFor } from './vocabulary';

/** Skolengo (Kosmos), read with the words in use on one host: no public markup, so by its labels only. */
export function skolengoWith(words: Words): Ent {
  return {
    ...presenceWith(words),
    name: 'Skolengo',
    pages: screensIn(words).map(describedPage),
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
