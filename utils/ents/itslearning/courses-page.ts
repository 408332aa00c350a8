import type { CourseSearch } from '@/utils/core/itslearning-facts';
import { type Irreversible, type Page, Unreadable } from '@/utils/ents/page';
import { findControls } from '@/utils/reading/control';
import { isLabel } from '@/utils/reading/labels';
import { isWhole, type Table } from '@/utils/reading/table';
import { uniqueByKey, visibleText } from '@/utils/reading/text';
import { ADMIN_TITLES } from './admin-titles';
import { readOf } from './cells';
import { courseIn, courseKey, courseTable, NEEDED, titleHeader } from './course-rows';
import { chosenState, everyResult, isNarrowed, pendingFilters, unmetFilters } from './course-search';
import { honest } from './import-screen';
import { isOnlyAFrame, isTitled } from './screen';
import { unreadList } from './unread-list';

const ID = 'itslearning/courses';
const ACTIONS = [
  { action: 'delete-courses', words: ['Supprimer', 'Delete'] },
  { action: 'archive-courses', words: ['Archiver', 'Archive'] },
] as const;
const CLICKABLE = 'button, a, [role="button"], [role="menuitem"], input';

/** « Administration des cours »: the courses, and the buttons that act on all of them at once. */
export const coursesPage: Page = {
  id: ID,
  title: 'Administration des cours',

  recognise(document) {
    if (isOnlyAFrame(document)) return false;
    return (
      isTitled(document, ADMIN_TITLES.courses) ||
      (findControls(document, ADMIN_TITLES.activeCourses, 'radio').length > 0 &&
        findControls(document, ADMIN_TITLES.archivedCourses, 'radio').length > 0)
    );
  },

  gather(document) {
    const table = courseTable(document);
    if (!table) throw unreadList(document, NEEDED, 'la liste des cours');
    honest(table, 'Administration des cours');
    const search = searchOn(document, table);
    const items = table.rows.map((row) => courseIn(table, row, ID, search.state));
    return {
      courses: {
        items,
        complete: isWhole(table) && !isNarrowed(document, table.element),
        read: readOf(items, isWhole(table), table.pager?.total ?? search.announced),
      },
      courseSearch: {
        items: [{ ...search, unmet: unmetFilters(document, items) }],
        complete: true,
      },
    };
  },

  places(document) {
    const table = courseTable(document);
    if (!table) return new Map();
    const keys = new Map(table.rows.map((row) => [row.element, courseKey(table, row)]));
    const places = uniqueByKey(keys.keys(), (element) => keys.get(element) ?? '');
    const every = everyResult(document);
    return places.set(every?.words ?? titleHeader(table), every?.element ?? table.element);
  },

  irreversible(target, document): Irreversible | undefined {
    const clicked = target.closest(CLICKABLE);
    const words =
      clicked && (visibleText(clicked) || (clicked.getAttribute('value') ?? clicked.getAttribute('title')));
    const found = ACTIONS.find((one) => words && isLabel(words, one.words));
    const table = found && courseTable(document);
    // A button of one row acts on that row, which is on the screen.
    if (!found || !table || table.rows.some(({ element }) => element.contains(target))) return undefined;
    return { action: found.action, key: everyResult(document)?.words ?? titleHeader(table) };
  },
};

function searchOn(document: Document, table: Table): Omit<CourseSearch, 'unmet'> {
  const every = everyResult(document);
  const total = table.pager?.total;
  if (!every && !isWhole(table))
    throw new Unreadable('«\u00A0Effectuer sur tous les résultats\u00A0» est introuvable');
  const state = chosenState(document);
  const on = every ? every.on : false;
  return {
    at: { in: 'page', page: ID, key: every?.words ?? titleHeader(table) },
    shown: table.rows.length,
    pending: pendingFilters(document, table.element),
    ...(state && { state }),
    ...(total !== undefined && { total }),
    ...(on !== undefined && { everyResult: on }),
    ...(every?.announced !== undefined && { announced: every.announced }),
  };
}
