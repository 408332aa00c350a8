/** One slip of the hand between two words. */
export type Fault =
  | 'letter-added'
  | 'letter-removed'
  | 'letter-replaced'
  | 'letter-doubled'
  | 'letters-transposed';

/**
 * The single fault that turns `before` into `after`; `undefined` when they are equal or further apart. Linear: what
 * differs is what is left between the common beginning and the common end, so no matrix is needed. Own code rather
 * than a library: those at hand give a number, and the reader needs to be told which fault.
 */
export function singleFault(before: string, after: string): Fault | undefined {
  const gap = after.length - before.length;
  if (gap < -1 || gap > 1 || before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const removed = before.length - start - end;
  const added = after.length - start - end;
  if (removed === 0 && added === 1) {
    return doubled(after, start) ? 'letter-doubled' : 'letter-added';
  }
  if (removed === 1 && added === 0) {
    return doubled(before, start) ? 'letter-doubled' : 'letter-removed';
  }
  if (removed === 1 && added === 1) return 'letter-replaced';
  const transposed =
    removed === 2 && added === 2 && before[start] === after[start + 1] && before[start + 1] === after[start];
  return transposed ? 'letters-transposed' : undefined;
}

function doubled(word: string, at: number): boolean {
  return word[at] === word[at - 1] || word[at] === word[at + 1];
}

/**
 * True when at most two faults separate the words: one fault after the first place where they differ is undone in
 * each of the four possible ways. Transpositions count as one.
 */
export function withinTwoFaults(before: string, after: string): boolean {
  if (before === after) return true;
  const gap = after.length - before.length;
  if (gap < -2 || gap > 2) return false;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  const left = before.slice(start);
  const right = after.slice(start);
  const near = (a: string, b: string) => a === b || singleFault(a, b) !== undefined;
  if (near(left, right)) return true;
  if (near(left.slice(1), right) || near(left, right.slice(1)) || near(left.slice(1), right.slice(1)))
    return true;
  const crossed = left[0] === right[1] && left[1] === right[0];
  return crossed && near(left.slice(2), right.slice(2));
}
