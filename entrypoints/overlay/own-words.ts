import { type Words, wordsFor } from '@/utils/ents/skolengo/vocabulary';
import { send } from '@/utils/messages';

/** The words in use on a host, those that the school added included; without them when they cannot be had. */
export async function ownWords(host: string): Promise<Words> {
  const known = await send('pages/known', { host }).catch(() => undefined);
  return wordsFor(host, known?.synonyms);
}
