// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { documentOf } from '@/tests/helpers/saved-screens';
import { findTable, isWhole } from '@/utils/reading/table';
import { MARKUPS } from './markups';

const HEADERS = ['Intitulé', 'Créé par', 'Participants'];
const ROWS = [
  ['TECHNO - 4 B', 'Intégration', '27'],
  ['LATIN - 3B', 'LEBRUN Odile', '0'],
];
const read = (html: string, required = ['Intitulé', 'Créé par']) =>
  findTable(documentOf(`<!doctype html><body>${html}</body>`), required);

const SURE = [
  ['«', '1 2 3', '»'],
  ['[1] to [20] of [139]', '1 2 3', '10 25 50'],
  ['Page 2 sur 7', '', ''],
  [
    'Afficher',
    '<select><option>10</option><option>25</option><option>50</option></select>',
    'lignes par page',
  ],
  ['précédent', '<b>1</b> <a href="#">2</a>', 'suivant'],
];
const NUMBERS = [
  ['10', '25', '50'],
  ['1', '2', '3'],
  ['5', '10', '25'],
  ['1 2 3', '', '10 25 50'],
  ['<a href="#">10</a>', '<button>25</button>', '<a href="#">50</a>'],
];

describe.each(Object.entries(MARKUPS))('%s', (name, markup) => {
  test.each([
    '1–2 sur 139',
    '138–139 sur 139',
    '1–3 sur 3',
    '1–1 sur 1',
    '2–3 sur 2',
    '1–2 sur 1',
    '« 1 2 3 » 1–2 sur 2',
    'Page 2 sur 1',
    'Page 7 sur 7',
    '« 1 2 3 » 10 25 50',
  ])('a pager that announces other rows, or contradicts itself, never makes a list whole: %s', (after) => {
    const table = read(markup({ headers: HEADERS, rows: ROWS, after }));
    expect(table?.rows).toHaveLength(2);
    expect(table && isWhole(table)).toBe(false);
    const under = read(markup({ headers: HEADERS, rows: [...ROWS, [after, '', '']] }));
    expect(under?.rows).toHaveLength(2);
    expect(under && isWhole(under)).toBe(false);
  });

  test('a pager that agrees with the rows makes it whole', () => {
    const table = read(markup({ headers: HEADERS, rows: ROWS, after: '« 1 » 1–2 sur 2' }));
    expect(table && isWhole(table)).toBe(true);
  });

  test.each([...SURE, ...NUMBERS])(
    'a strip alone is no row, and its list is not read: %s | %s | %s',
    (...strip) => {
      const table = read(markup({ headers: HEADERS, rows: [strip] }));
      expect(table?.rows).toEqual([]);
      expect(table?.unread).toBe(1);
      expect(table && isWhole(table)).toBe(false);
    },
  );

  test.each(SURE)('under rows it is no row either: %s | %s | %s', (...strip) => {
    const table = read(markup({ headers: HEADERS, rows: [...ROWS, strip] }));
    expect(table?.rows.map(({ cells }) => cells)).toEqual(ROWS);
    expect(table?.unread).toBe(0);
  });

  test.each(NUMBERS)('under rows, numbers alone may be one: not read in full: %s | %s | %s', (...strip) => {
    const table = read(markup({ headers: HEADERS, rows: [...ROWS, strip] }));
    expect(table?.rows.map(({ cells }) => cells)).toEqual(ROWS);
    expect(table && isWhole(table)).toBe(false);
  });

  test.each([
    ['601', '601', '27'],
    ['601', '602', '603'],
    ['0', '12', '4'],
    ['10', 'Intégration', '25'],
    ['1', '', ''],
    ['27/09/2018', '10', '25'],
  ])('a row of numbers that make no strip is read: %s | %s | %s', (...row) => {
    const table = read(markup({ headers: HEADERS, rows: [row] }));
    expect(table?.rows.map(({ cells }) => cells)).toEqual([row]);
    expect(table && isWhole(table)).toBe(true);
  });

  test('under titles of counts, numbers are counts where the markup says « row », else nobody can tell', () => {
    const headers = ['Ajouts', 'Modifiés', 'Supprimés'];
    const table = read(markup({ headers, rows: [['10', '25', '50']] }), ['Ajouts', 'Modifiés']);
    const isBare = name.startsWith('div grid');
    expect(table?.rows.map(({ cells }) => cells)).toEqual(isBare ? [] : [['10', '25', '50']]);
    expect(table && isWhole(table)).toBe(!isBare);
  });
});

test.each(['<div>Aucun enregistrement</div>', '<p><b>Liste</b> vide</p>'])(
  'words before the strip say that the list is empty: %s',
  (empty) => {
    const cells = (texts: string[]) => `<div>${texts.map((text) => `<div>${text}</div>`).join('')}</div>`;
    const table = read(`<div>${cells(HEADERS)}${empty}${cells(['10', '25', '50'])}</div>`);
    expect(table?.rows).toEqual([]);
    expect(table && isWhole(table)).toBe(true);
  },
);

test('rows in a block of their own are not lost to the strip beside it', () => {
  const cells = (texts: string[]) => `<div>${texts.map((text) => `<div>${text}</div>`).join('')}</div>`;
  const table = read(
    `<div>${cells(HEADERS)}<div>${cells(ROWS[0] ?? [])}</div>${cells(['10', '25', '50'])}</div>`,
  );
  expect(table?.rows.map(({ cells: texts }) => texts)).toEqual(ROWS.slice(0, 1));
});
