import { visibleText } from './text';

/** One node of a tree, in the order of the screen. */
export interface TreeNode {
  text: string;
  /** 0 for the nodes at the root. */
  depth: number;
  /** True when it is folded and what it holds is not in the document: trees load their branches on opening. */
  closed: boolean;
  element: Element;
}

/** The nodes that are loaded, and whether there may be others. */
export interface Tree {
  nodes: readonly TreeNode[];
  /** False when at least one node is folded over branches that were not loaded. */
  whole: boolean;
}

const BRANCH = 'ul, ol, [role="group"]';
const NODE = 'li, [role="treeitem"]';
/** Class words that several tree components put on a folded node. A hint: ARIA comes first (domain itslearning §1.1). */
const CLOSED_HINT = /(?:^|[\s_-])(?:closed|collapsed)(?:$|[\s_-])/i;

/**
 * Reads a tree: ARIA `treeitem`, or plain nested lists. Only what is in the document: a branch that was never unfolded is
 * not there, and its node is then `closed`.
 */
export function readTree(root: Element): Tree {
  const nodes = [...root.querySelectorAll(NODE)]
    .filter((element) => !isInsideNode(element))
    .map((element) => readNode(element, root));
  const readable = nodes.filter(({ text }) => text !== '');
  return { nodes: readable, whole: !nodes.some(({ closed }) => closed) };
}

/** « 1 nœud affiché », « 12 nœuds affichés »: what was read, said to the person. */
export function nodesShown({ nodes }: Tree): string {
  return nodes.length < 2 ? `${nodes.length} nœud affiché` : `${nodes.length} nœuds affichés`;
}

function readNode(element: Element, root: Element): TreeNode {
  const said = stateOf(element);
  const folded = said ? said === 'false' : CLOSED_HINT.test(element.className);
  const branch = [...element.querySelectorAll(BRANCH)].find((list) => list.querySelector(NODE));
  return {
    text: visibleText(element, (part) => part.matches(BRANCH) || isBox(part)),
    depth: depthOf(element, root),
    closed: folded && !branch && !hasDeeperFollower(element),
    element,
  };
}

function stateOf(element: Element): string | null | undefined {
  return element.getAttribute('aria-expanded') ?? ownToggle(element)?.getAttribute('aria-expanded');
}

/** Some components put the state on the link or button of the node, not on the node. */
function ownToggle(element: Element): Element | undefined {
  return [...element.querySelectorAll('[aria-expanded]')].find((toggle) => {
    const inside = toggle.matches(NODE) && isInsideNode(toggle);
    return (inside ? toggle.parentElement : toggle)?.closest(NODE) === element;
  });
}

function depthOf(element: Element, root: Element): number {
  const level = levelOf(element);
  if (level !== undefined) return level - 1;
  let depth = 0;
  for (let at = element.parentElement; at && at !== root; at = at.parentElement)
    if (at.matches(NODE)) depth += 1;
  return depth;
}

/** Flat trees say their depth in `aria-level`, from 1. */
function levelOf(element: Element): number | undefined {
  const own = element.matches('[aria-level]') ? element : element.querySelector(':scope > [aria-level]');
  const level = Number.parseInt(own?.getAttribute('aria-level') ?? '', 10);
  return level >= 1 ? level : undefined;
}

/** In a flat tree the branches of a node are the deeper nodes that follow it. */
function hasDeeperFollower(element: Element): boolean {
  const level = levelOf(element);
  const next = element.nextElementSibling;
  return level !== undefined && next !== null && (levelOf(next) ?? 0) > level;
}

/** `treeitem` on the link inside an `li` (jsTree 3 does so) is the same node as the `li`. */
function isInsideNode(element: Element): boolean {
  const around = element.parentElement?.closest(NODE);
  return (
    around !== null &&
    around !== undefined &&
    !element.matches('li') &&
    around.matches('li') &&
    !hasBranchBetween(element, around)
  );
}

function hasBranchBetween(element: Element, around: Element): boolean {
  const branch = element.closest(BRANCH);
  return branch !== null && branch !== around && around.contains(branch);
}

function isBox(element: Element): boolean {
  return element.matches('input, select, button:empty');
}

/** Menus are nested lists too: only what says that it is a tree, or folds like one, is taken for a tree. */
const TREE = '[role="tree"], [role="treegrid"]';
const FOLDS = '[aria-expanded], [role="treeitem"], [aria-level]';

/** Every tree of a document, outermost: by its role, or nested lists of which some node folds. */
export function treesIn(root: ParentNode): Tree[] {
  const roles = [...root.querySelectorAll(TREE)];
  const lists = [...root.querySelectorAll('ul, ol')].filter(
    (list) => !list.parentElement?.closest(BRANCH) && list.querySelector(BRANCH) !== null,
  );
  const all = [...new Set([...roles, ...lists])];
  const outermost = all.filter((one) => !all.some((other) => other !== one && other.contains(one)));
  return outermost.map((one) => {
    const tree = readTree(one);
    // Without ARIA nothing tells a folded node from one without branches.
    const says = one.matches(TREE) || one.querySelector(FOLDS) !== null;
    return says ? tree : { ...tree, whole: false };
  });
}

/** The nodes under one node of a tree, and whether all of them were loaded. */
export function nodesUnder({ nodes, whole }: Tree, at: number): Tree {
  const root = nodes[at];
  if (!root) return { nodes: [], whole: false };
  const after = nodes.slice(at + 1);
  const end = after.findIndex(({ depth }) => depth <= root.depth);
  const under = end < 0 ? after : after.slice(0, end);
  const folded = [root, ...under].some(({ closed }) => closed);
  const elsewhereFolded = nodes.some(({ closed }) => closed);
  // A node that says neither that it is open nor that it is folded may not have loaded its branches yet.
  const mute = under.length === 0 && stateOf(root.element) !== 'true';
  // A tree that cannot tell is never whole, although no node says that it is folded.
  return { nodes: under, whole: !folded && !mute && (whole || elsewhereFolded) };
}
