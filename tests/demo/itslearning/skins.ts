/** The fashions in which the platform draws one and the same screen (domain itslearning §1.1). */
export const SKINS = ['ccl', 'listing', 'responsive', 'ngtable'] as const;
export type Skin = (typeof SKINS)[number];

/** The skin that an address asks for: `?skin=listing`. */
export function skinOf(url: URL): Skin {
  return SKINS.find((skin) => skin === url.searchParams.get('skin')) ?? 'ccl';
}

/** Texts are HTML already; `name` is the form's name of a control. */
export interface Drawing {
  /** `pager` replaces the one that says that everything is there. */
  grid(
    headers: readonly string[],
    rows: readonly (readonly string[])[],
    empty: string,
    pager?: string,
  ): string;
  box(name: string, value: string, label: string, note?: string): string;
  field(label: string, control: (attributes: string) => string): string;
  button(label: string): string;
  entry(title: string, href: string, sentence: string): string;
}

/** Draws in a skin. Identifiers shift at each load: `ctl00_ctl07_…`. */
export function drawingOf(skin: Skin, load: number): Drawing {
  const shift = `ctl${String((load * 7) % 90).padStart(2, '0')}`;
  let next = 0;
  const id = () => `ctl00_${shift}_ContentPlaceHolder_c${++next}`;
  return { ccl, listing, responsive, ngtable }[skin](id);
}

type Fashion = (id: () => string) => Drawing;

const cells = (tag: string, texts: readonly string[], attributes = '') =>
  texts.map((text) => `<${tag}${attributes}>${text}</${tag}>`).join('');

const ccl: Fashion = (id) => ({
  grid(headers, rows, empty, pager) {
    const grid = id();
    const none = `<tr><td class="emptytablecell" colspan="${headers.length}">${empty}</td></tr>`;
    return `<div class="ccl-grid"><div class="gridtable"><table id="${grid}_T">
<thead><tr>${headers.map((text) => `<th class="thsortable" scope="col"><a href="#">${text}</a></th>`).join('')}</tr></thead>
<tbody id="${grid}_TB">${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n') || none}</tbody></table></div>
${rows.length ? (pager ?? `<div class="ccl-pager"><span>1–${rows.length} sur ${rows.length}</span></div>`) : ''}</div>`;
  },
  box(name, value, label, note = '') {
    const box = id();
    return `<div class="itsl-formbox"><input type="checkbox" id="${box}" name="${name}" value="${value}"><label for="${box}">${label}</label>${note && `<p class="itsl-note">${note}</p>`}</div>`;
  },
  field(label, control) {
    const field = id();
    return `<div class="itsl-formbox"><label for="${field}">${label}</label>${control(`id="${field}"`)}</div>`;
  },
  button: (label) => `<input type="submit" class="ccl-button" id="${id()}" value="${label}">`,
  entry: (title, href, sentence) =>
    `<div class="ccl-accordion-section"><h3><a href="${href}">${title}</a></h3><p>${sentence}</p></div>`,
});

const listing: Fashion = () => ({
  grid: (headers, rows, empty, pager = '') => `<div class="tablelisting"><table><tbody>
<tr>${headers.map((text) => `<th class="th-sortable"><a href="#">${text}</a></th>`).join('')}</tr>
${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n') || `<tr><td>${empty}</td></tr>`}</tbody></table></div>${pager}`,
  box: (name, value, label, note = '') =>
    `<table class="formtable"><tr><td><input type="checkbox" name="${name}" value="${value}"></td><td>${label}${note && `<br><em>(« ${note} »)</em>`}</td></tr></table>`,
  field: (label, control) =>
    `<table class="formtable"><tr><td>${label}&nbsp;:</td><td>${control('')}</td></tr></table>`,
  button: (label) => `<input type="submit" value="${label}">`,
  entry: (title, href, sentence) =>
    `<table><tr><td><a href="${href}">${title}</a><br>${sentence}</td></tr></table>`,
});

const responsive: Fashion = (id) => ({
  grid(headers, rows, empty, pager = '') {
    const row = (texts: readonly string[]) =>
      `<div class="gridrow">${cells('div', texts, ' class="gridcolumn"')}</div>`;
    return `<div class="ccl-responsivegrid" id="${id()}"><div class="tableview">${row(headers)}
${rows.map(row).join('\n') || `<div class="emptygridtext">${empty}</div>`}</div></div>${pager}`;
  },
  box: (name, value, label, note = '') =>
    `<label class="ccl-checkbox"><input type="checkbox" name="${name}" value="${value}"> ${label}</label>${note && `<div class="ccl-hint">${note}</div>`}`,
  field: (label, control) => `<label class="ccl-field"><span>${label}</span>${control('')}</label>`,
  button: (label) => `<button class="ccl-button" id="${id()}"><span>${label}</span></button>`,
  entry: (title, href, sentence) =>
    `<div class="ccl-card"><a href="${href}"><strong>${title}</strong></a><div>${sentence}</div></div>`,
});

const ngtable: Fashion = () => ({
  grid(headers, rows, empty, given) {
    const pager =
      given ??
      `<div class="ng-table-pager"><ul class="pagination ng-table-pagination"><li><a>«</a></li><li class="active"><a>1</a></li><li><a>»</a></li></ul>
<div class="ng-table-counts btn-group"><button type="button">10</button><button type="button" class="active">25</button><button type="button">50</button></div></div>`;
    return `<div><table class="table ng-table ng-scope"><thead><tr>${headers.map((text) => `<th class="header sortable"><div><span class="ng-binding">${text}</span></div></th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr class="ng-scope">${cells('td', row, ' class="ng-binding"')}</tr>`).join('\n') || `<tr><td colspan="${headers.length}">${empty}</td></tr>`}</tbody></table>${rows.length ? pager : ''}</div>`;
  },
  box: (name, value, label, note = '') =>
    `<div class="checkbox"><input type="checkbox" name="${name}" value="${value}" class="ng-pristine"> <span>${label}</span>${note && ` <span class="text-danger">${note}</span>`}</div>`,
  field: (label, control) => `<div class="form-group"><span>${label} :</span> ${control('')}</div>`,
  button: (label) => `<button type="submit" class="btn btn-primary">${label}</button>`,
  entry: (title, href, sentence) =>
    `<div class="media"><a class="media-heading" href="${href}">${title}</a> <small>${sentence}</small></div>`,
});
