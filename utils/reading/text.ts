/** Visible text of an element as a person reads it: trimmed, runs of white space as one space; '' for nothing. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The elements of a list by key; a key that two of them share is left out, since neither is certain. */
export function uniqueByKey(
  elements: Iterable<Element>,
  keyOf: (element: Element) => string,
): Map<string, Element> {
  const unique = new Map<string, Element>();
  const shared = new Set<string>();
  for (const element of elements) {
    const key = keyOf(element);
    if (unique.has(key)) shared.add(key);
    else unique.set(key, element);
  }
  for (const key of shared) unique.delete(key);
  return unique;
}
