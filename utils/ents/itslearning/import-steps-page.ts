import type { WizardList, WizardRow } from '@/utils/core/import-wizard-facts';
import { type Page, Unreadable } from '@/utils/ents/page';
import { isLabel, type Label } from '@/utils/reading/labels';
import { columnOf, findTables, isWhole, type Table, type TableRow } from '@/utils/reading/table';
import { textOf, uniqueByKey } from '@/utils/reading/text';
import { extent, honest, pageOf, titlesOn } from './import-screen';
import { IMPORT_TITLES } from './import-words';
import { unreadList } from './unread-list';

const ID = 'itslearning/import-edt-steps';
const ENT: Label = ['ENT', 'LMS', 'Platform'];
const EDT: Label = ['EDT', 'Timetable'];
const GROUP: Label = ['Groupe', 'Groupes', 'Group'];
const ENABLE: Label = ['Activer', 'Activé', 'Enable', 'Activate'];
const DISABLE: Label = ['Désactiver', 'Désactivé', 'Disable', 'Deactivate'];
const ADD: Label = ['Ajouter', 'Add'];

/** The headers of each step's list; the name of a row stands in the last of them. */
const HEADERS: Record<WizardList, readonly Label[]> = {
  subjects: [ENT, EDT],
  classes: [ENT, EDT],
  groups: [GROUP],
  courses: [ENT],
};
const LISTS = Object.keys(HEADERS) as WizardList[];

/** The four steps of « Import EDT » where one chooses what is imported (source 001 §3.5 to §3.8). */
export const importStepsPage: Page = {
  id: ID,
  title: 'Import EDT, sélection',

  recognise: (document) => stepOn(document) !== undefined,

  gather(document) {
    const step = stepOn(document);
    if (!step) throw new Unreadable('le titre de l’étape a changé pendant la lecture');
    const table = listOf(document, step);
    const { list, title } = step;
    if (!table) throw unreadList(document, HEADERS[list], `la liste de l’étape «\u00A0${title}\u00A0»`);
    const complete = isWhole(honest(table, title));
    const at = { in: 'page', page: ID, key: title } as const;
    const rows = {
      items: table.rows.map((row) => rowOf(table, row, list)),
      complete,
      read: extent(table, complete),
    };
    return {
      wizardRows: rows,
      ...(list === 'subjects' && { wizardSubjects: rows }),
      wizardSteps: {
        items: [{ at, list, title, ...pageOf(table) }],
        complete: true,
      },
    };
  },

  places(document) {
    const step = stepOn(document);
    const table = step && listOf(document, step);
    if (!step) return new Map();
    const keys = new Map(
      (table?.rows ?? []).map((row) => [row.element, keyOf(table as Table, row, step.list)]),
    );
    const places = uniqueByKey(keys.keys(), (element) => keys.get(element) ?? '');
    return places.set(step.title, step.element);
  },
};

interface Step {
  list: WizardList;
  title: string;
  element: Element;
}

/** The last title of a step: a wizard that keeps its former steps above shows the current one below. */
function stepOn(document: Document): Step | undefined {
  const found = LISTS.flatMap((list) =>
    titlesOn(document, IMPORT_TITLES[list]).map((element) => ({ list, element, title: textOf(element) })),
  );
  return found.sort((a, b) => (a.element.compareDocumentPosition(b.element) & 4 ? -1 : 1)).at(-1);
}

function listOf(document: Document, { list, element }: Step): Table | undefined {
  const after = findTables(document, HEADERS[list]).filter(
    (table) => element.compareDocumentPosition(table.element) & 4 || table.element.contains(element),
  );
  return after.length === 1 ? after[0] : undefined;
}

function nameCell(table: Table, row: TableRow, list: WizardList): string {
  const column = columnOf(table, HEADERS[list].at(-1) ?? []);
  return column === undefined ? '' : (row.cells[column] ?? '');
}

function keyOf(table: Table, row: TableRow, list: WizardList): string {
  return `${nameCell(table, row, list)}|${list}`;
}

function rowOf(table: Table, row: TableRow, list: WizardList): WizardRow {
  const name = nameCell(table, row, list).replace(/\s*\(\s*Id\s*:\s*[^\s()]+\s*\)$/i, '');
  const state = stateOf(table, row, list);
  return { at: { in: 'page', page: ID, key: keyOf(table, row, list) }, list, name, ...state };
}

/** Which of its two buttons is already spent tells the state of a row; its colour only where the buttons don't. */
function stateOf(table: Table, row: TableRow, list: WizardList): Pick<WizardRow, 'state' | 'byTint'> {
  const button = (label: Label) => row.links.find(({ text }) => isLabel(text, label));
  const [on, off] = [button(ENABLE), button(DISABLE)];
  const ent = columnOf(table, ENT);
  const isUnknown = list === 'subjects' && ent !== undefined && (row.cells[ent] ?? '') === '';
  if (isUnknown && (button(ADD) || !(on || off))) return { state: 'unknown', byTint: false };
  const spent = [on, off].map((one) => one?.disabled ?? false);
  if (spent[0] !== spent[1]) return { state: spent[0] ? 'on' : 'off', byTint: false };
  if (on && !off) return { state: 'off', byTint: false };
  if (off && !on) return { state: 'on', byTint: false };
  if (!row.tint || row.tint === 'orange') return { byTint: false };
  return { state: row.tint === 'red' ? 'off' : 'on', byTint: true };
}
