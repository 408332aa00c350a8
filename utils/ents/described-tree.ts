import { isLabel } from '@/utils/reading/labels';
import { nodesUnder, treesIn } from '@/utils/reading/tree';
import { type Look, quoted, type Task } from './described-look';
import type { TreeReading } from './descriptor';

/** Reads the branches under a node: only those that were loaded, and says so when one may hold others. */
export function lookAtTree({ field, under }: TreeReading, { document }: Task): Look {
  const found = treesIn(document).flatMap((tree) =>
    tree.nodes.flatMap((node, at) => (isLabel(node.text, under) ? [nodesUnder(tree, at)] : [])),
  );
  const [branch, other] = found;
  if (!branch) return { problem: `aucun arbre ne montre ${quoted(under)}` };
  if (other) return { problem: `${found.length} branches s’appellent ${quoted(under)}` };
  const { nodes, whole } = branch;
  return {
    seen: nodes.map(({ text, element }) => ({ key: text, element, values: { [field]: text } })),
    complete: whole,
    read: { shown: nodes.length, ...(whole && { total: nodes.length }) },
  };
}
