import { isTerm, type Words, wordsFor } from '@/utils/ents/skolengo/vocabulary';
import { type KnownPages, send } from '@/utils/messages';

/** What was taught of the screens here; nothing when it cannot be had. */
export function taughtHere({ host }: Location): Promise<KnownPages> {
  return send('pages/known', { host }).catch(() => ({ synonyms: [], descriptors: [] }));
}

/** The words in use here, those that the school added included. */
export async function ownWords(place: Location): Promise<Words> {
  return wordsIn(place, await taughtHere(place));
}

/** The same, of what was taught. A word that another version of Vigie kept may name a thing that this one doesn't know. */
export function wordsIn({ hostname }: Location, { synonyms }: KnownPages): Words {
  const own = synonyms.flatMap(({ term, ...word }) => (isTerm(term) ? [{ ...word, term }] : []));
  return wordsFor(hostname, own);
}
