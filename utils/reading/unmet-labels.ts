import type { Label } from './labels';
import { findTables } from './table';

/** More than these renamed at once are another list. */
const MOST = 2;

/**
 * The labels that no column bears on the list that bears all the others, each in its first wording: a screen that has
 * renamed a column or two, or speaks words that nobody has attested. Empty when there is no such list.
 */
export function unmetLabels(root: ParentNode & Node, required: readonly Label[]): string[] {
  for (let count = 1; count <= Math.min(MOST, required.length / 2); count++) {
    const unmet = choices(required, count).find(
      (left) =>
        findTables(
          root,
          required.filter((label) => !left.includes(label)),
        ).length > 0,
    );
    if (unmet) return unmet.map((label) => (typeof label === 'string' ? label : (label[0] ?? '')));
  }
  return [];
}

/** Every choice of that many labels. */
function choices(labels: readonly Label[], count: number): Label[][] {
  if (count === 0) return [[]];
  return labels.flatMap((label, at) =>
    choices(labels.slice(at + 1), count - 1).map((others) => [label, ...others]),
  );
}
