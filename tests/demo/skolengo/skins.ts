/**
 * The fashions in which the family may draw one and the same screen (domain Skolengo §4): today's shell, the old data
 * tables, and bare elements. All of it is synthetic: no administration screen was ever published (§0).
 */
export const SKINS = ['modern', 'yui', 'plain'] as const;
export type Skin = (typeof SKINS)[number];

/** The skin that an address asks for: `?skin=yui`. */
export function skinOf(url: URL): Skin {
  return SKINS.find((skin) => skin === url.searchParams.get('skin')) ?? 'modern';
}

/** Texts are HTML already. */
export interface Drawing {
  grid(headers: readonly string[], rows: readonly (readonly string[])[], empty: string): string;
  text(label: string, value: string): string;
  select(label: string, options: readonly string[], chosen: string): string;
  box(label: string, ticked: boolean): string;
  radios(label: string, options: readonly string[]): string;
  button(label: string): string;
  tree(root: string, branches: readonly string[], folded?: string): string;
}

const cells = (tag: string, texts: readonly string[]) =>
  texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
const optionsOf = (options: readonly string[], chosen: string) =>
  options.map((text) => `<option${text === chosen ? ' selected' : ''}>${text}</option>`).join('');

/** jsTree 3, as the messaging service has it: the link inside the item bears the ARIA state. */
function jsTree(root: string, branches: readonly string[], folded?: string): string {
  const node = (text: string, level: number, inside: string, expanded?: boolean) =>
    `<li role="none" class="jstree-node"><i class="jstree-icon jstree-ocl" role="presentation"></i><a class="jstree-anchor" href="#" tabindex="-1" role="treeitem" aria-level="${level}"${expanded === undefined ? '' : ` aria-expanded="${expanded}"`}>${text}</a>${inside}</li>`;
  const leaves = branches.map((text) => node(text, 2, '', text === folded ? false : undefined));
  return `<div class="jstree jstree-default" role="tree"><ul class="jstree-container-ul jstree-children jstree-wholerow-ul" role="presentation">
${node('Vie du collège', 1, '')}${node(root, 1, `<ul role="group" class="jstree-children">${leaves.join('\n')}</ul>`, true)}</ul></div>`;
}

let next = 0;
const id = () => `form-${++next}`;

const modern: Drawing = {
  grid: (
    headers,
    rows,
    empty,
  ) => `<div class="panel panel--outlined"><div class="panel__body"><table class="table">
<thead><tr>${cells('th', headers)}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')}</tbody></table>
${rows.length > 0 ? '' : `<div class="empty-state"><p class="empty-state__title">${empty}</p></div>`}</div></div>`,
  text(label, value) {
    const own = id();
    return `<div class="form__row"><label class="form__label" for="${own}">${label}</label><input class="form__control" type="text" id="${own}" value="${value}"></div>`;
  },
  select(label, options, chosen) {
    const own = id();
    return `<div class="form__row"><label class="form__label" for="${own}">${label}</label>
<div class="choices" data-type="select-one" tabindex="0" role="combobox" aria-autocomplete="list" aria-haspopup="true" aria-expanded="false"><div class="choices__inner">
<select id="${own}" class="choices__input" hidden tabindex="-1" data-choice="active">${optionsOf(options, chosen)}</select>
<div class="choices__list choices__list--single"><div class="choices__item choices__item--selectable" data-item>${chosen}</div></div></div>
<div class="choices__list choices__list--dropdown" aria-expanded="false"><input type="search" class="choices__input choices__input--cloned" autocomplete="off" role="textbox" aria-autocomplete="list">
<div class="choices__list" role="listbox">${options.map((text) => `<div class="choices__item choices__item--choice" role="option">${text}</div>`).join('')}</div></div></div></div>`;
  },
  box(label, ticked) {
    const own = id();
    return `<div class="form__row checkbox-pills"><input type="checkbox" id="${own}"${ticked ? ' checked' : ''}><label class="checkbox-pills__label--on" for="${own}">${label}</label></div>`;
  },
  radios: (label, options) =>
    `<fieldset><legend class="form__label">${label}</legend>${options.map((text) => `<label class="radio-pills__label--on"><input type="radio" name="option"> ${text}</label>`).join('\n')}</fieldset>`,
  button: (label) => `<button type="submit" class="btn btn--primary">${label}</button>`,
  tree: jsTree,
};

