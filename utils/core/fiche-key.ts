import type { Fiche } from './fiche';

/** What tells a fiche from all others, in the order in which they are kept. */
export type FicheKey = [school: string, transition: number, by: string, day: string, at: string];

/** The key of a fiche. */
export function ficheKey({ school, transition, by, day, at }: Fiche): FicheKey {
  return [school, transition, by, day, at];
}

/** Controls kept of one day and one way, beside the first. */
const LATEST = 5;

/**
 * Which of these keys stay, as texts: of one day and one way the first, which shows the day as it began, and the latest,
 * between which an act of that hour stands. The same stay in whatever order they come, and however often. Pure.
 */
export function staying(keys: readonly FicheKey[]): ReadonlySet<string> {
  const days = new Map<string, Set<string>>();
  for (const key of keys) {
    const day = JSON.stringify(key.slice(0, -1));
    const known = days.get(day);
    if (known) known.add(JSON.stringify(key));
    else days.set(day, new Set([JSON.stringify(key)]));
  }
  // Texts that only differ by their instants.
  const kept = [...days.values()].flatMap((day) => {
    const [first = '', ...others] = [...day].sort();
    return [first, ...others.slice(-LATEST)];
  });
  return new Set(kept);
}
