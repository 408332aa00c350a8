import { edifice } from './edifice/edifice';
import { itslearning } from './itslearning/itslearning';
import type { Ent } from './page';
import { skolengo } from './skolengo/skolengo';

/** Every family whose screens are read. */
export const ENTS: readonly Ent[] = [edifice, itslearning, skolengo];

const TITLES: ReadonlyMap<string, string> = new Map(
  ENTS.flatMap(({ pages }) => pages.map(({ id, title }) => [id, title] as const)),
);

/** Pages that a person taught bear their names on one computer only. */
const LEARNED = /^\w+\/own-/;

/** What the ENT calls a screen; its identifier when this version doesn't know it. */
export function pageTitle(id: string): string {
  return TITLES.get(id) ?? (LEARNED.test(id) ? 'Page apprise' : id);
}
