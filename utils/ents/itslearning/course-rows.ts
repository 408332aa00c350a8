import type { PageId } from '@/utils/core/facts';
import type { Course, CourseSearch } from '@/utils/core/itslearning-facts';
import { isLabel, type Label } from '@/utils/reading/labels';
import { findTable, type Table, type TableRow } from '@/utils/reading/table';
import { IMPORTED, ORGANISATION } from './admin-titles';
import { cellOf, countIn, dayIn } from './cells';

/** Source 001 §4.3, word for word; no source has the English words, which are supposed. */
export const COLUMNS = {
  title: ['Intitulé', 'Title', 'Course title'],
  createdBy: ['Créé par', 'Created by'],
  participants: ['Participants'],
  lastVisit: ['Dernière visite le', 'Dernière visite', 'Last visited', 'Last visited on', 'Last visit'],
  updatedOn: ['Dernière mise à jour', 'Last updated', 'Last updated on', 'Last update'],
  createdOn: ['Créé le', 'Created on', 'Created'],
} as const satisfies Record<string, Label>;

const { updatedOn: _, ...needed } = COLUMNS;
/** The columns without which nothing is read of the courses. */
export const NEEDED: readonly Label[] = Object.values(needed);

/** The one list with the columns of courses; `undefined` as soon as one of them is missing. */
export function courseTable(document: Document): Table | undefined {
  return findTable(document, NEEDED);
}

/** One row; `state` is that of the whole list. */
export function courseIn(table: Table, row: TableRow, page: PageId, state: CourseSearch['state']): Course {
  const text = (label: Label) => cellOf(table, row, label);
  const participants = countIn(text(COLUMNS.participants));
  const lastVisit = text(COLUMNS.lastVisit) === '' ? null : dayIn(text(COLUMNS.lastVisit));
  const [updatedOn, createdOn] = [dayIn(text(COLUMNS.updatedOn)), dayIn(text(COLUMNS.createdOn))];
  return {
    at: { in: 'page', page, key: courseKey(table, row) },
    title: text(COLUMNS.title),
    ...(text(ORGANISATION) && { organisation: text(ORGANISATION) }),
    ...(text(COLUMNS.createdBy) && { imported: isLabel(text(COLUMNS.createdBy), IMPORTED) }),
    ...(participants !== undefined && { participants }),
    ...(lastVisit !== undefined && { lastVisit }),
    ...(updatedOn && { updatedOn }),
    ...(createdOn && { createdOn }),
    ...((state === 'active' || state === 'archived') && { state }),
  };
}

/** The same title occurs in several schools, and twice in one: the date tells those apart. */
export function courseKey(table: Table, row: TableRow): string {
  return [COLUMNS.title, ORGANISATION, COLUMNS.createdOn].map((label) => cellOf(table, row, label)).join('|');
}

/** The header of the titles: what stands for the list as a whole. */
export function titleHeader({ headers }: Table): string {
  return headers.find((header) => isLabel(header, COLUMNS.title)) ?? '';
}
