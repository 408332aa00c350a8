import type { WizardStep } from '@/utils/core/import-wizard-facts';
import { Unreadable } from '@/utils/ents/page';
import { isLabel, type Label } from '@/utils/reading/labels';
import type { Table } from '@/utils/reading/table';
import { visibleText } from '@/utils/reading/text';

/** Where titles stand: headings, and what screens without headings use instead. */
const TITLES = `h1, h2, h3, h4, h5, h6, legend, caption, strong, b, [role="heading"], [class*="title"], [class*="heading"],
  [class*="header"]`;
/** A title inside one of these names another screen, or something of a list. */
const NOT_A_TITLE = 'a, button, [role="button"], nav, option, td';

/** The elements that bear a title, in the order of the document; none for a link to the screen of that title. */
export function titlesOn(document: Document, label: Label): Element[] {
  const found = [...document.querySelectorAll(TITLES)].filter(
    (element) =>
      (element.textContent ?? '').length < 120 &&
      !element.closest(NOT_A_TITLE) &&
      element.querySelector('a[href], button') === null &&
      isLabel(visibleText(element), label),
  );
  return found.filter((element) => !found.some((other) => other !== element && element.contains(other)));
}

/**
 * Refuses a list whose pager contradicts what is shown: it is still loading, or is not the list's own. Either way nobody
 * knows how much is missing.
 * @throws {Unreadable}
 */
export function honest(table: Table, title: string): Table {
  const { from, to, total, page, pages } = table.pager ?? {};
  const shown = table.rows.length;
  const refuse = (announced: string) => {
    throw new Unreadable(
      `la liste «\u00A0${title}\u00A0» montre ${shown}\u00A0ligne${shown > 1 ? 's' : ''} et son bas de page annonce ${announced}\u00A0: rien n’en est conclu`,
    );
  };
  if (from !== undefined && to !== undefined && to - from + 1 !== shown) refuse(`les lignes ${from} à ${to}`);
  if (total !== undefined && total < shown) refuse(`${total} en tout`);
  if (page !== undefined && pages !== undefined && page > pages) refuse(`la page ${page} sur ${pages}`);
  if (shown === 0 && (total ?? 0) > 0) refuse(`${total} en tout`);
  return table;
}

/** How much of a list was read, as `Gathered.read` tells it. */
export function extent({ rows, pager }: Table, whole: boolean) {
  const total = pager?.total ?? (whole ? rows.length : undefined);
  const of = pager?.pages;
  return {
    shown: rows.length,
    ...(total !== undefined && { total }),
    ...(total === undefined && of !== undefined && { pages: { seen: 1, of } }),
  };
}

/** Which page of a list is shown, of how many, as far as its pager tells. */
export function pageOf({ rows, pager }: Table): Pick<WizardStep, 'shown' | 'page' | 'pages'> {
  const { page, pages } = pager ?? {};
  return {
    shown: rows.length,
    ...(page !== undefined && { page }),
    ...(pages !== undefined && { pages }),
  };
}

/** The last title that stands before a list: several lists of the same columns may share a screen. */
export function titleAbove<T>(
  table: Element,
  titles: readonly { element: Element; of: T }[],
): { element: Element; of: T } | undefined {
  return titles
    .filter(({ element }) => (element.compareDocumentPosition(table) & 4) !== 0 || table.contains(element))
    .sort((a, b) => (a.element.compareDocumentPosition(b.element) & 4 ? -1 : 1))
    .at(-1);
}

/** A number as the module writes it; anything else is unknown, never zero. */
export function countIn(text: string | undefined): number | undefined {
  const digits = (text ?? '').replace(/\s/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}
