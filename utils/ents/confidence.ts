import { findControls } from '@/utils/reading/control';
import { isLabel, type Label, norm } from '@/utils/reading/labels';
import { findTables } from '@/utils/reading/table';
import { visibleText } from '@/utils/reading/text';
import { requiredLabels, type ScreenDescriptor, type Wordings } from './descriptor';

/** From this confidence on, a screen is taken for the one described; below, nothing is said of it. */
export const SURE = 3;

/** What each sign is worth (domain Skolengo §3): words of the screen itself decide, everything else only helps. */
const WORTH = { title: 3, heading: 3, commonHeading: 2, telling: 3, column: 1, hint: 1 };

const HEADINGS = 'h1, h2, h3, h4, legend, [role="heading"]';
/** « Reçus - Messagerie - LYCEE »: page, service, school. */
const TITLE_PARTS = /\s+[-–—|]\s+/;
const LONGEST_LABEL = 80;
/** Labels of fields, and what stands for them on old screens. */
const LABELS = 'label, legend, td, th, dt, [aria-label]';

/**
 * How sure it is that a document is the screen described; 0 for a document of a service where the same words mean
 * another screen, and for one that only frames others.
 */
export function confidence(descriptor: ScreenDescriptor, document: Document, url: URL): number {
  const { names, common = false, services = [], elsewhere = [], procs = [] } = descriptor;
  if (isOnlyAFrame(document)) return 0;
  const title = document.title.split(TITLE_PARTS);
  const service = [...title.slice(1), ...marks(document)];
  if (service.some((one) => isLabel(one, elsewhere))) return 0;
  const inService = service.some((one) => isLabel(one, services)) || isProc(document, url, procs);
  const hint = inService ? WORTH.hint : 0;
  if (isLabel(document.title, names) || isLabel(title[0] ?? '', names)) return WORTH.title + hint;
  if (isHeaded(document, names)) {
    if (!common) return WORTH.heading + hint;
    return WORTH.commonHeading + (hint || columnsWorth(descriptor, document));
  }
  // Without a name of its own only a field that no other screen has tells it: many lists have a name and a date.
  return tells(descriptor, document) + hint;
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
  return (
    document.querySelector('iframe, frame') !== null &&
    document.querySelector(
      'table, [role="table"], [role="grid"], [role="tree"], select, input:not([type="hidden"])',
    ) === null
  );
}

/** The service that the platform's own audience measure names. */
function marks(document: Document): string[] {
  return [...document.querySelectorAll<HTMLElement>('[data-service]')].map(
    (one) => one.dataset.service ?? '',
  );
}

function isProc(document: Document, url: URL, procs: Wordings): boolean {
  if (procs.length === 0) return false;
  const hidden = [...document.querySelectorAll<HTMLInputElement>('input[type="hidden"][name="PROC"]')];
  const given = [url.searchParams.get('PROC') ?? '', ...hidden.map(({ value }) => value)];
  return given.some((proc) => procs.includes(proc));
}

/** A field that only this screen has, by its label. Not the header of a list: a list may be filtered by it. */
function tells({ reads }: ScreenDescriptor, document: Document): number {
  const telling = reads.flatMap((reading) =>
    reading.as === 'form' ? reading.fields.filter((field) => field.telling) : [],
  );
  const found = telling.some(
    ({ labels }) =>
      isShown(document, LABELS, labels) &&
      !isShown(document, 'th, [role="columnheader"]', labels) &&
      findControls(document, labels).some(({ kind }) => kind !== 'button'),
  );
  return found ? WORTH.telling : 0;
}

/** One of the columns that the screen must have. */
function columnsWorth({ reads }: ScreenDescriptor, document: Document): number {
  const columns = reads.flatMap((reading) =>
    reading.as === 'list' || reading.as === 'count' ? requiredLabels(reading) : [],
  );
  return columns.some((label) => findTables(document, [label]).length > 0) ? WORTH.column : 0;
}

function isShown(document: Document, selector: string, label: Wordings): boolean {
  const wanted = label.map(norm);
  return [...document.querySelectorAll(selector)].some((one) => {
    const text = one.getAttribute('aria-label') ?? one.textContent ?? '';
    if (text.length > LONGEST_LABEL * 2) return false;
    const read = norm(text);
    return wanted.some((words) => read === words || read.startsWith(`${words} `));
  });
}
