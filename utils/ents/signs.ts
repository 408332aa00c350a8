import { isLabel, type Label, norm } from '@/utils/reading/labels';
import { visibleText } from '@/utils/reading/text';
import type { ScreenDescriptor, Wordings } from './descriptor';

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

/** True when the screen described may be there: weaker than `confidence`, and cheaper. */
export function mayShow(descriptor: ScreenDescriptor, document: Document): boolean {
  return (
    isTitledAs(document, descriptor.names) ||
    isHeaded(document, descriptor.names) ||
    showsTellingField(descriptor, document)
  );
}

function isShown(document: Document, selector: string, label: Wordings): boolean {
  const wanted = label.map(norm);
  return [...document.querySelectorAll(selector)].some((one) => {
    const text = one.getAttribute('aria-label') ?? one.textContent ?? '';
    if (text.length > LONGEST_LABEL) return false;
    const read = norm(text);
    return wanted.some((words) => read === words || read.startsWith(`${words} `));
  });
}
