// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { nodesShown, readTree } from '@/utils/reading/tree';

const read = (html: string) => readTree(documentOf(`<!doctype html><body>${html}</body>`).body);
const NODES = [
  ['Collège Marie Curie', 0],
  ['Apprenants [synchronisé]', 1],
  ['3A', 2],
  ['Espaces de travail 2025-2026', 1],
];

describe('a tree is its loaded nodes', () => {
  test.each([
    [
      'nested lists',
      '<ul><li>Collège Marie Curie<ul><li>Apprenants [synchronisé]<ul><li>3A</li></ul></li><li>Espaces de travail 2025-2026</li></ul></li></ul>',
    ],
    [
      'jsTree',
      '<div><ul class="jstree-children"><li class="folder jstree-open"><i class="jstree-icon"></i><a class="jstree-anchor">Collège Marie Curie</a>' +
        '<ul><li class="jstree-open"><a>Apprenants [synchronisé]</a><ul><li class="jstree-leaf"><a>3A</a></li></ul></li>' +
        '<li class="jstree-leaf"><a>Espaces de travail 2025-2026</a></li></ul></li></ul></div>',
    ],
    [
      'jsTree 3, roles on the links',
      '<ul role="tree"><li role="none"><a role="treeitem" aria-expanded="true">Collège Marie Curie</a><ul role="group"><li role="none">' +
        '<a role="treeitem" aria-expanded="true">Apprenants [synchronisé]</a><ul role="group"><li role="none"><a role="treeitem">3A</a></li></ul></li>' +
        '<li role="none"><a role="treeitem">Espaces de travail 2025-2026</a></li></ul></li></ul>',
    ],
    [
      'flat, by level',
      '<div role="tree"><div role="treeitem" aria-level="1">Collège Marie Curie</div><div role="treeitem" aria-level="2" aria-expanded="true">Apprenants [synchronisé]</div>' +
        '<div role="treeitem" aria-level="3">3A</div><div role="treeitem" aria-level="2">Espaces de travail 2025-2026</div></div>',
    ],
  ])('%s', (_name, html) => {
    const tree = read(html);
    expect(tree.nodes.map(({ text, depth }) => [text, depth])).toEqual(NODES);
    expect(tree.whole).toBe(true);
    expect(nodesShown(tree)).toBe('4 nœuds affichés');
  });

  test.each([
    ['by class', '<ul><li class="folder jstree-closed"><a>Apprenants</a></li><li><a>Cours</a></li></ul>'],
    ['by ARIA', '<ul><li aria-expanded="false">Apprenants</li><li>Cours</li></ul>'],
    ['on the link', '<ul><li><a aria-expanded="false">Apprenants</a></li><li>Cours</li></ul>'],
  ])('a folded node whose branch is not loaded: the tree is not whole (%s)', (_name, html) => {
    const tree = read(html);
    expect(tree.nodes.map(({ closed }) => closed)).toEqual([true, false]);
    expect(tree.whole).toBe(false);
  });

  test('a folded node whose branch is loaded hides nothing', () => {
    const tree = read(
      '<ul><li aria-expanded="false">Apprenants<ul style="display:none"><li>3A</li></ul></li></ul>',
    );
    expect(tree.nodes.map(({ text }) => text)).toEqual(['Apprenants', '3A']);
    expect(tree.whole).toBe(true);
    expect(nodesShown({ ...tree, nodes: tree.nodes.slice(1) })).toBe('1 nœud affiché');
  });
});
