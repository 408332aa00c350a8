import type { Presence } from '@/utils/ents/presence';
import { isOnlyAFrame, mayShow } from '@/utils/ents/signs';
import { isSkolengo } from './screen';
import { screensIn } from './screens';
import { type Words, wordsFor } from './vocabulary';

/** Skolengo from afar, by the words in use on one host. */
export function presenceWith(words: Words): Presence & Required<Pick<Presence, 'shows'>> {
  const screens = screensIn(words);
  return {
    id: 'skolengo',
    recognise: isSkolengo,
    shows: (document, url) =>
      !isOnlyAFrame(document) && screens.some((screen) => mayShow(screen, document, url)),
  };
}

/** Skolengo by the words that all its ENT share. */
export const skolengoPresence = presenceWith(wordsFor(''));
