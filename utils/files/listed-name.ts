/** A name of one column, in its two parts. */
export interface SplitName {
  lastName: string;
  firstName: string;
}

const TITLE = /^(?:M|MM|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle)\.?\s+/i;

/**
 * « LOUIS Roland » or « Roland LOUIS », as lists of EDT write a person in one column: the run of words in capitals is the
 * last name. Undefined where capitals don't tell, and for an initial, which is no first name.
 */
export function splitListedName(name: string): SplitName | undefined {
  const words = wordsOf(name);
  const [first = '', ...others] = words.map(casing);
  const cut = others.findIndex((one) => one !== first) + 1;
  if (cut === 0 || others.slice(cut - 1).some((one) => one === first)) return undefined;
  const [before, after] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
  const split =
    first === 'capital' ? { lastName: before, firstName: after } : { lastName: after, firstName: before };
  return split.firstName.replace(/[^\p{L}]/gu, '').length > 1 ? split : undefined;
}

/** Every way to read a name that capitals don't split, last name first or first name first. */
export function possibleSplits(name: string): SplitName[] {
  const words = wordsOf(name);
  return words.slice(1).flatMap((_, n) => {
    const [before, after] = [words.slice(0, n + 1).join(' '), words.slice(n + 1).join(' ')];
    return [
      { lastName: before, firstName: after },
      { lastName: after, firstName: before },
    ];
  });
}

function wordsOf(name: string): string[] {
  return name.trim().replace(TITLE, '').split(/\s+/);
}

/** One capital alone is how a first name begins too: « R. » tells nothing. */
function casing(word: string): 'capital' | 'other' {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() ? 'capital' : 'other';
}
