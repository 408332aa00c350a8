import { describedPage } from '@/utils/ents/described-page';
import { speaksOf } from '@/utils/ents/hosts';
import type { Ent } from '@/utils/ents/page';
import { withOwnWords } from './own-words-page';
import { presenceWith } from './presence';
import { schoolOn } from './screen';
import { screensIn } from './screens';
import { type Synonym, wordsFor } from './vocabulary';

/** Words are what changes from one ENT to the next: the school's own can be added. */
const ADVICE =
  'Si votre ENT emploie un autre mot, ajoutez-le dans l’atelier, à «\u00A0Pages et vocabulaire\u00A0»';

/** Skolengo (Kosmos), read with the words in use on one host: no public markup, so by its labels only. */
export function skolengoWith(host: string, own: readonly Synonym[] = []): Ent {
  const pagesWith = (added: readonly Synonym[]) =>
    screensIn(wordsFor(host, added)).map((screen) => describedPage(screen, ADVICE));
  return {
    ...presenceWith(wordsFor(host, own)),
    name: 'Skolengo',
    pages: withOwnWords(
      own.filter((one) => speaksOf(one.host, host)),
      pagesWith,
    ),
    school: schoolOn,
    container: (document) => document.body ?? undefined,
    modal: (document) =>
      document.querySelector(
        '[role="dialog"][aria-modal="true"], dialog[open], .modal.in, .modal.is--opened',
      ),
  };
}

/** Skolengo with the words that all its ENT share. */
export const skolengo: Ent = skolengoWith('');
