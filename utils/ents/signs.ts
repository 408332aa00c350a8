import { isLabel, type Label, norm } from '@/utils/reading/labels';
import { visibleText } from '@/utils/reading/text';
import { requiredColumns, type ScreenDescriptor, type Wordings } from './descriptor';

/* What a document says of itself, cheaply: every frame of an ENT pays for these. */

const HEADINGS = 'h1, h2, h3, h4, legend, [role="heading"]';
/** « Reçus - Messagerie - LYCEE »: page, service, school. */
const TITLE_PARTS = /\s+[-–—|]\s+/;
const LONGEST_LABEL = 160;
/** Labels of fields, and what stands for them on old screens. */
const LABELS = 'label, legend, td, th, dt, [aria-label]';
const HEADERS = 'th, [role="columnheader"]';
const CONTENT =
  'table, [role="table"], [role="grid"], [role="tree"], select, textarea, input:not([type="hidden"])';

/** The parts of the title: page, service, school. */
export function titleParts(document: Document): string[] {
  return document.title.split(TITLE_PARTS).map((part) => part.trim());
}

/** True when the title, or its first part, is one of the names. */
export function isTitledAs(document: Document, names: Label): boolean {
  return isLabel(document.title, names) || isLabel(titleParts(document)[0] ?? '', names);
}

/** True when a heading of the document bears one of the names. A heading that is a link names another screen. */
export function isHeaded(document: Document, names: Label): boolean {
  return [...document.querySelectorAll(HEADINGS)].some(
    (heading) =>
      !heading.querySelector('a[href]') &&
      !heading.closest('a[href]') &&
      isLabel(visibleText(heading), names),
  );
}

/** True for a document that only frames the screen it bears the title of: the screen itself is in the frame. */
export function isOnlyAFrame(document: Document): boolean {
  return document.querySelector('iframe, frame') !== null && document.querySelector(CONTENT) === null;
}

/** True when the label of a field that only this screen has is there, and not as the header of a list filtered by it. */
export function showsTellingField({ reads }: ScreenDescriptor, document: Document): boolean {
  return tellingLabels(reads).some(
    (labels) => isShown(document, LABELS, labels) && !isShown(document, HEADERS, labels),
  );
}

/** The labels of the fields so particular to a screen that they tell it. */
export function tellingLabels(reads: ScreenDescriptor['reads']): readonly Wordings[] {
  return reads.flatMap((reading) =>
    reading.as === 'form' ? reading.fields.filter(({ telling }) => telling).map(({ labels }) => labels) : [],
  );
}

/** The services that the title and the platform's own audience measure name. */
export function servicesOf(document: Document): string[] {
  const marks = [...document.querySelectorAll<HTMLElement>('[data-service]')];
  return [...titleParts(document).slice(1), ...marks.map(({ dataset }) => dataset.service ?? '')];
}

/** True when the address, or a form of the document, bears one of the screen's own procedures. */
export function isProc({ procs = [] }: ScreenDescriptor, document: Document, url: URL): boolean {
  if (procs.length === 0) return false;
  const hidden = [...document.querySelectorAll<HTMLInputElement>('input[type="hidden"][name="PROC"]')];
  const given = [url.searchParams.get('PROC') ?? '', ...hidden.map(({ value }) => value)];
  return given.some((proc) => procs.includes(proc));
}

/** True when the screen described may be there: weaker than `confidence`, and cheaper. */
export function mayShow(descriptor: ScreenDescriptor, document: Document, url: URL): boolean {
  const { names, common, services = [], elsewhere = [] } = descriptor;
  const here = servicesOf(document);
  if (here.some((one) => isLabel(one, elsewhere))) return false;
  if (isTitledAs(document, names) || showsTellingField(descriptor, document)) return true;
  if (!isHeaded(document, names)) return false;
  if (!common || here.some((one) => isLabel(one, services)) || isProc(descriptor, document, url)) return true;
  return says(document, requiredColumns(descriptor).flat());
}

/** True when one of the wordings stands somewhere by itself: the headers of a list may be any element. */
function says(document: Document, wordings: Wordings): boolean {
  const wanted = new Set(wordings.map(norm));
  const walker = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.length <= LONGEST_LABEL && wanted.has(norm(text)) && !node.parentElement?.closest('a[href]'))
      return true;
  }
  return false;
}

/** Lists hold tens of thousands of cells: only those that begin like the label are read as labels. */
function isShown(document: Document, selector: string, label: Wordings): boolean {
  const wanted = label.map(norm);
  const initials = new Set(label.flatMap(initialsOf));
  return [...document.querySelectorAll(selector)].some((one) => {
    const text = (one.getAttribute('aria-label') ?? one.textContent ?? '').trimStart();
    if (text.length > LONGEST_LABEL || !initials.has(text.charAt(0))) return false;
    const read = norm(text);
    return wanted.some((words) => read === words || read.startsWith(`${words} `));
  });
}

/** « É », « é », « E », « e »: screens drop accents of capitals, and put some back. */
function initialsOf(label: string): string[] {
  const given = label.trimStart().charAt(0);
  const bare = given.normalize('NFD').charAt(0);
  return [given, bare].flatMap((letter) => [letter.toLowerCase(), letter.toUpperCase()]);
}
