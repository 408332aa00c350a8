import type { School } from '@/utils/core/context';
import { knownHost } from '@/utils/ents/hosts';
import { textOf } from '@/utils/reading/text';

/** Inputs that the family's servlet puts into its forms, and its own audience mark (domain Skolengo §3). */
const FAMILY_SIGNS = 'input[type="hidden"][name="#ECRAN_LOGIQUE#"], .js-dnma[data-service]';
/** The public site shows visitors a way to log in: nobody administers there. */
const VISITORS_SIGN = '.fo-connect__link';
/** The school's name in the header (domain Skolengo §3): a hint, since a skin may draw it otherwise. */
const SCHOOL_NAME = '.hide-lt--lg.text--ellipsis';
const TITLE_PARTS = /\s+[-–—|]\s+/;
const LONGEST_NAME = 120;

/** True for a document of the family, in whichever frame, its public site left out. */
export function isSkolengo(document: Document, url: URL): boolean {
  if (document.querySelector(VISITORS_SIGN)) return false;
  if (knownHost(url.hostname)) return knownHost(url.hostname)?.ent === 'skolengo';
  return url.pathname === '/sg.do' || document.querySelector(FAMILY_SIGNS) !== null;
}

/**
 * The school of a screen: schools have a sub-host each, which is their only identifier; the name stands in the header or
 * is the third part of the title, in the screen or in a page around it. The portal's common site (`www`) is no school.
 */
export function schoolOn(document: Document, { hostname }: URL): School | undefined {
  const id = hostname.toLowerCase();
  if (id.startsWith('www.') || knownHost(id)?.host === id) return undefined;
  const name = [document, ...around(document)].map(nameIn).find(Boolean);
  return name ? { id, name } : { id, name: shortName(id), unnamed: true };
}

function nameIn(document: Document): string {
  const named = textOf(document.querySelector(SCHOOL_NAME));
  const parts = document.title.split(TITLE_PARTS);
  return (named || (parts.length > 2 ? parts.slice(2).join(' - ').trim() : '')).slice(0, LONGEST_NAME);
}

/** The documents of the same school that frame this one, from the nearest: a screen in a frame often bears no name. */
function around(document: Document): Document[] {
  const found: Document[] = [];
  try {
    // The browser refuses to show a document of another site: the school's own end there.
    for (let at = document.defaultView; at && at.parent !== at; at = at.parent as typeof at)
      found.push(at.parent.document);
  } catch {}
  return found;
}

/** The school's part of a listed portal's host; elsewhere nobody knows which part names it. */
function shortName(host: string): string {
  return (knownHost(host) && host.split('.')[0]) || host;
}
