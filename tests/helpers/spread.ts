/** The middle of some measures, and how far they lie apart: of a shared machine the least says what the work takes. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** Of measures in any order; there must be one. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [least = Number.NaN] = sorted;
  return { median: sorted[Math.floor(sorted.length / 2)] ?? least, least, most: sorted.at(-1) ?? least };
}

/** « 196 ms (144 to 236; at most 200) », `limit` being what was promised. */
export function spreadWords({ median, least, most }: Spread, limit: number): string {
  const [middle, from, to] = [median, least, most].map((ms) => ms.toFixed(0));
  return `${middle} ms (${from} to ${to}; at most ${limit})`;
}
