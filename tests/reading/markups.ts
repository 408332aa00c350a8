/** One list in the words of a screen: what every markup below must be read as. */
export interface ListText {
  headers: readonly string[];
  rows: readonly (readonly string[])[];
  /** Text after the list. */
  after?: string;
  /** Text in place of the rows. */
  empty?: string;
}

export type Markup = (list: ListText) => string;

const cells = (tag: string, texts: readonly string[], attributes = '') =>
  texts.map((text) => `<${tag}${attributes}>${text}</${tag}>`).join('');

/** The same words drawn in the ways that administration screens draw lists (domain itslearning §1.1, Skolengo §4). */
export const MARKUPS: Readonly<Record<string, Markup>> = {
  'table with thead': ({ headers, rows, after = '', empty }) => `
    <div><table id="ctl00_ContentPlaceHolder_ResultsGrid_T"><caption>Liste</caption>
    <thead><tr>${cells('th', headers)}</tr></thead>
    <tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}
    ${empty ? `<tr><td colspan="${headers.length}">${empty}</td></tr>` : ''}</tbody></table><p>${after}</p></div>`,
  'headers in tbody': ({ headers, rows, after = '', empty }) => `
    <div class="tablelisting"><table><tbody><tr>${headers.map((text) => `<th><a href="#">${text} ▾</a></th>`).join('')}</tr>
    ${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}
    ${empty ? `<tr><td>${empty}</td></tr>` : ''}</tbody></table></div><div>${after}</div>`,
  'headers in td': ({ headers, rows, after = '', empty }) => `
    <table><tr><td colspan="${headers.length}"><b>Résultats</b></td></tr>
    <tr>${headers.map((text) => `<td><b>${text}&nbsp;:</b></td>`).join('')}</tr>
    ${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}
    ${empty ? `<tr><td colspan="${headers.length}">${empty}</td></tr>` : ''}</table>${after && `<span>${after}</span>`}`,
  'ARIA grid': ({ headers, rows, after = '', empty }) => `
    <div><div role="grid"><div role="rowgroup"><div role="row">${cells('span', headers, ' role="columnheader"')}</div></div>
    <div role="rowgroup">${rows.map((row) => `<div role="row">${cells('div', row, ' role="gridcell"')}</div>`).join('')}</div></div>
    ${empty ?? ''}<nav>${after}</nav></div>`,
  'div grid': ({ headers, rows, after = '', empty }) => `
    <div class="ccl-responsivegrid"><div class="tableview"><div class="gridrow head">${cells('div', headers, ' class="gridcolumn"')}</div>
    ${rows.map((row) => `<div class="gridrow">${cells('div', row, ' class="gridcolumn"')}</div>`).join('')}
    ${empty ? `<div class="emptygridtext">${empty}</div>` : ''}</div></div><div>${after}</div>`,
  'div grid with its rows apart': ({ headers, rows, after = '', empty }) => `
    <section><header><ul>${headers.map((text) => `<li><span>${text}</span></li>`).join('')}</ul></header>
    <div><div>${rows.map((row) => `<ul>${cells('li', row)}</ul>`).join('')}</div></div>${empty ?? ''}</section><footer>${after}</footer>`,
  'YUI DataTable': ({ headers, rows, after = '', empty }) => `
    <div class="yui-skin-sam"><div class="yui-dt"><table summary=""><thead><tr>${headers.map((text) => `<th><div class="yui-dt-liner"><span class="yui-dt-label"><a href="#">${text}</a></span></div></th>`).join('')}</tr></thead>
    <tbody class="yui-dt-msg" style="${empty ? '' : 'display: none;'}"><tr><td colspan="${headers.length}"><div class="yui-dt-liner">${empty ?? 'Aucun enregistrement'}</div></td></tr></tbody>
    <tbody class="yui-dt-data">${rows.map((row) => `<tr>${row.map((text) => `<td><div class="yui-dt-liner">${text}</div></td>`).join('')}</tr>`).join('')}</tbody></table></div>${after}</div>`,
  'layout tables around': ({ headers, rows, after = '', empty }) => `
    <table><tr><td>Menu</td><td><table><tr><td>
    <table><tbody><tr>${cells('th', headers)}</tr>${rows.map((row) => `<tr>${row.map((text) => `<td><table><tr><td>${text}</td></tr></table></td>`).join('')}</tr>`).join('')}
    ${empty ? `<tr><td colspan="9">${empty}</td></tr>` : ''}</tbody></table><p>${after}</p></td></tr></table></td></tr></table>`,
};

/** Renames every class and id to something that means nothing, differently at each seed. */
export function shuffleNames(html: string, seed: number): string {
  let next = seed;
  return html.replace(/\b(class|id)="[^"]*"/g, (_all, attribute: string) => {
    next = (Math.imul(next, 1103515245) + 12345) & 0x7fffffff;
    return `${attribute}="x${next.toString(36)}"`;
  });
}
