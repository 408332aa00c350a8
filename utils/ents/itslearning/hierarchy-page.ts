import type { HierarchyNode } from '@/utils/core/itslearning-facts';
import { type Irreversible, type Page, Unreadable } from '@/utils/ents/page';
import { isLabel, type Label } from '@/utils/reading/labels';
import { uniqueByKey, visibleText } from '@/utils/reading/text';
import { readTree, type Tree, type TreeNode } from '@/utils/reading/tree';
import { isOnlyAFrame, isShortTitled } from './screen';

const ID = 'itslearning/hierarchy';
/** Buttons of a node; the vendor's help says that they show when one hovers it (domain itslearning §4). */
const CHANGES: Label = ['Modifier', 'Renommer', 'Supprimer', 'Déplacer', 'Edit', 'Rename', 'Delete', 'Move'];
const OTHERS: Label = ['Ajouter', 'Ajouter une hiérarchie', 'Afficher', 'Masquer', 'Add', 'Show', 'Hide'];
const BRANCH = 'ul, ol, [role="group"]';
const CLICKABLE = 'a, button, [role="button"], input';
/** Lists that are menus, toolbars or tabs. */
const ELSEWHERE =
  'nav, header, footer, [role="navigation"], [role="menu"], [role="toolbar"], [role="tablist"]';

/** « Hiérarchie »: a tree whose branches load as they are unfolded; only what is there is read. */
export const hierarchyPage: Page = {
  id: ID,
  title: 'Hiérarchie',

  recognise: (document) => !isOnlyAFrame(document) && isShortTitled(document, 'hierarchy'),

  gather(document) {
    const tree = treeOn(document);
    if (!tree) throw new Unreadable('l’arbre des hiérarchies est introuvable, ou il y en a plusieurs');
    const items = nodesOf(tree).map(({ node }) => node);
    const read = { shown: items.length, ...(tree.whole && { total: items.length }) };
    return { hierarchy: { items, complete: tree.whole, read } };
  },

  places(document) {
    const tree = treeOn(document);
    const keys = new Map(tree && nodesOf(tree).map(({ element, node }) => [labelIn(element, node), node.at]));
    return uniqueByKey(keys.keys(), (element) => keyAt(keys.get(element)));
  },

  irreversible(target, document): Irreversible | undefined {
    const clicked = target.closest(CLICKABLE);
    const key = clicked && isLabel(wordsOf(clicked), CHANGES) ? keyAround(target, document) : undefined;
    return key === undefined ? undefined : { action: 'change-hierarchy', key };
  },

  // The vendor's help: nodes are moved by drag and drop (domain itslearning §4).
  dragged(target, document): Irreversible | undefined {
    const key = keyAround(target, document);
    return key === undefined ? undefined : { action: 'move-hierarchy', key };
  },
};

/** The key of the node that an element is in. */
function keyAround(target: Element, document: Document): string | undefined {
  const tree = treeOn(document);
  const around = tree && nodesOf(tree).findLast(({ element }) => element.contains(target));
  return around && keyAt(around.node.at);
}

function keyAt(at: HierarchyNode['at'] | undefined): string {
  return at?.in === 'page' ? at.key : '';
}

function treeOn(document: Document): Tree | undefined {
  const declared = [...document.querySelectorAll('[role="tree"]')];
  const lists = [...document.querySelectorAll('ul, ol')].filter(
    (list) => !list.parentElement?.closest('ul, ol') && !list.closest(ELSEWHERE),
  );
  const trees = (declared.length > 0 ? declared : lists)
    .map(readTree)
    .filter(({ nodes }) => nodes.some(({ depth, closed }) => depth > 0 || closed));
  return trees.length === 1 ? trees[0] : undefined;
}

function nodesOf({ nodes }: Tree): { element: Element; node: HierarchyNode }[] {
  const above: string[] = [];
  return nodes.map(({ element, depth, closed, text }: TreeNode) => {
    const name = ownName(element) || text;
    above.splice(depth, above.length, name);
    const path = above.slice(0, depth).filter(Boolean);
    const key = `${name}|${path.join(' › ')}`;
    return { element, node: { at: { in: 'page', page: ID, key }, name, path, folded: closed } };
  });
}

/** The words of a node without its branches, its buttons, nor the arrow that folds it. */
function ownName(element: Element): string {
  const words = visibleText(
    element,
    (part) =>
      part.matches(`${BRANCH}, input, select, [aria-expanded]:empty`) ||
      (part.matches(CLICKABLE) && (isLabel(wordsOf(part), CHANGES) || isLabel(wordsOf(part), OTHERS))),
  );
  return words.replace(/^[^\p{L}\p{N}[(«"]+/u, '').trim();
}

function wordsOf(element: Element): string {
  const words = visibleText(element) || (element.getAttribute('value') ?? '');
  return words || (element.getAttribute('title') ?? element.getAttribute('aria-label') ?? '');
}

/** The smallest element of a node that says its name: a mark on the node itself would cover all its branches. */
function labelIn(element: Element, { name }: HierarchyNode): Element {
  const parts = [...element.querySelectorAll('*')].filter(
    (part) => part.parentElement?.closest('li, [role="treeitem"]') === element && !part.matches(BRANCH),
  );
  return parts.findLast((part) => visibleText(part).endsWith(name)) ?? element;
}
