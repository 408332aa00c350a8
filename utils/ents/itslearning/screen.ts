import type { School } from '@/utils/core/context';
import { isLabel, type Label, norm, wordings } from '@/utils/reading/labels';
import { textOf, visibleText } from '@/utils/reading/text';
import { ADMIN_TITLES, MODULE, SHORT_TITLES } from './admin-titles';
import { IMPORT_SCREEN_WORDS, IMPORT_TITLES } from './import-words';

/** Hosts of the platform and, by inference, of its French modules (domain itslearning §1.2, §1.3). */
const HOST = /(?:^|\.)(?:itslearning\.com|itslfr-aws\.com)$/;
/** Where the platform's own scripts and styles come from: tells it on any host (domain itslearning §1.1). */
const RESOURCES = /^https:\/\/(?:cdn|statics)\.itslearning\.com\//;
const HEADINGS = 'h1, h2, h3, h4, legend, [role="heading"]';

/** Screens of the French modules, by the titles that they bear on any host. */
export const MODULE_TITLES = {
  importUsers: ['Import Utilisateur CSV', 'Import Utilisateurs CSV'],
  synchros: ['Suivi synchro', 'Suivi Synchros'],
  importTimetable: MODULE,
} as const satisfies Record<string, Label>;

/** The form of the accounts' import, whatever its title (source 000 §1.4.D, word for word). */
export const UPDATE_ALL = 'Mettre à jour tous les utilisateurs';
/** Where accounts are extracted, on the screen of the synchronisations. */
export const EXPORT_TITLE = "Exportez les utilisateurs de l'ENT (importés en CSV)";

/** Texts of one screen each: a frame that says one of them shows that screen. */
export const SURE_WORDS: readonly string[] = [
  ...Object.values(MODULE_TITLES).flat(),
  ...[ADMIN_TITLES.strategy, ADMIN_TITLES.users, ADMIN_TITLES.courses].flat(),
  UPDATE_ALL,
  EXPORT_TITLE,
  ...IMPORT_SCREEN_WORDS,
];

/** Every text by which a page of this family may be recognised, with those that are too short to tell it alone. */
export const SCREEN_WORDS: readonly string[] = [
  ...SURE_WORDS,
  ...Object.values(ADMIN_TITLES).flat(),
  ...IMPORT_TITLES.history,
];

/**
 * True for a document of the platform, in whichever frame: by its host, the origin of its resources, or, on a portal's
 * own host, an ASP.NET page or a module that bears one of the module's titles (domain itslearning §8.6).
 */
export function isItslearning(document: Document, url: URL): boolean {
  if (HOST.test(url.hostname)) return true;
  const sources = [...document.querySelectorAll('script[src], link[href]')];
  if (sources.some((one) => RESOURCES.test(one.getAttribute('src') ?? one.getAttribute('href') ?? '')))
    return true;
  return isWebForm(document) && Object.values(MODULE_TITLES).some((title) => isTitled(document, title));
}

function isWebForm(document: Document): boolean {
  return document.querySelector('form#aspnetForm, input[name="__VIEWSTATE"]') !== null;
}

/** True when the document calls itself so: in its title or a heading; `says` compares, `isLabel` unless told otherwise. */
export function isTitled(document: Document, title: Label, says = isLabel): boolean {
  return (
    says(document.title, title) || headingsOf(document).some((heading) => says(visibleText(heading), title))
  );
}

/** Without any space: words that a line break or a tag parts are still those words. */
export function squeezed(text: string): string {
  return norm(text).replaceAll(' ', '');
}

/** « Retour à Administration » (source 001 §4.3). */
const BACK = /^(?:retour|back)\b.*\badministration\b/;

/** True for the screen of that short title: it says something else of the screen, or leads back to the menu. */
export function isShortTitled(document: Document, which: keyof typeof SHORT_TITLES): boolean {
  const { title, signs } = SHORT_TITLES[which];
  if (!isTitled(document, title)) return false;
  const links = [...document.querySelectorAll('a, button, [role="link"]')];
  if (links.some((link) => BACK.test(norm(link.textContent ?? '')))) return true;
  const text = squeezed(document.body?.textContent ?? '');
  return wordings(signs).some((words) => text.includes(squeezed(words)));
}

/** The headings of a document. One that is a link names another screen. */
export function headingsOf(document: Document): Element[] {
  return [...document.querySelectorAll(HEADINGS)].filter(
    (heading) => !heading.querySelector('a[href]') && !heading.closest('a[href]'),
  );
}

/** What a screen is made of, where its markup says so. */
const CONTENT = 'table, [role="table"], [role="grid"], [role="tree"], input[type="file"]';
/** A line of several cells. */
const FEWEST_CELLS = 3;

/** True for a document that only frames the screen it bears the title of: the screen itself is in the frame. */
export function isOnlyAFrame(document: Document): boolean {
  return (
    document.querySelector('iframe, frame') !== null &&
    document.querySelector(CONTENT) === null &&
    !hasBareRows(document)
  );
}

/** Rows drawn with bare blocks: one of several cells, then one of as many. What leads elsewhere has no such rows. */
function hasBareRows(document: Document): boolean {
  return [...document.querySelectorAll('div, li')].some(
    (row) =>
      row.children.length >= FEWEST_CELLS &&
      row.nextElementSibling?.tagName === row.tagName &&
      row.nextElementSibling.children.length === row.children.length &&
      row.closest('nav, header, footer') === null,
  );
}

const SCHOOL = /^(?:[ée]tablissement|organisation)\s*:?\s*(.+?)\s*\(?\b(\d{7}[A-Z])\b\)?$/iu;
const LONGEST = 160;

/** The school that the screen names with its UAI; screens that only show a name give none, since names are not unique. */
export function schoolOn(document: Document): School | undefined {
  for (const element of document.querySelectorAll('p, span, div, td, li, label, h1, h2, h3')) {
    if ((element.textContent ?? '').length > LONGEST) continue;
    const [, name, uai] = SCHOOL.exec(textOf(element)) ?? [];
    if (name && uai) return { id: uai, name: name.replace(/\s*[-–(]$/, ''), uai };
  }
  return undefined;
}
