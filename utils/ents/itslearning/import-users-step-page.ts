import type { ImportedProfile, ImportPerson } from '@/utils/core/import-wizard-facts';
import type { Page } from '@/utils/ents/page';
import { isLabel, type Label, norm } from '@/utils/reading/labels';
import { columnOf, findTables, isWhole, type Table, type TableRow } from '@/utils/reading/table';
import { textOf, uniqueByKey, visibleText } from '@/utils/reading/text';
import { extent, honest, pageOf, titleAbove, titlesOn } from './import-screen';
import { FILE_KEY, IMPORT_TITLES, NEXT } from './import-words';
import { unreadList } from './unread-list';

const ID = 'itslearning/import-edt-users';
const NAME: Label = ['Nom Prenom', 'Nom et prénom', 'Prénom Nom', 'Name', 'Full name'];
const ACCOUNT: Label = ['ItsLearning', 'ENT'];
const TIMETABLE: Label = ['Pronote', 'EDT', 'Timetable'];
const COLUMNS = [NAME, ACCOUNT, TIMETABLE];
/** What may stand in place of an account that was not found. */
const NOBODY =
  /^(?:[-–—]+|aucune?\b.*|inconnue?|non (?:trouve|reconnu|reconcilie)e?|none|not found|unknown)?$/;
const CLICKABLE = 'button, a, [role="button"], input[type="submit"], input[type="button"]';
const PROFILES: readonly ImportedProfile[] = ['teacher', 'pupil'];
const TITLES = { teacher: IMPORT_TITLES.teachers, pupil: IMPORT_TITLES.pupils };

/** « Selection des enseignants » and « Selection des Eleves »: whom the import found in the ENT (source 001 §3.10). */
export const importUsersStepPage: Page = {
  id: ID,
  title: 'Import EDT, utilisateurs',

  recognise: (document) => titles(document).length > 0,

  gather(document) {
    const lists = listsOn(document);
    const missing = titles(document).find(({ of }) => !lists.some(({ profile }) => profile === of));
    if (missing || new Set(lists.map(({ profile }) => profile)).size !== lists.length)
      throw unreadList(
        document,
        COLUMNS,
        `la liste «\u00A0${textOf((missing ?? titles(document)[0])?.element)}\u00A0»`,
      );
    const whole = lists.every(({ table, title }) => isWhole(honest(table, title)));
    const [only, other] = lists;
    const of = lists.reduce((sum, { table }) => sum + (table.pager?.pages ?? 1), 0);
    const pages = { seen: lists.length, of };
    const shown = lists.reduce((sum, { table }) => sum + table.rows.length, 0);
    return {
      importPeople: {
        items: lists.flatMap(({ table, profile }) => table.rows.map((row) => personOf(table, row, profile))),
        // One of the two lists alone says nothing of the other.
        complete: whole && lists.length === PROFILES.length,
        read:
          only && !other ? extent(only.table, whole) : { shown, ...(whole ? { total: shown } : { pages }) },
      },
      wizardSteps: {
        items: lists.map(({ table, profile, title }) => ({
          at: { in: 'page', page: ID, key: title } as const,
          list: profile === 'pupil' ? ('pupils' as const) : ('teachers' as const),
          title,
          ...pageOf(table),
        })),
        complete: true,
      },
    };
  },

  places(document) {
    const lists = listsOn(document);
    const keys = new Map(
      lists.flatMap(({ table, profile }) =>
        table.rows.map((row) => [row.element, keyOf(table, row, profile)] as const),
      ),
    );
    const places = uniqueByKey(keys.keys(), (element) => keys.get(element) ?? '');
    for (const { title, element } of lists) places.set(title, element);
    return places;
  },

  // What follows the pupils is the import itself: « Génération des actions ».
  irreversible(target, document) {
    const clicked = target.closest(CLICKABLE);
    const words = clicked && (visibleText(clicked) || (clicked.getAttribute('value') ?? ''));
    if (!words || !isLabel(words, NEXT)) return undefined;
    const isLast = titles(document).some(({ of }) => of === 'pupil');
    return isLast ? { action: 'import-file', key: FILE_KEY } : undefined;
  },
};

function titles(document: Document) {
  return PROFILES.flatMap((of) => titlesOn(document, TITLES[of]).map((element) => ({ element, of })));
}

function listsOn(document: Document) {
  const known = titles(document);
  return findTables(document, COLUMNS).flatMap((table) => {
    const above = titleAbove(table.element, known);
    return above ? [{ table, profile: above.of, title: textOf(above.element), element: above.element }] : [];
  });
}

function cell(table: Table, row: TableRow, label: Label): string {
  const column = columnOf(table, label);
  return column === undefined ? '' : (row.cells[column] ?? '');
}

function keyOf(table: Table, row: TableRow, profile: ImportedProfile): string {
  return [cell(table, row, NAME), cell(table, row, TIMETABLE), profile].join('|');
}

/** An account without a row's red, or no account, is certain; an account on a red row, or none on a green one, is not. */
function personOf(table: Table, row: TableRow, profile: ImportedProfile): ImportPerson {
  const written = cell(table, row, ACCOUNT);
  const account = NOBODY.test(norm(written)) ? '' : written.replace(/^PERSON\s+/i, '');
  const doubt = account ? row.tint === 'red' : row.tint === 'green';
  const found = account ? 'yes' : 'no';
  return {
    at: { in: 'page', page: ID, key: keyOf(table, row, profile) },
    profile,
    name: cell(table, row, NAME),
    ...(account && { account }),
    reconciled: doubt ? 'unsure' : found,
  };
}
