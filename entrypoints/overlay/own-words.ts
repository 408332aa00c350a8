import { isTerm, type Synonym, type Words, wordsFor } from '@/utils/ents/skolengo/vocabulary';
import { type KnownPages, send } from '@/utils/messages';

/** What was taught of the screens here; nothing when it cannot be had. */
export function taughtHere({ host }: Location): Promise<KnownPages> {
  return send('pages/known', { host }).catch(() => ({ synonyms: [], descriptors: [] }));
}

/** The words that somebody added. Those of another version of Vigie may name a thing that this one doesn't know. */
export function ownWords({ synonyms }: KnownPages): Synonym[] {
  return synonyms.flatMap(({ term, ...word }) => (isTerm(term) ? [{ ...word, term }] : []));
}

/** The words in use here, those that somebody added included. */
export function wordsIn({ hostname }: Location, known: KnownPages): Words {
  return wordsFor(hostname, ownWords(known));
}
