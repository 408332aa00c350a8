import { findNodeAtLocation, getNodeValue, type JSONPath, type Node, parseTree } from 'jsonc-parser';

/** How much of a step's own words is shown beside a fault. */
const MOST_WORDS = 60;

/**
 * Finds the places of a list's file again, to name them as its author sees them: the line in the editor, and the step by its
 * own words. Of a field that is missing, the line is that of what should hold it.
 * @param text the file, valid JSON
 * @returns what a path such as `checklist.phases[0].steps[2].who` is called
 */
export function placesIn(text: string): (path: string) => string {
  const tree = parseTree(text.replace(/^\uFEFF/, ' '));
  return (path) => {
    const segments: JSONPath = [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) =>
      index === undefined ? name : Number(index),
    );
    const node = tree && nearest(tree, segments);
    const line = node ? text.slice(0, node.offset).split('\n').length : 1;
    const words = tree && stepWords(tree, segments);
    return `Ligne ${line}${words ? `, étape « ${words} »` : ''} : ${path}`;
  };
}

function nearest(tree: Node, segments: JSONPath): Node {
  for (let length = segments.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, segments.slice(0, length));
    if (node) return node;
  }
  return tree;
}

function stepWords(tree: Node, segments: JSONPath): string | undefined {
  const at = segments.indexOf('steps');
  if (at === -1 || segments.length < at + 2) return undefined;
  const node = findNodeAtLocation(tree, [...segments.slice(0, at + 2), 'text']);
  const words: unknown = node && getNodeValue(node);
  if (typeof words !== 'string' || words.trim() === '') return undefined;
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
}
