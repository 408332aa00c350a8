import { browser } from 'wxt/browser';
import type { EntId } from './core/facts';
import { schoolMeant } from './named-school';
import { norm } from './reading/labels';
import type { FiledSchool } from './store/fiches';
import type { KnownSchool } from './store/schema';

/** What the headers of a portal say of its school. */
export interface PortalHead {
  school?: FiledSchool;
  /** The name that stands there, of a school that was never seen: names are not unique, so it is nobody's yet. */
  name?: string;
}

const LONGEST = 120;
const BEFORE = /^(?:[ée]tablissement|organisation|uai|rne)\s*:\s*/iu;
const CODE = /\s*[(–—-]?\s*\b(\d{7}\s?[a-z])\b\s*\)?/iu;
const SEPARATORS = /\s+[|·•–—-]\s+/;
/** What the name of a French school begins with. */
const KIND =
  /^(?:coll[èe]ge|lyc[ée]e|[ée]cole|institution|(?:ensemble|cit[ée]|groupe|centre) scolaire|cfa|erea|lpo?|mfr)\s+\p{L}/iu;

/** The school that lines of headers name: by its UAI, or as one that was seen before is called. Two of them are none. Pure. */
export function schoolInHead(
  lines: readonly string[],
  schools: readonly KnownSchool[],
  ent: EntId,
): PortalHead {
  const own = schools.filter((school) => school.ent === ent);
  const said = lines.map((line) => line.replace(BEFORE, '').replace(CODE, ' – $1').trim());
  const parts = said.flatMap((line) => (CODE.test(line) ? [line] : [line, ...line.split(SEPARATORS)]));
  const found = new Map<string, FiledSchool>();
  for (const part of parts) {
    if (part.length > LONGEST) continue;
    const meant = schoolMeant(part, own, ent);
    if ('school' in meant) found.set(meant.school.uai ?? meant.school.id, meant.school);
    // Two schools of that name are known: which of them it is, the header doesn't tell.
    else if (meant.unclear === 'several') return {};
  }
  const [school, other] = found.values();
  if (school) return other ? {} : { school };
  const names = new Map(
    parts.filter((part) => KIND.test(part) && part.length <= LONGEST).map((one) => [norm(one), one]),
  );
  const [name, another] = names.values();
  return name && !another ? { name } : {};
}

/** The lines of the headers of all the frames of a tab that we may read; none where its own page is not one of them. */
export async function headLines(tabId: number): Promise<string[]> {
  try {
    const read = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: linesOfHeaders,
    });
    return [...new Set(read.flatMap(({ result }) => result ?? []))];
  } catch {
    return [];
  }
}

/** Runs in the page: uses nothing of this file. */
function linesOfHeaders(): string[] {
  const lines: string[] = [];
  for (const head of document.querySelectorAll('header, [role="banner"], #l-header')) {
    const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && lines.length < 100; node = walker.nextNode()) {
      const text = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
      const parent = node.parentElement;
      if (text === '' || text.length > 200 || !parent) continue;
      if (parent.closest('script, style, nav a, [hidden], option:not(:checked)')) continue;
      lines.push(text);
    }
  }
  return lines;
}
