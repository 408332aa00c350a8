import type { Skin } from './skins';

/** A list of the module: cells are HTML already. `tint` is the colour of a row. */
export interface Listed {
  headers: readonly string[];
  rows: readonly { cells: readonly string[]; tint?: 'green' | 'red' | undefined }[];
  empty: string;
  /** Absent for a list of one page. */
  pager?: { page: number; pages: number; sizes: readonly number[]; href(page: number): string };
}

/** How a skin of the module « Import EDT » draws lists, buttons and pairs of label and value. */
export interface ModuleDrawing {
  list(listed: Listed): string;
  /** `spent`: what it would do is done already. */
  button(label: string, href: string, spent?: boolean): string;
  pairs(pairs: readonly (readonly [string, string])[]): string;
  title(text: string): string;
}

const TINTS = { green: '#dff0d8', red: '#f2dede' } as const;

const cells = (tag: string, texts: readonly string[], attributes = '') =>
  texts.map((text) => `<${tag}${attributes}>${text}</${tag}>`).join('');

const numbers = (
  { page, pages, href }: NonNullable<Listed['pager']>,
  one: (text: string, current: boolean, href: string) => string,
) => Array.from({ length: pages }, (_, at) => one(String(at + 1), at + 1 === page, href(at + 1))).join('');

const posting = (href: string, button: string) => `<form method="post" action="${href}">${button}</form>`;
const unless = (spent: boolean) => (spent ? ' disabled' : '');

const ccl: ModuleDrawing = {
  list: ({ headers, rows, empty, pager }) => `<div class="ccl-grid"><div class="gridtable"><table>
<thead><tr>${cells('th', headers, ' scope="col"')}</tr></thead>
<tbody>${rows.map(({ cells: own, tint }) => `<tr${tint ? ` bgcolor="${TINTS[tint]}"` : ''}>${cells('td', own)}</tr>`).join('\n') || `<tr><td class="emptytablecell" colspan="${headers.length}">${empty}</td></tr>`}</tbody></table></div>
${pager ? `<ul class="ccl-pagination"><li>«</li>${numbers(pager, (text, current, href) => `<li${current ? ' class="selected"' : ''}><a href="${href}">${text}</a></li>`)}<li>»</li></ul><span class="page-size-chooser">${pager.sizes.join(' ')}</span>` : ''}</div>`,
  button: (label, href, spent = false) =>
    posting(href, `<input type="submit" class="ccl-button" value="${label}"${unless(spent)}>`),
  pairs: (pairs) => pairs.map(([label, value]) => `<p>${label} ${value}</p>`).join('\n'),
  title: (text) => `<h2 class="ccl-formsection-titleheader">${text}</h2>`,
};

const listing: ModuleDrawing = {
  list: ({ headers, rows, empty, pager }) => `<div class="tablelisting"><table><tbody>
<tr>${cells('th', headers)}</tr>
${rows.map(({ cells: own, tint }) => `<tr>${cells('td', own, tint ? ` style="background-color:${TINTS[tint]}"` : '')}</tr>`).join('\n') || `<tr><td>${empty}</td></tr>`}</tbody></table>
${pager ? `<p>« ${numbers(pager, (text, current, href) => (current ? `<b aria-current="page">${text}</b> ` : `<a href="${href}">${text}</a> `))}» ${pager.sizes.join(' ')}</p>` : ''}</div>`,
  button: (label, href, spent = false) =>
    `<a role="button" href="${href}"${spent ? ' aria-disabled="true"' : ''}>${label}</a>`,
  pairs: (pairs) =>
    `<table class="formtable">${pairs.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('')}</table>`,
  title: (text) => `<h3>${text}</h3>`,
};

const responsive: ModuleDrawing = {
  list({ headers, rows, empty, pager }) {
    const row = (own: readonly string[], style = '') =>
      `<div class="gridrow"${style}>${cells('div', own, ' class="gridcolumn"')}</div>`;
    const drawn = rows.map(({ cells: own, tint }) => row(own, tint && ` style="background:${TINTS[tint]}"`));
    return `<div class="ccl-responsivegrid"><div class="tableview">${row(headers)}
${drawn.join('\n') || `<div class="emptygridtext">${empty}</div>`}</div></div>
${pager ? `<nav class="ccl-pager"><span>«</span>${numbers(pager, (text, current, href) => `<a href="${href}"${current ? ' class="current"' : ''}>${text}</a>`)}<span>»</span></nav><div>${cells('span', pager.sizes.map(String))}</div>` : ''}`;
  },
  button: (label, href, spent = false) =>
    posting(href, `<button class="ccl-button"${unless(spent)}><span>${label}</span></button>`),
  pairs: (pairs) =>
    `<dl>${pairs.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`,
  title: (text) => `<div role="heading" aria-level="2">${text}</div>`,
};

const ngtable: ModuleDrawing = {
  list: ({
    headers,
    rows,
    empty,
    pager,
  }) => `<div><table class="table ng-table"><thead><tr>${headers.map((text) => `<th class="header"><div>${text}</div></th>`).join('')}</tr></thead>
<tbody>${rows.map(({ cells: own, tint }) => `<tr class="ng-scope" style="${tint ? `background-color: ${TINTS[tint]};` : ''}">${cells('td', own, ' class="ng-binding"')}</tr>`).join('\n') || `<tr><td colspan="${headers.length}">${empty}</td></tr>`}</tbody></table>
${
  pager
    ? `<div class="ng-table-pager"><ul class="pagination ng-table-pagination"><li><a>«</a></li>${numbers(pager, (text, current, href) => `<li${current ? ' class="active"' : ''}><a href="${href}">${text}</a></li>`)}<li><a>»</a></li></ul>
<div class="ng-table-counts btn-group">${pager.sizes.map((size, at) => `<button type="button"${at === 0 ? ' class="active"' : ''}>${size}</button>`).join('')}</div></div>`
    : ''
}</div>`,
  button: (label, href, spent = false) =>
    posting(href, `<button type="submit" class="btn btn-default"${unless(spent)}>${label}</button>`),
  pairs: (pairs) =>
    pairs
      .map(
        ([label, value]) =>
          `<div class="row"><span>${label}</span> <span class="ng-binding">${value}</span></div>`,
      )
      .join('\n'),
  title: (text) => `<div class="panel-heading"><strong>${text}</strong></div>`,
};

/** The drawings of the module, by skin. */
export const MODULE_SKINS: Readonly<Record<Skin, ModuleDrawing>> = { ccl, listing, responsive, ngtable };
