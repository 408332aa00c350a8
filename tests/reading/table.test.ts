// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { columnOf, findTable, findTables, isWhole } from '@/utils/reading/table';
import { MARKUPS, shuffleNames } from './markups';

const HEADERS = ['Intitulé', 'Créé par', 'Participants', 'Dernière visite le'];
const ROWS = [
  ['TECHNO - 4 B', 'Intégration', '27', '27/09/2018 17:05'],
  ['LCA LATIN - 3BDLATIN/4DLATIN', 'LEBRUN Odile', '0', ''],
  ['Théâtre & chorale', 'Intégration', '1', ''],
];
const REQUIRED = ['intitule', ['Cree par', 'Created by'], 'Participants'];
const read = (html: string) => findTable(documentOf(`<!doctype html><body>${html}</body>`), REQUIRED);
const escaped = ROWS.map((row) => row.map((text) => text.replace('&', '&amp;')));

describe.each(Object.entries(MARKUPS))('%s', (_name, markup) => {
  test.each([0, 1, 2])('the same words are read the same, classes and ids renamed (%i)', (seed) => {
    const html = markup({ headers: HEADERS, rows: escaped });
    const table = read(seed === 0 ? html : shuffleNames(html, seed));
    expect(table?.headers.map((text) => text.replace(/\s*[▾:]$/, ''))).toEqual(HEADERS);
    expect(table?.rows.map(({ cells }) => cells)).toEqual(ROWS);
    expect(table?.pager).toBeUndefined();
    expect(table && isWhole(table)).toBe(true);
    expect(table && columnOf(table, 'Participants')).toBe(2);
  });

  test('each row leads back to the element that shows it', () => {
    const table = read(markup({ headers: HEADERS, rows: escaped }));
    for (const [at, row] of (table?.rows ?? []).entries())
      expect(row.element.textContent).toContain(ROWS[at]?.[0]);
  });

  test('an empty list is a list without rows, not an absent one', () => {
    const table = read(markup({ headers: HEADERS, rows: [], empty: 'Aucun résultat' }));
    expect(table?.rows).toEqual([]);
    expect(table && isWhole(table)).toBe(true);
  });

  test.each([
    ['21–23 sur 139', { from: 21, to: 23, total: 139 }],
    ['[21] to [23] of [1 139]', { from: 21, to: 23, total: 1139 }],
    ['Page 2 sur 7', { page: 2, pages: 7 }],
    [
      '<ul><li>«</li><li>1</li><li aria-current="page">2</li><li>3</li><li>7</li><li>»</li></ul><ul><li>10</li><li>25</li><li>50</li></ul>',
      { page: 2, pages: 7 },
    ],
  ])('page 2 of 7 is not the whole list: %s', (after, pager) => {
    const table = read(markup({ headers: HEADERS, rows: escaped, after }));
    expect(table?.rows).toHaveLength(3);
    expect(table?.pager).toEqual(pager);
    expect(table && isWhole(table)).toBe(false);
  });

  test('a header that is missing or reworded is no such list', () => {
    const headers = HEADERS.map((text) => text.replace('Créé par', 'Auteur'));
    expect(read(markup({ headers, rows: escaped }))).toBeUndefined();
  });

  test('two lists with the same headers are two, and neither is « the » list', () => {
    const two = [ROWS.slice(0, 1), ROWS.slice(1, 2)].map((rows) =>
      markup({ headers: HEADERS, rows, after: '1–1 sur 1' }),
    );
    const document = documentOf(`<!doctype html><body><div>${two.join('</div><div>')}</div></body>`);
    const tables = findTables(document, REQUIRED);
    expect(tables.map(({ rows }) => rows.map(({ cells }) => cells[0]))).toEqual([
      [ROWS[0]?.[0]],
      [ROWS[1]?.[0]],
    ]);
    expect(tables.map(({ pager }) => pager)).toEqual([
      { from: 1, to: 1, total: 1 },
      { from: 1, to: 1, total: 1 },
    ]);
    expect(findTable(document, REQUIRED)).toBeUndefined();
  });

  test('reading changes nothing', () => {
    const document = documentOf(`<!doctype html><body>${markup({ headers: HEADERS, rows: escaped })}</body>`);
    const before = document.documentElement.outerHTML;
    findTables(document, REQUIRED);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('what a row holds', () => {
  const table = (html: string, required = ['ENT', 'EDT']) =>
    findTable(documentOf(`<!doctype html><body><table>${html}</table></body>`), required);

  test('buttons in a header act on the column, they don’t name it', () => {
    const found = table(
      '<tr><th>ENT</th><th>EDT <button>?</button></th><th><button>Tout Activer</button><button>Tout Désactiver</button></th></tr>' +
        '<tr><td>ACCUEIL</td><td>ACCUEIL (Id : 1)</td><td><button disabled>Activer</button> <a role="button" href="#">Désactiver</a></td></tr>',
    );
    expect(found?.headers).toEqual(['ENT', 'EDT', '']);
    expect(found?.rows[0]?.links.map(({ text, disabled }) => [text, disabled])).toEqual([
      ['Activer', true],
      ['Désactiver', false],
    ]);
  });

  test('a button that sorts names its column', () => {
    expect(
      table('<tr><th aria-sort="none"><button>ENT</button></th><th><button>EDT</button></th></tr>')?.headers,
    ).toEqual(['ENT', 'EDT']);
  });

  test('boxes in a column without a header, and the colour of a row', () => {
    const found = table(
      '<thead><tr><th><input type="checkbox"></th><th>ENT</th><th>EDT</th></tr></thead><tbody>' +
        '<tr style="background-color: #f2dede"><td><input type="checkbox" checked></td><td></td><td>B</td></tr>' +
        '<tr bgcolor="#dff0d8"><td><input type="checkbox"></td><td>A</td><td>A</td></tr>' +
        '<tr style="background: #f8f5f2"><td></td><td>C</td><td>C</td></tr></tbody>',
    );
    expect(found?.headers).toEqual(['', 'ENT', 'EDT']);
    expect(found?.rows.map(({ checked, tint, cells }) => [checked, tint, cells[1]])).toEqual([
      [true, 'red', ''],
      [false, 'green', 'A'],
      [undefined, undefined, 'C'],
    ]);
  });

  test('cells over several rows and columns', () => {
    const found = table(
      '<thead><tr><th rowspan="2">Profil</th><th colspan="2">Comptes</th></tr><tr><th>ENT</th><th>EDT</th></tr></thead>' +
        '<tr><td rowspan="2">Élèves</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr><tr><td>Parents</td><td colspan="2">5</td></tr>',
    );
    expect(found?.headers).toEqual(['Profil', 'ENT', 'EDT']);
    expect(found?.rows.map(({ cells }) => cells)).toEqual([
      ['Élèves', '1', '2'],
      ['Élèves', '3', '4'],
      ['Parents', '5', '5'],
    ]);
  });

  test('a field is read as what it holds, a hidden part not at all', () => {
    const found = table(
      '<tr><th>ENT</th><th>EDT</th></tr><tr><td><select><option>Un</option><option selected>Deux</option></select></td>' +
        '<td>A<br>B<span hidden>secret</span><script>1</script></td></tr>',
    );
    expect(found?.rows[0]?.cells).toEqual(['Deux', 'A B']);
  });

  test('a label that two columns bear is no column', () => {
    const found = table('<tr><th>ENT</th><th>EDT</th><th>EDT</th></tr>');
    expect(found && columnOf(found, 'EDT')).toBeUndefined();
    expect(found && columnOf(found, 'ent')).toBe(0);
  });

  test('a hidden copy is not a second list', () => {
    const one = '<table><tr><th>ENT</th><th>EDT</th></tr><tr><td>a</td><td>b</td></tr></table>';
    const document = documentOf(
      `<!doctype html><body><div style="display:none">${one}</div><div>${one}</div></body>`,
    );
    expect(findTable(document, ['ENT', 'EDT'])?.rows).toHaveLength(1);
  });

  test.each([
    'du 12 à 14/09/2026',
    'Années 2025-2026 / 2026-2027',
    'de 9 à 4 sur 20',
    '« Attention » 12 élèves',
  ])('numbers that are no pager: %s', (words) => {
    const html = `<table><tr><th>ENT</th><th>EDT</th></tr><tr><td>a</td><td>b</td></tr></table><p>${words}</p>`;
    expect(
      findTable(documentOf(`<!doctype html><body><div>${html}</div></body>`), ['ENT', 'EDT'])?.pager,
    ).toBeUndefined();
  });

  test('a pager after another list is that list’s', () => {
    const one = '<table><tr><th>ENT</th><th>EDT</th></tr><tr><td>a</td><td>b</td></tr></table>';
    const html = `<div>${one}${one}<p>1–1 sur 40</p></div>`;
    const tables = findTables(documentOf(`<!doctype html><body>${html}</body>`), ['ENT', 'EDT']);
    expect(tables.map(({ pager }) => pager?.total)).toEqual([undefined, 40]);
  });

  test.each([
    [
      'far away, and drawn otherwise',
      '<section><header><ul><li>ENT</li><li>EDT</li></ul></header></section><footer><div><a>Aide</a><a>Contact</a></div></footer>',
    ],
    [
      'after the words that say the list is empty',
      '<div><div><div>ENT</div><div>EDT</div></div><div>Aucun résultat</div></div><div><div><i>Aide</i><i>Contact</i></div></div>',
    ],
  ])('a menu with as many parts as there are columns is no row: %s', (_where, html) => {
    const found = findTable(documentOf(`<!doctype html><body><div>${html}</div></body>`), ['ENT', 'EDT']);
    expect(found?.headers).toEqual(['ENT', 'EDT']);
    expect(found?.rows).toEqual([]);
  });

  test('rows of another shape between the others are counted as unread', () => {
    const row = (texts: string[]) => `<div>${texts.map((text) => `<div>${text}</div>`).join('')}</div>`;
    const html = row(['ENT', 'EDT', 'Id']) + row(['a', 'b', 'c']) + row(['d', 'e']) + row(['f', 'g', 'h']);
    const found = findTable(documentOf(`<!doctype html><body><div>${html}</div></body>`), ['ENT', 'EDT']);
    expect(found?.rows).toHaveLength(2);
    expect(found?.unread).toBe(1);
    expect(found && isWhole(found)).toBe(false);
  });

  test('a grid that keeps only some rows in the document is not whole', () => {
    const html =
      '<div role="grid" aria-rowcount="41"><div role="row"><i role="columnheader">ENT</i><i role="columnheader">EDT</i></div>' +
      '<div role="row"><i role="gridcell">a</i><i role="gridcell">b</i></div></div>';
    const found = findTable(documentOf(`<!doctype html><body>${html}</body>`), ['ENT', 'EDT']);
    expect(found?.pager).toEqual({ total: 40 });
    expect(found && isWhole(found)).toBe(false);
  });
});
