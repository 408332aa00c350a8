import { findControls } from '@/utils/reading/control';
import { isLabel } from '@/utils/reading/labels';
import { findTables } from '@/utils/reading/table';
import { requiredLabels, type ScreenDescriptor, type Wordings } from './descriptor';
import { isHeaded, isOnlyAFrame, isTitledAs, showsTellingField, tellingLabels, titleParts } from './signs';

/** From this confidence on, a screen is taken for the one described; below, nothing is said of it. */
export const SURE = 3;

/** What each sign is worth (domain Skolengo §3): words of the screen itself decide, everything else only helps. */
const WORTH = { title: 3, heading: 3, commonHeading: 2, telling: 3, column: 1, hint: 1 };

/**
 * How sure it is that a document is the screen described; 0 for a document of a service where the same words mean
 * another screen, and for one that only frames others.
 */
export function confidence(descriptor: ScreenDescriptor, document: Document, url: URL): number {
  const { names, common = false, services = [], elsewhere = [], procs = [] } = descriptor;
  if (isOnlyAFrame(document)) return 0;
  const service = [...titleParts(document).slice(1), ...marks(document)];
  if (service.some((one) => isLabel(one, elsewhere))) return 0;
  const inService = service.some((one) => isLabel(one, services)) || isProc(document, url, procs);
  const hint = inService ? WORTH.hint : 0;
  if (isTitledAs(document, names)) return WORTH.title + hint;
  if (isHeaded(document, names)) {
    if (!common) return WORTH.heading + hint;
    return WORTH.commonHeading + (hint || columnsWorth(descriptor, document));
  }
  // Without a name of its own only a field that no other screen has tells it: many lists have a name and a date.
  return tells(descriptor, document) + hint;
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

function tells(descriptor: ScreenDescriptor, document: Document): number {
  if (!showsTellingField(descriptor, document)) return 0;
  const found = tellingLabels(descriptor.reads).some((labels) =>
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
