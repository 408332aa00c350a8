import type { Presence } from '@/utils/ents/presence';
import { isOnlyAFrame, mayShow } from '@/utils/ents/signs';
import { isSkolengo } from './screen';
import { screensIn } from './screens';
import { type Words, wordsFor } from './vocabulary';

/**
 * Skolengo from afar, by the words in use on one host. What all its ENT share counts too: a word that somebody added may
 * hide no screen.
 */
export function presenceWith(words: Words): Presence & Required<Pick<Presence, 'shows'>> {
  const screens = [...screensIn(words), ...screensIn(wordsFor(''))];
  return {
    id: 'skolengo',
    recognise: isSkolengo,
    shows: (document, url) =>
      !isOnlyAFrame(document) && screens.some((screen) => mayShow(screen, document, url)),
  };
}

/** Skolengo by the words that all its ENT share. */
export const skolengoPresence = presenceWith(wordsFor(''));
