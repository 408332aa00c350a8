import { findControls } from '@/utils/reading/control';
import { isLabel } from '@/utils/reading/labels';
import { findTables } from '@/utils/reading/table';
import { requiredColumns, type ScreenDescriptor } from './descriptor';
import {
  isHeaded,
  isOnlyAFrame,
  isProc,
  isTitledAs,
  servicesOf,
  showsTellingField,
  tellingLabels,
} from './signs';

/** From this confidence on, a screen is taken for the one described; below, nothing is said of it. */
export const SURE = 3;

/** What each sign is worth (domain Skolengo §3): words of the screen itself decide, everything else only helps. */
const WORTH = { title: 3, heading: 3, commonHeading: 2, telling: 3, column: 1, hint: 1 };

/**
 * How sure it is that a document is the screen described; 0 for a document of a service where the same words mean
 * another screen, and for one that only frames others.
 */
export function confidence(descriptor: ScreenDescriptor, document: Document, url: URL): number {
  const { names, common = false, services = [], elsewhere = [] } = descriptor;
  if (isOnlyAFrame(document)) return 0;
  const service = servicesOf(document);
  if (service.some((one) => isLabel(one, elsewhere))) return 0;
  const inService = service.some((one) => isLabel(one, services)) || isProc(descriptor, document, url);
  const hint = inService ? WORTH.hint : 0;
  if (isTitledAs(document, names)) return WORTH.title + hint;
  if (isHeaded(document, names)) {
    if (!common) return WORTH.heading + hint;
    return WORTH.commonHeading + (hint || columnsWorth(descriptor, document));
  }
  // Without a name of its own only a field that no other screen has tells it: many lists have a name and a date.
  return tells(descriptor, document) + hint;
}

function tells(descriptor: ScreenDescriptor, document: Document): number {
  if (!showsTellingField(descriptor, document)) return 0;
  const found = tellingLabels(descriptor.reads).some((labels) =>
    findControls(document, labels).some(({ kind }) => kind !== 'button'),
  );
  return found ? WORTH.telling : 0;
}

/** One of the columns that the screen must have. */
function columnsWorth(descriptor: ScreenDescriptor, document: Document): number {
  const found = requiredColumns(descriptor).some((label) => findTables(document, [label]).length > 0);
  return found ? WORTH.column : 0;
}
