import { isTerm, type Words, wordsFor } from '@/utils/ents/skolengo/vocabulary';
import { send } from '@/utils/messages';

/** The words in use here, those that the school added included; without them when they cannot be had. */
export async function ownWords({ host, hostname }: Location): Promise<Words> {
  const known = await send('pages/known', { host }).catch(() => undefined);
  // A word that another version of Vigie kept may name a thing that this one doesn't know.
  const own = known?.synonyms.flatMap(({ term, ...word }) => (isTerm(term) ? [{ ...word, term }] : []));
  return wordsFor(hostname, own);
}
