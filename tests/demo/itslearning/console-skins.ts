import type { DemoNode } from './console-model';
import type { Skin } from './skins';

/** What the administration draws besides grids and forms, in each fashion. Texts are HTML already. */
export interface ConsoleDrawing {
  tree(root: DemoNode, actions: readonly string[]): string;
  toolbar(buttons: readonly string[], everyResult: string): string;
  radio(name: string, value: string, label: string, on: boolean): string;
  pager(shown: number, total: number): string;
}

/** The fashions of `skins.ts`, once more. */
export const CONSOLE_DRAWINGS: Readonly<Record<Skin, ConsoleDrawing>> = {
  ccl: {
    tree: (root, actions) => {
      const node = ({ name, children, folded }: DemoNode): string => {
        const state = children ? 'jstree-open' : folded ? 'jstree-closed' : 'jstree-leaf';
        const branch = children ? `<ul>${children.map(node).join('')}</ul>` : '';
        const tools = actions.map((title) => `<a href="#" class="tool" title="${title}"></a>`).join('');
        return `<li class="folder ${state}"><ins>&nbsp;</ins><a href="#">${name}</a>${tools}${branch}</li>`;
      };
      return `<div class="treemenu-viewport"><div class="ccl-treemenu jstree"><ul>${node(root)}</ul></div></div>`;
    },
    toolbar: (buttons, every) =>
      `<div class="ccl-gridtoolbar"><ul class="itemsleft">${buttons.map((words) => `<li><a href="#" class="ccl-iconlink">${words}</a></li>`).join('')}
<li><input type="checkbox" id="every" name="every"><label for="every">${every}</label></li></ul></div>`,
    radio: (name, value, label, on) =>
      `<input type="radio" id="r-${value}" name="${name}" value="${value}"${on ? ' checked' : ''}><label for="r-${value}">${label}</label>`,
    pager: (shown, total) => `<div class="ccl-pager"><span>1–${shown} sur ${total}</span></div>`,
  },
  listing: {
    tree: (root, actions) => {
      const node = ({ name, children, folded }: DemoNode): string => {
        const arrow = folded ? '<a href="#" aria-expanded="false">+</a>' : '';
        const tools = actions.map((words) => ` <input type="button" value="${words}">`).join('');
        const branch = children ? `<ul>${children.map(node).join('')}</ul>` : '';
        return `<li>${arrow}<span>${name}</span>${tools}${branch}</li>`;
      };
      return `<ul>${node(root)}</ul>`;
    },
    toolbar: (buttons, every) =>
      `<table><tr>${buttons.map((words) => `<td><input type="submit" value="${words}"></td>`).join('')}<td><input type="checkbox" name="every"></td><td>${every}</td></tr></table>`,
    radio: (name, value, label, on) =>
      `<table class="formtable"><tr><td><input type="radio" name="${name}" value="${value}"${on ? ' checked' : ''}></td><td>${label}</td></tr></table>`,
    pager: (shown, total) => `<div>Page 1 sur ${Math.ceil(total / Math.max(shown, 1))}</div>`,
  },
  responsive: {
    tree: (root, actions) => {
      const node = ({ name, children, folded }: DemoNode, level: number): string => {
        const state = children ? ' aria-expanded="true"' : folded ? ' aria-expanded="false"' : '';
        const tools = actions
          .map((words) => `<button type="button" aria-label="${words}"></button>`)
          .join('');
        const own = `<div role="treeitem" aria-level="${level}"${state}><span class="name">${name}</span>${tools}</div>`;
        return own + (children ?? []).map((child) => node(child, level + 1)).join('');
      };
      return `<div role="tree" class="ccl-tree">${node(root, 1)}</div>`;
    },
    toolbar: (buttons, every) =>
      `<div role="toolbar">${buttons.map((words) => `<button type="button"><span>${words}</span></button>`).join('')}<label class="ccl-checkbox"><input type="checkbox" name="every"> ${every}</label></div>`,
    radio: (name, value, label, on) =>
      `<label><input type="radio" name="${name}" value="${value}"${on ? ' checked' : ''}> ${label}</label>`,
    pager: (shown, total) =>
      `<div class="page-size-chooser"><span>[1] to [${shown}] of [${total}]</span></div>`,
  },
  ngtable: {
    tree: (root, actions) => {
      const node = ({ name, children, folded }: DemoNode): string => {
        const state = folded ? 'collapsed' : '';
        const tools = actions.map((words) => `<button type="button" class="btn">${words}</button>`).join('');
        const branch = children ? `<ol>${children.map(node).join('')}</ol>` : '';
        return `<li class="tree-node ${state}"><div class="tree-row"><i class="caret" aria-hidden="true">▾</i> <span class="ng-binding">${name}</span> ${tools}</div>${branch}</li>`;
      };
      return `<ol class="tree ng-scope">${node(root)}</ol>`;
    },
    toolbar: (buttons, every) =>
      `<div class="btn-group">${buttons.map((words) => `<button type="button" class="btn">${words}</button>`).join('')}</div><div class="checkbox"><input type="checkbox" name="every" class="ng-pristine"> <span>${every}</span></div>`,
    radio: (name, value, label, on) =>
      `<div class="radio"><input type="radio" name="${name}" value="${value}"${on ? ' checked' : ''}> <span>${label}</span></div>`,
    pager: (shown, total) => {
      const pages = Math.ceil(total / Math.max(shown, 1));
      const numbers = Array.from({ length: pages }, (_, at) => `<li><a>${at + 1}</a></li>`).join('');
      return `<div class="ng-table-pager"><ul class="pagination"><li><a>«</a></li>${numbers}<li><a>»</a></li></ul></div>`;
    },
  },
};
