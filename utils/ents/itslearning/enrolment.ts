import type { Enrolment } from '@/utils/ents/page';
import { isLabel, type Label } from '@/utils/reading/labels';
import { columnOf, findTable, type Table, type TableRow } from '@/utils/reading/table';
import { visibleText } from '@/utils/reading/text';

/** « il faut s'inscrire dans un Cours spécifique pour vérification » (source 001 §4.3). */
const ENROL: Label = ['Inscription', "S'inscrire", "M'inscrire", 'Enrol', 'Enroll', 'Enrolment'];
const LEAVE: Label = ['Désinscription', 'Se désinscrire', 'Me désinscrire', 'Unenrol', 'Unenroll', 'Leave'];
const TITLE: Label = ['Intitulé', 'Title', 'Course title'];
const PARTICIPANTS: Label = ['Participants'];
const ORGANISATION: Label = ['Organisation', 'Organization', 'Établissement', 'School'];
const CLICKABLE =
  'button, a, [role="button"], [role="menuitem"], input[type="submit"], input[type="button"], input[type="image"]';

/** The courses that a click in « Administration des cours » is about: its own row's, or those that are ticked. */
export function enrolmentAt(target: Element, document: Document): Enrolment | undefined {
  const clicked = target.closest(CLICKABLE);
  if (!clicked || clicked.hasAttribute('disabled')) return undefined;
  const words =
    visibleText(clicked) || (clicked.getAttribute('value') ?? clicked.getAttribute('title') ?? '');
  const what = isLabel(words, ENROL) ? 'enrol' : isLabel(words, LEAVE) ? 'leave' : undefined;
  const table = what && findTable(document, [TITLE, PARTICIPANTS]);
  if (!what || !table) return undefined;
  const own = table.rows.filter(({ element }) => element.contains(clicked));
  const rows = own.length > 0 ? own : table.rows.filter(({ checked }) => checked);
  const courses = rows.flatMap((row) => {
    const course = cell(table, row, TITLE);
    return course ? [{ course, organisation: cell(table, row, ORGANISATION) }] : [];
  });
  return courses.length > 0 ? { what, courses } : undefined;
}

function cell(table: Table, row: TableRow, label: Label): string {
  const column = columnOf(table, label);
  return column === undefined ? '' : (row.cells[column] ?? '');
}
