import { fold } from '@/utils/matching/fold';

/** Names in any order of their words, with or without accents. */
export interface KnownNames {
  /** True when a text holds one of them, whole: « Enfant : Zoé LAMBERT » holds « LAMBERT Zoé ». */
  isIn(text: string): boolean;
}

/** Gets ready to look for names in many texts. A name of one word counts only where it is the whole text. */
export function knownNames(names: ReadonlySet<string>): KnownNames {
  const keys = new Set<string>();
  const lengths = new Set<number>();
  for (const name of names) {
    const words = fold(name).split(' ').filter(Boolean);
    if (words.length > 1) lengths.add(words.length);
    keys.add(words.sort().join(' '));
  }
  return {
    isIn(text) {
      const words = fold(text).split(' ');
      if (words.length === 1) return text !== '' && keys.has(words[0] ?? '');
      for (const length of lengths)
        for (let at = 0; at + length <= words.length; at++)
          if (
            keys.has(
              words
                .slice(at, at + length)
                .sort()
                .join(' '),
            )
          )
            return true;
      return false;
    },
  };
}