const yui: Drawing = {
  grid(headers, rows, empty) {
    const table = next++;
    const liner = (tag: string, at: number, text: string) =>
      `<${tag} class="yui-dt${table}-col-c${at} yui-dt-col-c${at}" headers="yui-dt${table}-th-c${at}"><div class="yui-dt-liner">${text}</div></${tag}>`;
    return `<div class="yui-skin-sam"><div class="yui-dt"><table summary=""><thead><tr class="yui-dt-first">${headers.map((text, at) => `<th id="yui-dt${table}-th-c${at}" class="yui-dt-sortable"><div class="yui-dt-liner"><span class="yui-dt-label"><a href="#">${text}</a></span></div></th>`).join('')}</tr></thead>
<tbody class="yui-dt-message"${rows.length > 0 ? ' style="display: none;"' : ''}><tr><td colspan="${headers.length}"><div class="yui-dt-liner">${empty}</div></td></tr></tbody>
<tbody class="yui-dt-data">${rows.map((row) => `<tr class="yui-dt-rec">${row.map((text, at) => liner('td', at, text)).join('')}</tr>`).join('\n')}</tbody></table></div>
${rows.length > 0 ? '<div class="yui-pg-container"><span class="yui-pg-first">&lt;&lt; premier</span> <span class="yui-pg-previous">&lt; précédent</span> <span class="yui-pg-pages"><span class="yui-pg-current-page">1</span></span> <span class="yui-pg-next">suivant &gt;</span> <span class="yui-pg-last">dernier &gt;&gt;</span></div>' : ''}</div>`;
  },
  text: (label, value) =>
    `<table><tr><td>${label} :</td><td><input type="text" value="${value}"></td></tr></table>`,
  select: (label, options, chosen) =>
    `<table><tr><td>${label} :</td><td><select>${optionsOf(options, chosen)}</select></td></tr></table>`,
  box: (label, ticked) =>
    `<table><tr><td><input type="checkbox"${ticked ? ' checked' : ''}></td><td>${label}</td></tr></table>`,
  radios: (label, options) =>
    `<table><tr><td>${label} :</td><td>${options.map((text) => `<div><input type="radio" name="option"> ${text}</div>`).join('')}</td></tr></table>`,
  button: (label) => `<input type="submit" value="${label}">`,
  tree: jsTree,
};

const plain: Drawing = {
  grid: (headers, rows, empty) => `<table><tr>${cells('th', headers)}</tr>
${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n') || `<tr><td colspan="${headers.length}">${empty}</td></tr>`}</table>`,
  text: (label, value) => `<p><label>${label} <input type="text" value="${value}"></label></p>`,
  select: (label, options, chosen) =>
    `<p><label>${label} <select>${optionsOf(options, chosen)}</select></label></p>`,
  box: (label, ticked) => `<p><label><input type="checkbox"${ticked ? ' checked' : ''}> ${label}</label></p>`,
  radios: (label, options) =>
    `<fieldset><legend>${label}</legend>${options.map((text) => `<p><label><input type="radio" name="option"> ${text}</label></p>`).join('')}</fieldset>`,
  button: (label) => `<button>${label}</button>`,
  tree: (root, branches, folded) =>
    `<ul role="tree"><li role="treeitem">Vie du collège</li><li role="treeitem" aria-expanded="true">${root}<ul role="group">${branches.map((text) => `<li role="treeitem"${text === folded ? ' aria-expanded="false"' : ''}>${text}</li>`).join('\n')}</ul></li></ul>`,
};

/** Draws in a skin. */
export const DRAWINGS: Readonly<Record<Skin, Drawing>> = { modern, yui, plain };
