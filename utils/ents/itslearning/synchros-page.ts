import type { Synchronisation } from '@/utils/core/facts';
import { type Page, Unreadable } from '@/utils/ents/page';
import { findControls } from '@/utils/reading/control';
import type { Label } from '@/utils/reading/labels';
import { columnOf, findTable, isWhole, type Table, type TableRow } from '@/utils/reading/table';
import { uniqueByKey } from '@/utils/reading/text';
import { EXPORT_TITLE, isOnlyAFrame, isTitled, MODULE_TITLES } from './screen';

const ID = 'itslearning/synchros';
const EXTRACT: Label = ['Extraire'];

/** No guide shows the columns of the report (domain itslearning §9): several wordings are tried, none is required twice. */
const COLUMNS = {
  date: ['Date', "Date d'import", 'Date de synchronisation'],
  file: ['Fichier', 'Nom du fichier'],
  profile: ['Profil', 'Profils', 'Type'],
  created: ['Créés', 'Création', 'Créations', 'Ajoutés', 'Utilisateurs créés'],
  updated: ['Mis à jour', 'Mises à jour', 'Modifiés', 'Utilisateurs mis à jour'],
  deleted: ['Supprimés', 'Suppressions', 'Utilisateurs supprimés'],
} as const satisfies Record<string, Label>;

/** « Suivi synchro »: extraction of the accounts, and what the last imports did. */
export const synchrosPage: Page = {
  id: ID,
  title: 'Suivi synchro',

  recognise(document) {
    if (isOnlyAFrame(document)) return false;
    return isTitled(document, MODULE_TITLES.synchros) || isTitled(document, EXPORT_TITLE);
  },

  gather(document) {
    const table = report(document);
    if (!table && findControls(document, EXTRACT).length === 0)
      throw new Unreadable(
        'ni le bouton «\u00A0Extraire\u00A0», ni le bilan des synchronisations n’ont été reconnus',
      );
    if (!table) return {};
    const { rows, pager } = table;
    const total = isWhole(table) ? rows.length : pager?.total;
    return {
      synchronisations: {
        items: rows.map((row) => synchronisation(table, row)),
        complete: isWhole(table),
        read: { shown: rows.length, ...(total !== undefined && { total }) },
      },
    };
  },

  places(document) {
    const table = report(document);
    if (!table) return new Map();
    const keys = new Map(table.rows.map((row) => [row.element, keyOf(table, row)]));
    return uniqueByKey(keys.keys(), (element) => keys.get(element) ?? '');
  },
};

function report(document: Document): Table | undefined {
  return findTable(document, [COLUMNS.date, COLUMNS.created, COLUMNS.deleted]);
}

function synchronisation(table: Table, row: TableRow): Synchronisation {
  const text = (label: Label) => cell(table, row, label) || undefined;
  const [file, profile] = [text(COLUMNS.file), text(COLUMNS.profile)];
  const [created, updated, deleted] = [COLUMNS.created, COLUMNS.updated, COLUMNS.deleted].map((label) =>
    count(text(label)),
  );
  return {
    at: { in: 'page', page: ID, key: keyOf(table, row) },
    date: text(COLUMNS.date) ?? '',
    ...(file && { file }),
    ...(profile && { profile }),
    ...(created !== undefined && { created }),
    ...(updated !== undefined && { updated }),
    ...(deleted !== undefined && { deleted }),
  };
}

function keyOf(table: Table, row: TableRow): string {
  return [COLUMNS.date, COLUMNS.file, COLUMNS.profile].map((label) => cell(table, row, label)).join('|');
}

function cell(table: Table, row: TableRow, label: Label): string {
  const column = columnOf(table, label);
  return column === undefined ? '' : (row.cells[column] ?? '');
}

/** « 1 204 »; anything else than a number is unknown, never zero. */
function count(text: string | undefined): number | undefined {
  const digits = text?.replace(/\s/g, '');
  return digits && /^\d+$/.test(digits) ? Number(digits) : undefined;
}
