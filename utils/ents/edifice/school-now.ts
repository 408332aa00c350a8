import type { School } from '@/utils/core/context';
import { schoolOn } from './screen';

/** The school that each document last named for sure. */
const sure = new WeakMap<Document, School>();

/**
 * The school of the console's screen, whose name is `lagging` as long as its identifier has changed and its name has
 * not. The address changes at once, the title bar when the console has answered: on a slow ENT, seconds later.
 */
export function schoolNow(document: Document, url: URL): School | undefined {
  const school = schoolOn(document, url);
  if (!school) return undefined;
  const former = sure.get(document);
  if (former && former.id !== school.id && former.name === school.name) return { ...school, lagging: true };
  sure.set(document, school);
  return school;
}
