import type { ImportRun } from '@/utils/core/import-wizard-facts';
import type { Page } from '@/utils/ents/page';
import type { Label } from '@/utils/reading/labels';
import { saidValues } from '@/utils/reading/said-value';
import { columnOf, findTables, isWhole, type Table, type TableRow } from '@/utils/reading/table';
import { uniqueByKey } from '@/utils/reading/text';
import { extent, honest, titlesOn } from './import-screen';
import { ABOUT_IMPORTS, IMPORT_TITLES, RUN_DATE } from './import-words';
import { unreadList } from './unread-list';

const ID = 'itslearning/import-edt-history';
const STATUS: Label = ['Statut', 'Status'];
const TYPE: Label = ['Type'];
const COLUMNS = [RUN_DATE, STATUS, TYPE];

/** « Historique »: the imports of the school, the one under way included (source 001 §3.12). */
export const importHistoryPage: Page = {
  id: ID,
  title: 'Import EDT, historique',

  // « Historique » alone names other screens of the platform too.
  recognise: (document) =>
    (saidValues(document.body, RUN_DATE).length > 0 && listOn(document) !== undefined) ||
    (titlesOn(document, IMPORT_TITLES.history).length > 0 &&
      ABOUT_IMPORTS.test(document.body.textContent ?? '')),

  gather(document) {
    const table = listOn(document);
    if (!table) throw unreadList(document, COLUMNS, 'la liste des imports');
    const complete = isWhole(honest(table, 'Historique'));
    const items = runsIn(table);
    const latest = items.filter((run) => run.latest);
    return {
      importRuns: { items, complete, read: extent(table, complete) },
      ...(latest.length === 1 && { latestImports: { items: latest, complete: true } }),
    };
  },

  places(document) {
    const table = listOn(document);
    if (!table) return new Map();
    const keys = new Map(table.rows.map((row) => [row.element, keyOf(table, row)]));
    return uniqueByKey(keys.keys(), (element) => keys.get(element) ?? '');
  },
};

function listOn(document: Document): Table | undefined {
  const tables = findTables(document, COLUMNS);
  return tables.length === 1 ? tables[0] : undefined;
}

function cell(table: Table, row: TableRow, label: Label): string {
  const column = columnOf(table, label);
  return column === undefined ? '' : (row.cells[column] ?? '');
}

function keyOf(table: Table, row: TableRow): string {
  return COLUMNS.map((label) => cell(table, row, label)).join('|');
}

/** The list may be sorted either way: the latest is told by its date, and only where no later page could hold it. */
function runsIn(table: Table): ImportRun[] {
  const dates = table.rows.map((row) => sortable(cell(table, row, RUN_DATE)));
  const isReadable = dates.every((date) => date !== '');
  const newest = dates.reduce((max, date) => (date > max ? date : max), '');
  const isFirstPage = (table.pager?.page ?? 1) === 1 && (table.pager?.from ?? 1) === 1;
  const isNewestFirst = dates[0] === newest || (table.pager?.pages ?? 1) <= 1;
  return table.rows.map((row, index) => {
    const [status, type] = [cell(table, row, STATUS), cell(table, row, TYPE)];
    return {
      at: { in: 'page', page: ID, key: keyOf(table, row) },
      date: cell(table, row, RUN_DATE),
      ...(status && { status }),
      ...(type && { type }),
      latest: isReadable && isFirstPage && isNewestFirst && dates[index] === newest,
    };
  });
}

/** « 11/02/2019 10:32 » as « 2019-02-11 10:32 »; empty for a date of another form. */
function sortable(date: string): string {
  const [, day, month, year, time = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\D+(\d{1,2}[:h]\d{2}))?/.exec(date) ?? [];
  if (!day || !month || !year) return '';
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${time.replace('h', ':').padStart(5, '0')}`;
}
